/* Pictures inside drawings, however their address is spelt. */
#include "decoder/embedded.h"

#include "base/base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* A PNG that claims 30000 x 30000 pixels, and a sound one. */
#define BOMB "iVBORw0KGgoAAAANSUhEUgAAdTAAAHUwCAIAAADpRW/tAAAAEUlEQVR42mNgGAWjYBQMdwAAA+gAAc5JTFgAAAAASUVORK5CYII="
#define SOUND                                                                                                                              \
    "iVBORw0KGgoAAAANSUhEUgAAACgAAAAUCAYAAAD/"                                                                                             \
    "Rn+7AAAAMElEQVR42mNgoDJYZqX9n5qYYdSBow4cdeCoA0cdOOrAUQeOOnDUgaMOHHXgcHYgAIAKL84k6I54AAAAAElFTkSuQmCC"
#define SVG(body) "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>" body "</svg>"
#define IMAGE(address) SVG("<image href='" address "'/>")

static void addresses_are_found(void **state)
{
    static const struct {
        const char *drawing;
        const char *why; /* a part of it; NULL: nothing is wrong */
    } rows[] = {
        {SVG("<path d='M0 0'/>"), NULL},
        {IMAGE("data:image/png;base64," SOUND), NULL},
        {IMAGE("photo.png"), NULL},
        {IMAGE(""), NULL},
        {IMAGE("data:image/png;base64," BOMB), "40 million"},
        {IMAGE("DATA:IMAGE/PNG;BASE64," BOMB), "40 million"},
        {IMAGE(" \n data:image/png;base64," BOMB), "40 million"},
        {IMAGE("&#100;ata:image/png;base64," BOMB), "40 million"},
        {IMAGE("data&#x3a;image/png;base64," BOMB), "40 million"},
        {IMAGE("data:;base64," BOMB), "40 million"},
        {IMAGE("data:image/png;charset=utf-8;base64," BOMB), "40 million"},
        {"<!DOCTYPE svg [<!ENTITY e 'data:image/png;base64'>]>" IMAGE("&e;," BOMB), "40 million"},
        {SVG("<image xlink:href='data:image/png;base64," BOMB "'/>"), "40 million"},
        {SVG("<g><feImage href='data:image/png;base64," BOMB "'/></g>"), "40 million"},
        {SVG("<path style='fill: URL( \"data:image/png;base64," BOMB "\")'/>"), "40 million"},
        {SVG("<g/>\n<image href='data:image/png,%89PNG%0D%0A%1A%0A'/>"), "damaged"},
        {IMAGE("data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E"), "another drawing"},
        {IMAGE("data:image/webp;base64,UklGRigAAABXRUJQVlA4TBwAAAAvJ8AEEA8wOmM6K/Mf8BAIEP5rHRgQENH/AGsP"), "WebP"},
        {IMAGE("data:image/png;base64,"), "empty"},
        {"<svg", NULL},
        {"", NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        int line = 0;
        const char *fault = embedded_look((struct bytes){rows[i].drawing, strlen(rows[i].drawing)}, &line);

        if (!fault != !rows[i].why || (fault && (!strstr(fault, rows[i].why) || line < 1)))
            fail_msg("%.80s: %s, line %d", rows[i].drawing, fault ? fault : "fine", line);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(addresses_are_found)};

    return cmocka_run_group_tests_name("embedded", tests, NULL, NULL);
}
