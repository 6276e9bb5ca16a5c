/* What is mended, and what is left alone. */
#include "mending/mending.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* after: NULL: it stays as it is. told: what must be said. */
static const struct row {
    const char *before, *after, *told;
} rows[] = {
    {"a: 1\nb: two\n", NULL, ""},
    {"\xEF\xBB\xBF"
     "a: 1\n",
     "a: 1\n", "byte order mark"},
    {"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n", "lines end"},
    {"a: cafe\u0301\n", "a: caf\u00e9\n", "x.yaml:1: + a: caf\u00e9"},
    {"a:\n\tb: 1\n", "a:\n  b: 1\n", "x.yaml:2: - \tb: 1\nx.yaml:2: +   b: 1\n"},
    {"a:\n    b: 1\n\tc: 2\n", "a:\n    b: 1\n    c: 2\n", "x.yaml:3: +     c: 2"},
    {"a:\n  b: 1\n\u00a0\u00a0c: 2\n", "a:\n  b: 1\n  c: 2\n", "x.yaml:3"},
    {"a:\u00a0one\n", "a: one\n", "x.yaml:1"},
    {"a: \u201cone two\u201d\n", "a: \"one two\"\n", "x.yaml:1: + a: \"one two\""},
    {"a: \u201eone\u201c  \n", "a: \"one\"\n", "x.yaml:1"},
    {"a: \u201cone\u201d and \u201ctwo\u201d\n", NULL, ""}, /* a text of two quotations */
    {"a: \u201cdon\u2019t\u201d\n", "a: \"don\u2019t\"\n", "x.yaml:1"},
    {"a: say \u201cone\u201d\n", NULL, ""}, /* they belong to the text */
    {"a: \"\u201cone\u201d\"\n", NULL, ""}, /* meant */
    {"a: |\n  one\n  \ttwo\n", NULL, ""},   /* a tab of the text */
    {"a: [1\nb: 2\n", NULL, ""},            /* nobody knows what is meant */
    {"a: \xFF\n", NULL, ""},
    {"", NULL, ""},
};

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer out = {0}, told = {0}, again = {0};
        bool mended = mending_bytes(&out, &told, "x.yaml", (struct bytes){rows[i].before, strlen(rows[i].before)});

        if (mended != (rows[i].after != NULL) || (mended && strcmp(out.bytes, rows[i].after) != 0))
            fail_msg("%d: %s -> %s", (int)i, rows[i].before, mended ? out.bytes : "as it was");
        if (rows[i].told[0] ? !told.bytes || !strstr(told.bytes, rows[i].told) : told.length > 0)
            fail_msg("%d: told: %s", (int)i, told.bytes ? told.bytes : "nothing");
        if (mended && mending_bytes(&again, &told, "x.yaml", (struct bytes){out.bytes, out.length}))
            fail_msg("%d: mended twice", (int)i);
        buffer_finish(&out);
        buffer_finish(&told);
        buffer_finish(&again);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
