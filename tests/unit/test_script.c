/* Scripts of letters, languages and texts. */
#include "text/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Expected: "code:text" for each run, bars between them; "-" for no script. */
static void texts_fall_into_scripts(void **state)
{
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"", ""},
        {"Chile", "Latn:Chile"},
        {"1973, 36 %", "-:1973, 36 %"},
        {"(1973) \u03A3\u03B1", "Grek:(1973) \u03A3\u03B1"},
        {"\u0421\u0421\u0421\u0420 (USSR) 1991", "Cyrl:\u0421\u0421\u0421\u0420 (|Latn:USSR|Cyrl:) 1991"},
        {"\u0421 (USSR [a] \u0411) x", "Cyrl:\u0421 (|Latn:USSR [a] |Cyrl:\u0411) |Latn:x"},
        {"(a \u0411) \u0412", "Latn:(a |Cyrl:\u0411|Latn:) |Cyrl:\u0412"},
        {")a", "Latn:)a"},
        {"e\u0301\u0928\u0940", "Latn:e\u0301|Deva:\u0928\u0940"},
        {"\u65E5\u672C\u306E\u30AB\u30CA", "Hani:\u65E5\u672C\u306E\u30AB\u30CA"},
        {"\uB300\uD55C\u300C\u5927\u300D\uBBFC", "Hang:\uB300\uD55C\u300C|Hani:\u5927|Hang:\u300D\uBBFC"},
        {"a \u300C\u5927\u300D b\uFF01", "Latn:a |Hani:\u300C\u5927\u300D |Latn:b|Hani:\uFF01"}, /* fonts of Latin have no such signs */
        {"\u300Aa\u300B\u3001\u0661", "Hani:\u300A|Latn:a|Hani:\u300B\u3001|Arab:\u0661"},
        {"\u0661\u0669\u0667\u0663", "Arab:\u0661\u0669\u0667\u0663"},
        {"\u0E2A\u0E40 TV", "Thai:\u0E2A\u0E40 |Latn:TV"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct script_walk walk = {.at = rows[i].text, .end = rows[i].text + strlen(rows[i].text)};
        struct script_run run;
        char out[256] = "";
        int length = 0;

        while (script_next(&walk, &run))
            length += snprintf(out + length, sizeof(out) - (size_t)length, "%s%s:%.*s", length ? "|" : "",
                               run.script ? script_code(run.script).letters : "-", run.length, run.text);
        if (strcmp(out, rows[i].expected) != 0)
            fail_msg("row %zu: got %s, want %s", i, out, rows[i].expected);
    }
}

static void languages_have_a_script(void **state)
{
    static const struct {
        const char *language, *script, *variant;
    } rows[] = {
        {"es", "Latn", "Latn"}, {"sr", "Cyrl", "Cyrl"}, {"sr-Latn", "Latn", "Latn"}, {"ar", "Arab", "Arab"},    {"hi", "Deva", "Deva"},
        {"ja", "Hani", "Jpan"}, {"ko", "Hang", "Kore"}, {"zh", "Hani", "Hans"},      {"zh-TW", "Hani", "Hant"}, {"zh-Hant", "Hani", "Hant"},
        {"zz", "", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_string_equal(script_code(script_of_language(rows[i].language)).letters, rows[i].script);
        assert_string_equal(script_code(script_variant(rows[i].language)).letters, rows[i].variant);
    }
}

static void scripts_have_codes(void **state)
{
    static const struct {
        const char *code;
        uint32_t script;
        const char *name;
        bool joined;
    } rows[] = {
        {"Arab", SCRIPT('A', 'r', 'a', 'b'), "Arabic", true}, {"deva", SCRIPT('D', 'e', 'v', 'a'), "Devanagari", true},
        {"Latn", SCRIPT('L', 'a', 't', 'n'), "Latin", false}, {"Cans", SCRIPT('C', 'a', 'n', 's'), "Canadian_Aboriginal", false},
        {"Hira", SCRIPT('H', 'a', 'n', 'i'), "Han", false},   {"Jpan", SCRIPT('H', 'a', 'n', 'i'), "Han", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_int_equal(script_named(rows[i].code), rows[i].script);
        assert_string_equal(script_name(rows[i].script), rows[i].name);
        assert_int_equal(script_is_joined(rows[i].script), rows[i].joined);
    }
    assert_int_equal(script_of_letter('z'), SCRIPT('L', 'a', 't', 'n'));
    assert_int_equal(script_of_letter(0x1E00), SCRIPT('L', 'a', 't', 'n'));
    assert_int_equal(script_of_letter(0x301), SCRIPT_NONE);
    assert_int_equal(script_named("Xxxx"), SCRIPT_NONE);
    assert_int_equal(script_named("Arabic"), SCRIPT('A', 'r', 'a', 'b'));
    assert_int_equal(script_named("Korean"), SCRIPT('H', 'a', 'n', 'g'));
    assert_int_equal(script_named(""), SCRIPT_NONE);
    assert_int_equal(script_named("Arabik"), SCRIPT_NONE);
    assert_int_equal(script_named("Zyyy"), SCRIPT_NONE);
}

static bool has_font(const char *begin, const char *family)
{
    char path[160];

    snprintf(path, sizeof(path), "/usr/share/fonts/truetype/noto/%s%s-Regular.ttf", begin, family);
    return access(path, R_OK) == 0;
}

/* What check tells curators to install, and what the fonts are looked up by, holds for every script that ICU knows a letter of. */
static void packages_have_fonts_of_scripts(void **state)
{
    enum { SCRIPTS_MAX = 400, LAST = 0x1FFFF };
    uint32_t seen[SCRIPTS_MAX];
    int count = 0;

    (void)state;
    for (uint32_t code = 0x80; code <= LAST; code++) {
        uint32_t script = script_of_letter(code);
        bool told = script == SCRIPT_NONE || script_is_european(script) || script_is_east_asian(script);

        for (int i = 0; i < count && !told; i++)
            told = seen[i] == script;
        if (told)
            continue;
        assert_true(count < SCRIPTS_MAX);
        seen[count++] = script;
        const char *package = script_package(script), *family = script_family(script).name;
        bool there = has_font("NotoSans", family) || has_font("NotoSerif", family);

        if (there != (package != NULL))
            fail_msg("%s: %s", script_name(script), package ? package : "there is a font");
    }
    assert_true(count > 140);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_fall_into_scripts),
        cmocka_unit_test(languages_have_a_script),
        cmocka_unit_test(scripts_have_codes),
        cmocka_unit_test(packages_have_fonts_of_scripts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
