/* What drawings ask for and the renderer does not do is said, at its line; what it does is not. */
#include "decoder/fonts.h"
#include "fidelity/probe.h"
#include "fidelity/unshown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#define SVG(body) "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'>\n" body "</svg>"
#define SQUARE(more) "<path d='M0 0h9v9h-9z' " more "/>"
#define STYLE(css) SVG("<style>" css "</style>" SQUARE("class='b'"))
#define TEXT(more, words) SVG("<text " more ">" words "</text>")
#define HTML "<p xmlns='http://www.w3.org/1999/xhtml'>words</p>"
#define EXTENSIBILITY "requiredFeatures='http://www.w3.org/TR/SVG11/feature#Extensibility'"

/* says: a part of the only remark; NULL: there is none. known: where the renderer turns out to know it, there is none either. */
static const struct row {
    const char *drawing, *says;
    int line;
    struct probe known;
} rows[] = {
    {SVG(SQUARE("fill='red' style='stroke:rgb(0 0 0 / 50%);mix-blend-mode:multiply'")), NULL, 0, {0}},
    {"<svg", NULL, 0, {0}},
    {"", NULL, 0, {0}},

    {SVG("<image href='data:image/png;base64,AAAA'/>"), NULL, 0, {0}},
    {SVG("<image\n href='photo.jpg'/>"), "photo.jpg\": pictures that lie beside", 3, {0}},
    {SVG("<g/>\n\n<image xlink:href='C:\\photo.jpg'/>"), "embed the picture", 4, {0}},
    {SVG("<filter id='f'><feImage href='x.png'/></filter>"), "pictures that lie beside", 2, {0}},
    {SVG("<g id='a'/><use href='#a'/><a href='https://example.org'>" SQUARE("") "</a>"), NULL, 0, {0}},
    {SVG("<use href='signs.svg#a'/>"), "another file", 2, {0}},
    {SVG("<linearGradient href='x.svg#g'/>"), "another file", 2, {0}},
    {SVG(SQUARE("fill='url(#g)' style='filter:url(\"#f\")'") "<g id='g'/><g id='f'/>"), NULL, 0, {0}},
    {SVG("\n<use href='#a'/><a href='#b'/>"), "nothing in the drawing has that name", 3, {0}},
    {SVG("<linearGradient id='g' xlink:href='#h'/>"), "#h\": nothing in the drawing", 2, {0}},
    {SVG(SQUARE("\nfill='url(#g)'")), "fill: url(#g)\": nothing in the drawing", 3, {0}},
    {SVG(SQUARE("fill='url(#g) red' style='display:none'") SQUARE("fill='url(#g) red'")), NULL, 0, {0}},
    {SVG(SQUARE("style='clip-path: url( \"#c\" )'")), "clip-path", 2, {0}},
    {STYLE(".b{\nmarker-end:url(#m)}"), "marker-end", 3, {0}},
    {SVG(SQUARE("fill='url(x.svg#g)'")), "another file", 2, {0}},
    {STYLE(".b{\nfill:url(\"x.svg#g\")}"), "another file", 3, {0}},

    {SVG("<foreignObject>" HTML "</foreignObject>"), "a box of HTML is not drawn", 2, {0}},
    {SVG("<foreignObject/>"), NULL, 0, {0}},
    {SVG("<switch><foreignObject " EXTENSIBILITY ">" HTML "</foreignObject><text>words</text></switch>"), NULL, 0, {0}},
    {SVG("<switch><foreignObject " EXTENSIBILITY ">" HTML "</foreignObject><text>wor...</text></switch>"), "other words", 2, {0}},
    {SVG("<switch><g " EXTENSIBILITY "/><text>cannot display</text></switch>"), "other words", 2, {0}},
    {SVG("<switch><foreignObject requiredExtensions='x'>" HTML "</foreignObject><g/></switch>"), NULL, 0, {0}},
    {SVG("<flowRoot><flowPara>words</flowPara></flowRoot>"), "flowing text", 2, {0}},
    {SVG("<flowRoot><flowPara> </flowPara></flowRoot>"), NULL, 0, {0}},
    {SVG("<path id='p'/><text><textPath href='#p'>words</textPath></text>"), "along a line", 2, {0}},
    {SVG("<script>draw()</script>"), "scripts", 2, {0}},
    {SVG("<path d=''><animate attributeName='x'/></path>\n<path d=''><animate attributeName='y'/></path>"), "nothing moves", 2, {0}},
    {SVG("<path d=''><set attributeName='x'/></path>"), "nothing moves", 2, {0}},
    {SVG("<meshgradient><meshrow/></meshgradient>"), "gradient", 2, {0}},
    {SVG("<polygon points='0,0 1,1 2'/>"), "two for each point", 2, {"<polygon points='0 0 9 0 9 9 5'/>", ""}},
    {SVG("<polygon points='0,0 1,1 2,2'/>"), NULL, 0, {0}},
    {SVG("<switch><text systemLanguage='es'>no</text></switch>"), "several languages", 2, {0}},
    {SVG("<g style='display:none'><image href='x.png'/></g><g display='none'><image href='x.png'/></g>"), NULL, 0, {0}},
    {SVG("<filter id='f'><feDropShadow/></filter>"),
     "this shadow",
     2,
     {"<filter id='f'><feDropShadow dx='1' dy='1' stdDeviation='0'/></filter><path d='M0 0h5v5h-5z' filter='url(#f)'/>", ""}},

    {SVG(SQUARE("style='fill:var(--sky)'")), "fill: var(--sky)\": variables", 2, {SQUARE("style='--a:lime;fill:var(--a)'"), SQUARE("")}},
    {STYLE(":root{--sky:red}\n.b{\n fill : var(--sky) !important}"),
     "\"fill: var(--sky)\"",
     4,
     {SQUARE("style='--a:lime;fill:var(--a)'"), SQUARE("")}},
    {SVG(SQUARE("fill='oklch(0.6 0.2 30)'")), "#RRGGBB", 2, {SQUARE("fill='oklch(0.87 0.29 142)'"), SQUARE("")}},
    {SVG(SQUARE("style='fill:#f00 icc-color(x, 1, 0)'")), "icc-color", 2, {SQUARE("fill='lime icc-color(a, 1, 0, 1)'"), SQUARE("")}},
    {SVG("<rect width='calc(1px + 2px)'/>"), "nothing is computed", 2, {"<rect height='9' style='width:calc(4px + 5px)'/>", ""}},
    {SVG("<rect width='2rem'/>"), "unit", 2, {"<rect width='9rem' height='9'/>", ""}},
    {SVG(SQUARE("style='transform-origin:0 0'")), NULL, 0, {0}},
    {SVG("<clipPath id='c'/>" SQUARE("style='clip-path:url(#c)'")), NULL, 0, {0}},
    {SVG(SQUARE("style='clip-path:circle(3px)'")), "clipPath", 2, {SQUARE("style='clip-path:inset(4px)'"), SQUARE("")}},
    {SVG(SQUARE("style='vector-effect:none'")), NULL, 0, {0}},

    {STYLE("@import 'x.css';"), "beside the drawing", 2, {0}},
    {STYLE("/* {@import} */ \n @keyframes a{from{fill:red}}"), "nothing moves", 3, {0}},
    {STYLE("@media print{.b{fill:red}} @media (prefers-color-scheme: dark){.b{fill:red}}"), NULL, 0, {0}},
    {STYLE("@media screen{.b{fill:red}}"),
     "not followed",
     2,
     {"<style>@media screen{.b{fill:lime}}</style>" SQUARE("class='b'"), SQUARE("")}},
    {STYLE("g{.b{fill:red}}"), "within rules", 2, {"<style>.a{.b{fill:lime}}</style><g class='a'>" SQUARE("class='b'") "</g>", SQUARE("")}},
    {STYLE(":is(.b){fill:red}"), "by their class", 2, {"<style>:is(.b){fill:lime}</style>" SQUARE("class='b'"), SQUARE("")}},
    {STYLE("svg{background:red}"), "ground", 2, {0}},
    {STYLE("a{b:'}{'; c:url(data:x;y)} .b{fill:red}"), NULL, 0, {0}},
    {STYLE("}}{;;@;@"), NULL, 0, {0}},
    {"<?xml-stylesheet href='x.css'?>\n" SVG(""), "beside the drawing", 1, {0}},
    {"<svg xmlns='http://www.w3.org/2000/svg' style='background:#123'/>", "ground", 1, {0}},
    {"<svg xmlns='http://www.w3.org/2000/svg' style='enable-background:new 0 0 9 9'/>", NULL, 0, {0}},

    {TEXT("x='0 3'", "ii"), "one by one", 2, {0}},
    {TEXT("x='3'", "ii"), NULL, 0, {0}},
    {TEXT("textLength='80'", "ii"), "stretched", 2, {0}},
    {TEXT("style='text-transform:none;dominant-baseline:auto;word-spacing:0px'", "ii"), NULL, 0, {0}},
    {TEXT("dominant-baseline='middle'", "ii"),
     "that line",
     2,
     {TEXT("y='7' font-size='7' dominant-baseline='hanging'", "x"), TEXT("y='7' font-size='7'", "x")}},
    {SVG(SQUARE("style='dominant-baseline:middle'")), NULL, 0, {0}},
    {TEXT("style='inline-size:9px'", "ii"), "not broken", 2, {0}},
    {TEXT("style='shape-inside:url(#r)'", "<tspan x='3'>ii</tspan>"), NULL, 0, {0}},

    {TEXT("", "words"), NULL, 0, {0}},
    {TEXT("font-family='sans-serif'", "words"), NULL, 0, {0}},
    {TEXT("style='font-family:\"open  sans\", serif'", "words"), NULL, 0, {0}},
    {TEXT("font-family='Copperhill Display, sans-serif'", "words"), "\"Copperhill Display\" is not on this system", 2, {0}},
    {TEXT("font-family='OpenSans-Bold'", "words"), "write its family, \"Open Sans\"", 2, {0}},
    {TEXT("style='font:bold 12px/1.2 Copperhill'", "words"), "Copperhill", 2, {0}},
    {SVG("<g font-family='Copperhill'><text>\n<tspan>words</tspan></text></g>"), "Copperhill", 3, {0}},
    {SVG("<g font-family='Copperhill'><text font-family='Open Sans'>words</text><text> </text>" SQUARE("") "</g>"), NULL, 0, {0}},
    {SVG("<style>text{font-family:serif} .c, g .d{font-family:Copperhill}</style><text class='a d'>x</text>"), "Copperhill", 2, {0}},
    {SVG("<style>.c{font-family:Copperhill}</style><text class='a d'>x</text>"), NULL, 0, {0}},
};

static void all_that_is_not_shown_is_said(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const struct row *row = &rows[i];
        g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
        bool expected = row->says && !probe_is_known(known, &row->known);
        struct remarks found = {.count = 0};

        unshown_look((struct bytes){row->drawing, strlen(row->drawing)}, &found);
        if (found.count != expected || (expected && (!strstr(found.list[0].text, row->says) || found.list[0].line != row->line)))
            fail_msg("%s: %d remarks, of line %d: %s", row->drawing, found.count, found.list[0].line, found.list[0].text);
    }
}

/* Each text once, and never more than there is room for. */
static void remarks_are_bounded(void **state)
{
    struct buffer drawing = {0};
    struct remarks found = {.count = 0};

    (void)state;
    buffer_printf(&drawing, "<svg xmlns='http://www.w3.org/2000/svg'>");
    for (int i = 0; i < 3 * REMARKS_MAX; i++)
        buffer_printf(&drawing, "<image href='%d.png'/><script>x</script>\n", i);
    buffer_printf(&drawing, "</svg>");
    unshown_look((struct bytes){drawing.bytes, drawing.length}, &found);
    assert_int_equal(found.count, REMARKS_MAX);
    assert_non_null(strstr(found.list[0].text, "\"0.png\""));
    assert_non_null(strstr(found.list[1].text, "scripts"));
    assert_non_null(strstr(found.list[2].text, "\"1.png\""));
    assert_int_equal(found.list[2].line, 2);
    buffer_finish(&drawing);
}

/* A large drawing is looked at in a time that grows with its length alone. */
static void large_drawings_are_looked_at_soon(void **state)
{
    static const char *const elements[] = {
        "<path style='fill:#123456;stroke:none;stroke-width:1.5' d='M0 0h9v9h-9z'/>\n",
        "<text font-family='Copperhill'>words</text>\n",
        "<text x='1 2'>ii</text>\n",
    };
    enum { COUNT = 6000, MOST_MS = 3000 /* what drawing it may take, without a sanitizer */ };

    (void)state;
    for (size_t i = 0; i < COUNTOF(elements); i++) {
        struct buffer drawing = {0};
        struct remarks found = {.count = 0};

        buffer_printf(&drawing, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\n");
        for (int k = 0; k < COUNT; k++)
            buffer_printf(&drawing, "%s", elements[i]);
        buffer_printf(&drawing, "</svg>");
        clock_t begun = clock();

        unshown_look((struct bytes){drawing.bytes, drawing.length}, &found);
        int took_ms = (int)((clock() - begun) * 1000 / CLOCKS_PER_SEC);

        if (took_ms > MOST_MS)
            fail_msg("%s: %d of them took %d ms", elements[i], COUNT, took_ms);
        buffer_finish(&drawing);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_that_is_not_shown_is_said), cmocka_unit_test(remarks_are_bounded),
                                       cmocka_unit_test(large_drawings_are_looked_at_soon)};

    fonts_open();
    return cmocka_run_group_tests_name("unshown", tests, NULL, NULL);
}
