/* Where keys, short values and letters stand, after a file was read. */
#include "exhibit/origins.h"
#include "load/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LONG "a text of a hundred letters and more, which no finding will ever name by itself, however much is wrong in it"

static const char source[] = "\xEF\xBB\xBFtitle: {en: A, es: \xC3\x91\xC3\x91}\r\n" /* Ñ */
                             "faces:\r\n"
                             "  headline: [One.otf, Open Sans.ttf]\r\n"
                             "  text: One.otf\r\n"
                             "  bold: {deep: {deeper: x}}\r\n"
                             "  italic: '" LONG "'\r\n"
                             "events:\r\n"
                             "  - id: \xC3\x91\r\n"
                             "    title: \xE2\x82\x82\r\n"; /* ₂ */

struct fixture {
    struct arena *arena;
    struct exhibit exhibit;
};

static void begin(struct fixture *f)
{
    struct findings *findings = findings_create();
    struct report report = {findings, "f.yaml", 0};
    struct yaml_source bytes = {.bytes = source, .size = strlen(source)};

    *f = (struct fixture){.arena = arena_create()};
    const struct node *root = yaml_read(f->arena, &report, &bytes);

    assert_non_null(root);
    assert_int_equal(findings_total(findings), 0);
    f->exhibit.origins = record_origins(f->arena, "f.yaml", &bytes, root);
    findings_destroy(findings);
}

static void expect(struct origin origin, int line, int column)
{
    if (origin.line != line || origin.column != column)
        fail_msg("%s:%d:%d, not %d:%d", origin.file, origin.line, origin.column, line, column);
}

static void test_keys(void **state)
{
    static const struct {
        const char *file, *keys[4];
        int line, column;
    } rows[] = {
        {"f.yaml", {"title", "es"}, 1, 16},
        {"f.yaml", {"title", "fr"}, 1, 1}, /* as deep as it goes */
        {"f.yaml", {"faces", "text"}, 4, 3},
        {"f.yaml", {"faces", "bold", "deep"}, 5, 3},
        {"f.yaml", {"events", "title"}, 7, 1}, /* not inside of lists */
        {"f.yaml", {"zzz"}, 0, 0},
        {"f.yaml", {NULL}, 0, 0},
        {"g.yaml", {"title"}, 0, 0},
    };
    struct fixture f;

    (void)state;
    begin(&f);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct origin origin = origins_key(&f.exhibit, rows[i].file, rows[i].keys);

        expect(origin, rows[i].line, rows[i].column);
        assert_string_equal(origin.file, rows[i].file);
    }
    arena_destroy(f.arena);
}

static void test_values(void **state)
{
    static const struct {
        const char *key, *value;
        int line, column;
    } rows[] = {
        {"headline", "One.otf", 3, 14}, {"headline", "Open Sans.ttf", 3, 23},
        {"text", "One.otf", 4, 9},      {"text", "Open Sans.ttf", 0, 0}, /* exactly there */
        {"italic", LONG, 0, 0},         {"zzz", "One.otf", 0, 0},
    };
    struct fixture f;

    (void)state;
    begin(&f);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const char *const keys[] = {"faces", rows[i].key, NULL};

        expect(origins_value(&f.exhibit, "f.yaml", keys, rows[i].value), rows[i].line, rows[i].column);
    }
    arena_destroy(f.arena);
}

static void test_letters(void **state)
{
    struct fixture f;

    (void)state;
    begin(&f);
    expect(origins_letter(&f.exhibit, "f.yaml", 0xD1), 1, 20); /* the first, without the mark that editors put before it */
    expect(origins_letter(&f.exhibit, "f.yaml", 0x2082), 9, 12);
    expect(origins_letter(&f.exhibit, "f.yaml", 'a'), 0, 0);
    expect(origins_letter(&f.exhibit, "f.yaml", 0xFEFF), 0, 0);
    expect(origins_letter(&f.exhibit, "g.yaml", 0xD1), 0, 0);
    arena_destroy(f.arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_letters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
