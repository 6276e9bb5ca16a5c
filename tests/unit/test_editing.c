/* Changes to YAML files: what is written is read back, and all else stays, byte for byte. */
#include "editing/editing.h"
#include "editing/scalar.h"

#include "base/files.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What people write, and YAML takes for something else. */
static const char *const AWKWARD[] = {
    "x",
    "two words",
    "a: b",
    "a #b",
    "#b",
    "- one",
    "-",
    "* star",
    "&and",
    "!no",
    "%",
    "@at",
    "`tick",
    "? what",
    "[x](panel:y)",
    "{a}, [b]",
    "it's",
    "\"quoted\"",
    "“typographic”",
    "back\\slash \\n",
    "1973",
    "yes",
    "~",
    "null",
    "...",
    "---",
    "a:",
    ": a",
    "a, b",
    "  two blanks",
    "two  blanks  in the middle",
    "one\ntwo",
    "one\n\ntwo\n\n\nthree",
    "one\n  further in\ntwo",
    "\none",
    "trailing:\nmore # not a remark",
    "\xD8\xA7\xD9\x84\xD8\xAE\xD8\xB7 إلى الساحل: «مذنب»",
    "ทางรถไฟสู่ชายฝั่ง",
    ("A long text that goes on and on, so that it is folded where others are, and has a colon: here, and a sign # there, and still "
     "goes on until it fills more than two lines of any file, however wide these may be in it."),
    "e\xCC\x81", /* apart */
};

struct opened {
    struct buffer content;
    struct findings *findings;
    struct report report;
    struct editing *editing;
};

static struct opened open_bytes(const char *bytes, size_t size)
{
    struct opened opened = {.findings = findings_create()};

    buffer_add(&opened.content, bytes, size);
    opened.report = (struct report){opened.findings, "f.yaml", 0};
    opened.editing = editing_open(&opened.report, &(struct yaml_source){opened.content.bytes, opened.content.length, true});
    if (!opened.editing) {
        findings_print(opened.findings, stderr);
        fail_msg("cannot be read:\n%s", opened.content.bytes);
    }
    return opened;
}

static void close_opened(struct opened *opened)
{
    editing_close(opened->editing);
    findings_destroy(opened->findings);
    buffer_finish(&opened->content);
}

struct scalars {
    const struct node **list;
    int count, capacity;
};

static void gather(struct scalars *scalars, const struct node *node)
{
    if (node->kind == NODE_SCALAR) {
        scalars->list = mem_grow(scalars->list, scalars->count, &scalars->capacity, sizeof(*scalars->list));
        scalars->list[scalars->count++] = node;
    }
    for (int i = 0; node->kind != NODE_SCALAR && i < node->count; i++)
        gather(scalars, node->kind == NODE_MAP ? &node->pairs[i].value : &node->items[i]);
}

static void assert_text(const char *read, const char *text)
{
    size_t length = scalar_length(text);

    if (strcmp(text, "e\xCC\x81") == 0)
        text = "é";
    if (scalar_length(read) != scalar_length(text) || strncmp(read, text, scalar_length(text)) != 0)
        fail_msg("\"%s\" is read as \"%s\" (%zu)", text, read, length);
}

/* All texts of a file get other words at once, in as many rounds as there are words. */
static void change_all(const char *bytes, size_t size)
{
    for (size_t round = 0; round < COUNTOF(AWKWARD); round++) {
        struct opened opened = open_bytes(bytes, size);
        struct scalars old = {0}, now = {0};
        struct buffer result = {0};

        gather(&old, editing_root(opened.editing));
        for (int i = 0; i < old.count; i++)
            editing_set_text(opened.editing, old.list[i], AWKWARD[(round + (size_t)i) % COUNTOF(AWKWARD)]);
        editing_result(opened.editing, &result);
        struct opened again = open_bytes(result.bytes, result.length);

        gather(&now, editing_root(again.editing));
        assert_int_equal(now.count, old.count);
        for (int i = 0; i < now.count; i++)
            assert_text(now.list[i]->text, AWKWARD[(round + (size_t)i) % COUNTOF(AWKWARD)]);
        close_opened(&again);
        buffer_finish(&result);
        free(old.list);
        free(now.list);
        close_opened(&opened);
    }
}

/* One text of the file: nothing before its line and behind its last one changes. */
static void change_one(const char *bytes, size_t size, int which)
{
    struct opened opened = open_bytes(bytes, size);
    struct scalars old = {0};
    struct buffer result = {0};

    gather(&old, editing_root(opened.editing));
    const struct node *node = old.list[which % old.count];
    int last = node->line_count > 0 ? node->lines[node->line_count - 1].line : node->origin.line, line = 1;
    const char *before = bytes, *behind;

    for (; line < node->origin.line; line++)
        before = strchr(before, '\n') + 1;
    for (behind = before; behind && line <= last; line++)
        behind = strchr(behind, '\n') ? strchr(behind, '\n') + 1 : NULL;
    editing_set_text(opened.editing, node, AWKWARD[(size_t)which % COUNTOF(AWKWARD)]);
    editing_result(opened.editing, &result);
    assert_memory_equal(result.bytes, bytes, (size_t)(before - bytes));
    if (behind) {
        size_t left = size - (size_t)(behind - bytes);

        assert_true(result.length >= left);
        assert_memory_equal(result.bytes + result.length - left, behind, left);
    }
    buffer_finish(&result);
    free(old.list);
    close_opened(&opened);
}

static void change_file(const struct files *files, const char *path)
{
    struct buffer content = {0}, carriage = {0};

    assert_int_equal(files->read(files->context, path, 1 << 22, &content), FILES_OK);
    change_all(content.bytes, content.length);
    for (int i = 0; i < 60; i++)
        change_one(content.bytes, content.length, i * 37);
    for (size_t i = 0; i < content.length; i++)
        buffer_add(&carriage, content.bytes[i] == '\n' ? "\r\n" : &content.bytes[i], content.bytes[i] == '\n' ? 2 : 1);
    change_one(carriage.bytes, carriage.length, 38);
    buffer_finish(&carriage);
    buffer_finish(&content);
}

static void whatever_is_written_is_read_back(void **state)
{
    static const char *const paths[] = {"config/exhibit.yaml",       "config/timeline.yaml",     "config/people.yaml",
                                        "config/panels/strike.yaml", "config/panels/wages.yaml", "config/layouts/picture-left.yaml"};
    struct files *files = files_open("tests/exhibit");

    (void)state;
    assert_non_null(files);
    for (size_t i = 0; i < COUNTOF(paths); i++)
        change_file(files, paths[i]);
    files_close(files);
}

/* A file, the path of a value ("a.b.1": keys, and numbers of items from 0), its new text, and the file then. */
static const struct text_row {
    const char *file, *path, *text, *after;
} text_rows[] = {
    {"a: one # a remark\nb: 2\n", "a", "two", "a: two # a remark\nb: 2\n"},
    {"a: one\n", "a", "one: two", "a: \"one: two\"\n"},
    {"a: 'it''s'\n", "a", "it's \"x\"", "a: 'it''s \"x\"'\n"},
    {"a: \"x\"\n", "a", "say \"y\" \\", "a: \"say \\\"y\\\" \\\\\"\n"},
    {"a:\nb: 1\n", "a", "one", "a: \"one\"\nb: 1\n"},
    {"a: {en: one, es: 'uno'} # x\n", "a.es", "dos, tres", "a: {en: one, es: 'dos, tres'} # x\n"},
    {"a: {en: one, es: uno}\n", "a.en", "one, two", "a: {en: \"one, two\", es: uno}\n"},
    {"a: >-\n  The first line of it\n  and a second one here\n  and a third.\nb: 1\n", "a",
     "The first line of it and a changed one here and a third.",
     "a: >-\n  The first line of it\n  and a changed one here\n  and a third.\nb: 1\n"},
    {"a: >  # why\n\n  one\n  two\n\n  three\n\n# end\nb: 1\n", "a", "\none two\nfour",
     "a: >  # why\n\n  one\n  two\n\n  four\n\n# end\nb: 1\n"},
    {"a: >  # why\n\n  one\n  two\nb: 1\n", "a", "one two\nfour", "a: >  # why\n  one two\n\n  four\nb: 1\n"},
    {"a: |\n  one\n  two\nb: 1\n", "a", "one\nzwei\n\ndrei", "a: |\n  one\n  zwei\n\n  drei\nb: 1\n"},
    {"- - a\n  - |\n    b\n", "0.1", "c\nd", "- - a\n  - |\n    c\n    d\n"},
    {"a: |\r\n  one\r\n  two\r\nb: 1\r\n", "a", "one\nzwei", "a: |\r\n  one\r\n  zwei\r\nb: 1\r\n"},
    {"\xEF\xBB\xBF"
     "a: é\nb: ü\n",
     "b", "ö",
     "\xEF\xBB\xBF"
     "a: é\nb: ö\n"},
    {"a: plain words that\n  go on here\nb: 1\n", "a", "plain words that go off here", "a: plain words that\n  go off here\nb: 1\n"},
    {"a: \"one\n  two\"\nb: 1\n", "a", "one\ntwo", "a: \"one\n\n  two\"\nb: 1\n"},
    {"a: plain words\n  go on\nb: 1\n", "a", "x: y\n\nz", "a: \"x: y\n\n\n  z\"\nb: 1\n"},
    {"a: x", "a", "y", "a: y"},
};

static const struct node *find(const struct node *node, const char *path)
{
    char step[32];

    for (int length; *path; path += path[length] ? length + 1 : length) {
        length = (int)strcspn(path, ".");
        snprintf(step, sizeof(step), "%.*s", length, path);
        node = node->kind == NODE_LIST ? &node->items[strtol(step, NULL, 10)] : yaml_find(node, step);
        assert_non_null(node);
    }
    return node;
}

static void only_what_changed_is_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(text_rows); i++) {
        const struct text_row *row = &text_rows[i];
        struct opened opened = open_bytes(row->file, strlen(row->file));
        struct buffer result = {0};

        assert_false(editing_is_changed(opened.editing));
        editing_set_text(opened.editing, find(editing_root(opened.editing), row->path), row->text);
        assert_true(editing_is_changed(opened.editing));
        editing_result(opened.editing, &result);
        assert_string_equal(result.bytes, row->after);
        buffer_finish(&result);
        close_opened(&opened);
    }
}

#define WORD(words) .kind = NODE_SCALAR, .style = NODE_QUOTED, .text = (words)

static const struct pair languages[] = {{.key = "en", .value = {WORD("one")}}, {.key = "es", .value = {WORD("uno: dos")}}};
static const struct pair event[] = {
    {.key = "id", .value = {.kind = NODE_SCALAR, .style = NODE_PLAIN, .text = "x"}},
    {.key = "title", .value = {.kind = NODE_MAP, .flow = true, .pairs = languages, .count = 2}},
    {.key = "text", .value = {.kind = NODE_MAP, .pairs = languages, .count = 2}},
};
static const struct node word = {WORD("new")}, item = {.kind = NODE_MAP, .pairs = event, .count = 3},
                         map = {.kind = NODE_MAP, .pairs = languages, .count = 2};

enum what { ADD, APPEND, FIRST, SET };

/* The same with a further key "k", a further item, or another value. */
static const struct more_row {
    const char *file, *path;
    enum what what;
    const struct node *value;
    const char *after;
} more_rows[] = {
    {"a: {en: one}\n", "a", ADD, &word, "a: {en: one, k: \"new\"}\n"},
    {"a: {}\n", "a", ADD, &word, "a: {k: \"new\"}\n"},
    {"a:\n    en: one # x\n# y\nb: 1\n", "a", ADD, &word, "a:\n    en: one # x\n    k: \"new\"\n# y\nb: 1\n"},
    {"a:\n  en: |\n    one\n\nb: 1", "a", ADD, &word, "a:\n  en: |\n    one\n  k: \"new\"\n\nb: 1"},
    {"a:\n  en: one", "", ADD, &map, "a:\n  en: one\nk:\n  en: \"one\"\n  es: \"uno: dos\""},
    {"a:\n  - x\n", "a", APPEND, &word, "a:\n  - x\n  - \"new\"\n"},
    {"a: [x, y]\n", "a", APPEND, &word, "a: [x, y, \"new\"]\n"},
    {"a: []\n", "a", APPEND, &word, "a: [\"new\"]\n"},
    {"a:\n- id: y\n  t: 1 # z\nb: 1\n", "a", APPEND, &item,
     "a:\n- id: y\n  t: 1 # z\n- id: x\n  title: {en: \"one\", es: \"uno: dos\"}\n  text:\n    en: \"one\"\n    es: \"uno: dos\"\nb: 1\n"},
    {"a:\n  - x\n\n  # two\n  - y\n", "a", APPEND, &word, "a:\n  - x\n\n  # two\n  - y\n  - \"new\"\n"},
    {"a:\n  - x\n\n  - y\nb: 1\n", "a", APPEND, &word, "a:\n  - x\n\n  - y\n\n  - \"new\"\nb: 1\n"},
    {"a:\n  - x\n\n  - y\nb: 1\n", "a", FIRST, &word, "a:\n  - \"new\"\n\n  - x\n\n  - y\nb: 1\n"},
    {"a:\n  # first\n  - y\n", "a", FIRST, &word, "a:\n  # first\n  - \"new\"\n  - y\n"},
    {"a: \"x\" # z\nb: 1\n", "a", SET, &map, "a:\n  en: \"one\"\n  es: \"uno: dos\" # z\nb: 1\n"},
    {"a: {b: x}\n", "a.b", SET, &map, "a: {b: {en: \"one\", es: \"uno: dos\"}}\n"},
    {"- a: [x]\n", "0.a", SET, &word, "- a: \"new\"\n"},
    {"a:\nb: 1\n", "a", SET, &word, "a: \"new\"\nb: 1\n"},
};

static void what_is_added_looks_like_its_neighbours(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(more_rows); i++) {
        const struct more_row *row = &more_rows[i];
        struct opened opened = open_bytes(row->file, strlen(row->file));
        const struct node *node = find(editing_root(opened.editing), row->path);
        struct buffer result = {0};

        if (row->what == ADD)
            editing_add(opened.editing, node, "k", row->value);
        else if (row->what == APPEND)
            editing_append(opened.editing, node, row->value);
        else if (row->what == FIRST)
            editing_insert(opened.editing, node, -1, row->value);
        else
            editing_set(opened.editing, node, row->value);
        editing_result(opened.editing, &result);
        assert_string_equal(result.bytes, row->after);
        buffer_finish(&result);
        close_opened(&opened);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_changed_is_written),
        cmocka_unit_test(what_is_added_looks_like_its_neighbours),
        cmocka_unit_test(whatever_is_written_is_read_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
