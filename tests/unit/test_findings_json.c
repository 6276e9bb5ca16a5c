/* Findings as programs read them. */
#include "reference/codes.h"
#include "reference/findings_json.h"
#include "reference/json.h"
#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The file as a whole, no code, quotes, a name that no URI may have as it is. */
static struct findings *some_findings(void)
{
    struct findings *findings = findings_create();

    findings_add(findings, FINDING_ERROR, (struct origin){"config/panels/a b%\u00e9.yaml", 3, 7}, CODED("key-unknown") "titel: \"%s\"\\",
                 "x\ty");
    findings_add(findings, FINDING_WARNING, (struct origin){"config/layouts", 0, 0}, "in the middle: " CODED("layouts-missing") "none");
    findings_add(findings, FINDING_HINT, (struct origin){"config/exhibit.yaml", 1, 1}, "without a code");
    return findings;
}

static void test_json(void **state)
{
    struct findings *findings = some_findings();
    struct buffer out = {0};

    (void)state;
    findings_json(&out, findings);
    golden_compare("tests/golden/findings.json", &out);
    buffer_finish(&out);
    findings_destroy(findings);
}

/* But for its rules, of which there is one a code. */
static void test_sarif(void **state)
{
    struct findings *findings = some_findings();
    struct buffer out = {0}, rest = {0};
    int rules = 0;

    (void)state;
    findings_sarif(&out, findings, "1.2.3");
    for (const char *at = out.bytes; *at;) {
        size_t length = strcspn(at, "\n") + 1;

        if (strncmp(at, "        {\"id\": ", 15) == 0)
            rules++;
        else
            buffer_add(&rest, at, length);
        at += length;
    }
    assert_int_equal(rules, finding_kind_count);
    golden_compare("tests/golden/findings.sarif", &rest);
    buffer_finish(&rest);
    buffer_finish(&out);
    findings_destroy(findings);
}

static void test_none(void **state)
{
    struct findings *findings = findings_create();
    struct buffer out = {0};

    (void)state;
    findings_json(&out, findings);
    assert_non_null(strstr(out.bytes, "\"findings\": []"));
    buffer_finish(&out);
    findings_sarif(&out, findings, "1");
    assert_non_null(strstr(out.bytes, "\"results\": []"));
    buffer_finish(&out);
    findings_destroy(findings);
}

static void test_texts(void **state)
{
    static const char *const rows[][2] = {{"", "\"\""},
                                          {"a\"b\\c", "\"a\\\"b\\\\c\""},
                                          {"a\nb\tc\x1b", "\"a\\nb\\u0009c\\u001b\""},
                                          {"caf\u00e9 \U0001F600", "\"caf\u00e9 \U0001F600\""}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer out = {0};

        json_text(&out, rows[i][0]);
        assert_string_equal(out.bytes, rows[i][1]);
        buffer_finish(&out);
    }
}

static bool is_error(const struct finding *finding, const void *context)
{
    return finding->severity == *(const enum severity *)context;
}

static void test_filter(void **state)
{
    struct findings *findings = some_findings();

    (void)state;
    findings_filter(findings, is_error, &(enum severity){FINDING_WARNING});
    assert_int_equal(findings_total(findings), 1);
    assert_string_equal(findings_at(findings, 0)->code, "layouts-missing");
    assert_string_equal(findings_at(findings, 0)->message, "in the middle: none");
    findings_destroy(findings);
}

/* Found by halving, so in order; each says something. */
static void test_kinds(void **state)
{
    (void)state;
    for (int i = 0; i < finding_kind_count; i++) {
        assert_true(i == 0 || strcmp(finding_kinds[i - 1].code, finding_kinds[i].code) < 0);
        assert_ptr_equal(codes_find(finding_kinds[i].code), &finding_kinds[i]);
        assert_true(finding_kinds[i].help[strlen(finding_kinds[i].help) - 1] == '.');
    }
    assert_null(codes_find("no-such-code"));
    assert_null(codes_find(""));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json),  cmocka_unit_test(test_sarif),  cmocka_unit_test(test_none),
        cmocka_unit_test(test_texts), cmocka_unit_test(test_filter), cmocka_unit_test(test_kinds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
