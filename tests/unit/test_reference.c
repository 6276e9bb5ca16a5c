/* The reference of an exhibit's files: made of the tables, and no other than the one that curators have. */
#include "reference/files.h"
#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* config/README.md is what the program prints: UPDATE_GOLDEN=1 writes it anew. */
static void test_page(void **state)
{
    struct buffer page = {0};

    (void)state;
    files_page(&page);
    golden_compare("config/README.md", &page);
    buffer_finish(&page);
}

static void test_schemas(void **state)
{
    static const char *const rows[][2] = {
        {"exhibit", "\"required\": [\"title\", \"languages\", \"chapters\"]"},
        {"panel", "\"layout\": {\"type\": [\"string\", \"number\"]"},
        {"words", "\"additionalProperties\": {\"$ref\": \"#/$defs/words\"}"},
        {"exhibit", "\"rotation\": {\"enum\": [0, 90, 180, 270]"},
        {"exhibit", "\"attract\": {\"anyOf\": [{\"enum\": [\"posters\", \"pages\"]}"},
        {"theme", "\"pattern\": \"^#[0-9A-Fa-f]{6}$\""},
        {"timeline", "\"importance\": {\"type\": \"integer\", \"minimum\": 1, \"maximum\": 3"},
    };
    struct buffer out = {0};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_true(files_schema(&out, rows[i][0]));
        if (!strstr(out.bytes, rows[i][1]))
            fail_msg("%s has not %s", rows[i][0], rows[i][1]);
        buffer_finish(&out);
    }
    assert_false(files_schema(&out, "museum"));
    files_kinds(&out);
    assert_non_null(strstr(out.bytes, "exhibit, panel, timeline"));
    buffer_finish(&out);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_schemas),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
