/* Files with slips: what stays, what a slip costs, and that every slip is told. */
#include "load/load.h"
#include "support/memory_files.h"
#include "yaml/salvage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Keys and list items that are left, in their order: "a b[c c]". */
static void dump(const struct node *node, struct buffer *text)
{
    for (int i = 0; node && node->kind != NODE_SCALAR && i < node->count; i++) {
        const struct node *value = node->kind == NODE_LIST ? &node->items[i] : &node->pairs[i].value;

        buffer_printf(text, "%s%s", i ? " " : "",
                      node->kind == NODE_LIST ? value->kind == NODE_SCALAR ? value->text : "" : node->pairs[i].key);
        if (value->kind != NODE_SCALAR) {
            buffer_printf(text, "[");
            dump(value, text);
            buffer_printf(text, "]");
        }
    }
}

static const struct row {
    const char *source, *left;
    int errors;
} rows[] = {
    {"a: b\nc: d\n", "a c", 0},
    {"a: b\nc d\ne: f\n", "a e", 1},
    {"a: b\nc: d: e\nf: g\n", "a f", 1},
    {"a: b\n\tc: d\ne: f\n", "a e", 1},
    {"a: \"b\nc: d\ne: f\n", "c e", 1},
    {"a: \"b\nc: \"d\"\ne: f\n", "c e", 1},
    {"a: [b, c\nd: e\n", "d", 1},
    {"a: {b: c\nd: e\n", "d", 1},
    {"a: b\nc: @d\ne: f\n", "a e", 1},
    {"a: b\xFF\nc: d\n", "c", 1},
    {"a: b\x01\nc: d\x02\ne: f\n", "e", 2},
    {"a: b\nc: d\n---\ne: f\n", "a c e", 1},
    {"a: \"b\n", "", 1},
    {"a:\n  - b: 1\n    c: 2\n  - b: \"3\n    c: 4\n  - b: 5\n    c: 6\nd: e\n", "a[[b c] [b c]] d", 1},
    {"a:\n- b: 1\n- b: 2\n   c: 3\n- b: 4\nd: e\n", "a[[b] [b]] d", 1},
    {"a:\n  - b: 1\n  - c d\n    e: 2\n  - b: 3: 4\n  - b: 5\n", "a[[b] [b]]", 2},
    {"a:\n  - b: 1\n   c: 2\n  - b: 3\n", "a[[b]]", 1},
    {"a:\n  b: 1\n  c d\n  e: 2\nf: g\n", "a[b e] f", 1},
    {"a:\n  b: 1\n   c: 2\n  e: 2\n", "a[b e]", 1},
};

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct arena *arena = arena_create();
        struct report report = {findings_create(), "f.yaml", 0};
        struct salvage salvage = {0};
        struct buffer left = {0};
        const struct node *root =
            salvage_read(arena, &report, &(struct yaml_source){.bytes = rows[i].source, .size = strlen(rows[i].source)}, &salvage);

        buffer_printf(&left, "%s", "");
        dump(root, &left);
        findings_sort(report.findings);
        if (strcmp(left.bytes, rows[i].left) != 0 || findings_count(report.findings, FINDING_ERROR) != rows[i].errors) {
            findings_print(report.findings, stdout);
            fail_msg("of:\n%s is left: %s", rows[i].source, left.bytes);
        }
        assert_int_equal(salvage.finding >= 0, rows[i].errors > 0);
        buffer_finish(&left);
        buffer_finish(&salvage.text);
        findings_destroy(report.findings);
        arena_destroy(arena);
    }
}

/* However many slips, and wherever: reading ends, and soon. */
static void test_many(void **state)
{
    static const char *const lines[] = {"a b\n", "- \"\n", "a: [\n", "  - b: c: d\n", "\ta: b\n", "a: \x01\n", "\"\n", "? [a]\n"};

    (void)state;
    for (size_t i = 0; i < COUNTOF(lines); i++) {
        struct arena *arena = arena_create();
        struct report report = {findings_create(), "f.yaml", 0};
        struct salvage salvage = {0};
        struct buffer source = {0};

        buffer_printf(&source, "events:\n");
        for (int line = 0; line < 10000; line++)
            buffer_printf(&source, "%s", lines[i]);
        salvage_read(arena, &report, &(struct yaml_source){.bytes = source.bytes, .size = source.length}, &salvage);
        assert_true(findings_count(report.findings, FINDING_ERROR) > 0);
        assert_true(findings_total(report.findings) < 500);
        buffer_finish(&source);
        buffer_finish(&salvage.text);
        findings_destroy(report.findings);
        arena_destroy(arena);
    }
}

/* A fault of its own in the files of all: whatever is broken, something can be shown, and every page has what it needs. */
static void test_files_of_all(void **state)
{
    static const char *const contents[] = {"",   "\n",       "# only this\n", "a",          "- a\n",   "\t",
                                           "\"", "\xFF\xFE", "a: b\n",        "title: [\n", "en: {\n", "{}\n"};
    static const char *const paths[] = {"config/exhibit.yaml",  "config/theme.yaml",  "config/words.yaml",      "config/timeline.yaml",
                                        "config/glossary.yaml", "config/people.yaml", "config/layouts/own.yaml"};

    (void)state;
    for (size_t i = 0; i < COUNTOF(contents); i++)
        for (size_t all = 0; all <= COUNTOF(paths); all++) { /* each by itself, and all of them */
            struct memory_file table[COUNTOF(paths) + 1] = {
                {.path = "config/panels/one.yaml", .bytes = "layout: own\nvoice: guide\ntitle: {en: One}\n"}};
            struct findings *findings = findings_create();
            struct memory_files memory;

            for (size_t p = 0; p < COUNTOF(paths); p++)
                table[1 + p] = (struct memory_file){.path = paths[p], .bytes = all == p || all == COUNTOF(paths) ? contents[i] : NULL};
            memory_files_init(&memory, table, (int)COUNTOF(table));
            struct loaded *loaded = load_exhibit(&memory.files, findings);
            const struct exhibit *e = loaded_exhibit(loaded);

            assert_int_equal(e->panel_count, 1);
            assert_true(text_in(e->title, 0)[0] && e->words[0].home[0] && e->theme.faces[0][0] && e->theme.body_size > 0);
            assert_true(e->panels[0].layout >= 0 && e->layouts[e->panels[0].layout].landscape.area_count > 0);
            assert_true(findings_count(findings, FINDING_ERROR) > 0);
            loaded_destroy(loaded);
            findings_destroy(findings);
        }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_files_of_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
