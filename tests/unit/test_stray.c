/* Letters that do not belong into a text, and those that only seem not to. */
#include "letters/stray.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void names_what_does_not_belong(void **state)
{
    static const struct {
        const char *text;
        enum stray_kind kind; /* STRAY_COUNT: none */
        size_t from;
        uint32_t meant;
    } rows[] = {
        {"plain caf\u00E9 \u2014 \u201Cso\u201D \u00AD\u200B\u2060\u00A0\u200E", STRAY_COUNT, 0, 0},
        {"caf\uFFFD", STRAY_LOST, 3, 0},
        {"a \uFFFC b", STRAY_OBJECT, 2, 0},
        {"\uF0B7 one", STRAY_PRIVATE, 0, 0x2022},
        {"x\uE123", STRAY_PRIVATE, 1, 0},
        {"\U000F0001", STRAY_PRIVATE, 0, 0},
        {"a\uFE0F", STRAY_VARIATION, 1, 0},
        {"\u00A9\uFE0F 1973", STRAY_VARIATION, 2, 0},
        {"\u00A9\uFE0E 1973", STRAY_COUNT, 0, 0},
        {"5\uFE0F\u20E3", STRAY_COUNT, 0, 0},
        {"b\uFE00", STRAY_VARIATION, 1, 0},
        {"\u8FBB\U000E0100\u6771", STRAY_COUNT, 0, 0}, /* a name's own form of an ideograph */
        {"e\U000E0100", STRAY_VARIATION, 1, 0},
        {"\u2229\uFE00", STRAY_COUNT, 0, 0},
        {"\u1820\u180B", STRAY_COUNT, 0, 0}, /* Mongolian */
        {"ab\u200Dc", STRAY_JOINER, 2, 0},
        {"Auf\u200Clage", STRAY_COUNT, 0, 0},
        {"end \u200C", STRAY_JOINER, 4, 0},
        {"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", STRAY_COUNT, 0, 0}, /* Persian */
        {"\u0647\u200D.", STRAY_COUNT, 0, 0},
        {"\u0915\u094D\u200D\u0937 \u0DC1\u0DCA\u200D\u0DBB\u0DD3", STRAY_COUNT, 0, 0}, /* Hindi, Sinhala */
        {"\u0D15\u0D4D\u200C", STRAY_COUNT, 0, 0},
        {"\U0001F469\U0001F3FD\u200D\U0001F680", STRAY_COUNT, 0, 0},
        {"\u2764\uFE0F\u200D\U0001F525", STRAY_COUNT, 0, 0},
        {"a \u202Eb", STRAY_OPEN, 2, 0},
        {"a \u202Eb\u202C", STRAY_COUNT, 0, 0},
        {"a \u2067b\u2069 \u2068c\u2069", STRAY_COUNT, 0, 0},
        {"\u2067a \u202Bb\u2069", STRAY_OPEN, 5, 0},
        {"a\u202C", STRAY_CLOSE, 1, 0},
        {"a\u2069", STRAY_CLOSE, 1, 0},
        {"\u05D0\u200F \u200E1", STRAY_COUNT, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct strays found = strays_find(rows[i].text, strlen(rows[i].text));

        for (int kind = 0; kind < STRAY_COUNT; kind++)
            if (found.of[kind].there != (kind == (int)rows[i].kind))
                fail_msg("row %zu (%s): kind %d is %s", i, rows[i].text, kind, found.of[kind].there ? "told" : "not told");
        if (rows[i].kind == STRAY_COUNT)
            continue;
        assert_int_equal(found.of[rows[i].kind].from, rows[i].from);
        assert_int_equal(found.of[rows[i].kind].meant, rows[i].meant);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_what_does_not_belong),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
