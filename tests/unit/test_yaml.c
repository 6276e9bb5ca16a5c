/* Reading YAML: the tree with its places, the bounds, and what is said of broken files. */
#include "base/base.h"
#include "support/finding_text.h"
#include "yaml/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena *arena;
    struct findings *findings;
    struct report report;
};

static struct fixture begin(void)
{
    struct fixture f = {arena_create(), findings_create(), {NULL, "f.yaml", 0}};

    f.report.findings = f.findings;
    return f;
}

static void end(struct fixture *f)
{
    findings_destroy(f->findings);
    arena_destroy(f->arena);
}

static const struct node *read_bytes(struct fixture *f, const char *bytes, size_t size)
{
    f->report.findings = f->findings;
    return yaml_read(f->arena, &f->report, &(struct yaml_source){.bytes = bytes, .size = size});
}

static const struct node *read_text(struct fixture *f, const char *text)
{
    return read_bytes(f, text, strlen(text));
}

/* The tree on one line, each node and key closed by its place. */
static void dump(const struct node *node, struct buffer *text)
{
    if (node->kind == NODE_SCALAR)
        buffer_printf(text, "'%s'", node->text);
    for (int i = 0; i < node->count && node->kind == NODE_LIST; i++) {
        buffer_printf(text, i ? ", " : "[");
        dump(&node->items[i], text);
    }
    for (int i = 0; i < node->count && node->kind == NODE_MAP; i++) {
        const struct pair *pair = &node->pairs[i];

        buffer_printf(text, "%s%s@%d:%d ", i ? ", " : "{", pair->key, pair->origin.line, pair->origin.column);
        dump(&pair->value, text);
    }
    buffer_printf(text, "%s@%d:%d",
                  node->kind == NODE_LIST  ? (node->count ? "]" : "[]")
                  : node->kind == NODE_MAP ? (node->count ? "}" : "{}")
                                           : "",
                  node->origin.line, node->origin.column);
}

static void test_trees(void **state)
{
    static const struct {
        const char *source, *tree;
    } rows[] = {
        {"a: b\n", "{a@1:1 'b'@1:4}@1:1"},
        {"\xEF\xBB\xBF"
         "a: b\n",
         "{a@1:1 'b'@1:4}@1:1"},
        {"a: b\r\nc: d\r\n", "{a@1:1 'b'@1:4, c@2:1 'd'@2:4}@1:1"},
        {"# c\n\na:\n  b: 'c'\n  d: [1, 2]\n", "{a@3:1 {b@4:3 'c'@4:6, d@5:3 ['1'@5:7, '2'@5:10]@5:6}@4:3}@3:1"},
        {"a:\n- b\n- c: d\n", "{a@1:1 ['b'@2:3, {c@3:3 'd'@3:6}@3:3]@2:1}@1:1"},
        {"é: \"ñ\"  # c\n", "{é@1:1 'ñ'@1:4}@1:1"},
        {"e\u0301: [n\u0303, x]\n", "{\u00E9@1:1 ['\u00F1'@1:6, 'x'@1:10]@1:5}@1:1"}, /* composed; places are the file's */
        {"a: |\n  x\n\n  y\n", "{a@1:1 'x\n\ny\n'@1:4}@1:1"},
        {"a: >-\n  x\n  y\n", "{a@1:1 'x y'@1:4}@1:1"},
        {"a:\nb: ''\n", "{a@1:1 ''@1:3, b@2:1 ''@2:4}@1:1"},
        {"a: {}\nb: []\n", "{a@1:1 {}@1:4, b@2:1 []@2:4}@1:1"},
        {"a: 'it''s'\n", "{a@1:1 'it's'@1:4}@1:1"},
        {"a: yes\nb: 1e3\nc: ~\n", "{a@1:1 'yes'@1:4, b@2:1 '1e3'@2:4, c@3:1 '~'@3:4}@1:1"},
        {"--- # one\na: b\n...\n", "{a@2:1 'b'@2:4}@2:1"},
        {"b\n", "'b'@1:1"},
        {"a: \"e\\u0301\"\n", "{a@1:1 '\u00E9'@1:4}@1:1"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct fixture f = begin();
        struct buffer text = {0};
        const struct node *root = read_text(&f, rows[i].source);

        assert_non_null(root);
        dump(root, &text);
        assert_string_equal(text.bytes, rows[i].tree);
        assert_int_equal(findings_total(f.findings), 0);
        buffer_finish(&text);
        end(&f);
    }
}

/* Where a word of the text of "a" stands in the file. */
static void test_places_in_texts(void **state)
{
    static const struct {
        const char *source, *word;
        int line, column;
    } rows[] = {
        {"a: one x\n", "x", 1, 8},
        {"a: 'one x'\n", "x", 1, 9},
        {"a: |\n  one\n\n   two x\n", "x", 4, 8},
        {"a: |-\n    one\n  # no text\n", "one", 2, 5},
        {"a: >\n  one\n  two\n\n  ñandú x\n", "x", 5, 9},
        {"a: >\n  one\n    two\n  x\n", "x", 4, 3},
        {"a:\n  one\n  two x\n", "x", 3, 7},
        {"a: 'it''s\n  one\n\n  ''x'''\n", "'x", 4, 3},
        {"a: \"\\u00f1 \\\"one\\n\\\\ \\\n  two\\\n  x\"\n", "x", 3, 3},
        {"\xEF\xBB\xBF"
         "a: >\r\n  one\r\n  x\r\n",
         "x", 3, 3},
        {"\xEF\xBB\xBF"
         "a: one\n  x\n",
         "x", 2, 3},
        {"a: >\n  e\u0301e\u0301e\u0301\n  e\u0301 x\n", "x", 3, 5},
        {"b: |\n  x\na: |\n  y\n  x", "x", 5, 3},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct fixture f = begin();
        const struct node *root = read_text(&f, rows[i].source), *node;

        assert_non_null(root);
        node = yaml_find(root, "a");
        struct origin origin = yaml_origin(node, (size_t)(strstr(node->text, rows[i].word) - node->text));

        assert_int_equal(origin.line, rows[i].line);
        assert_int_equal(origin.column, rows[i].column);
        end(&f);
    }
}

/* What stands behind the value of "a" on its line. */
static void test_remarks(void **state)
{
    static const struct {
        const char *source, *remark;
        int line, column, blanks;
    } rows[] = {
        {"a: b #c d\n", "#c d", 1, 6, 1},       {"a: ñ  # c\r\nd: e\n", "# c", 1, 7, 2}, {"a: #b\n", "#b", 1, 4, 1},
        {"a: b\n  c # d", "# d", 2, 5, 1},      {"a: b#c\n# d\n", NULL, 0, 0, 0},        {"a: 'b' # c\n", NULL, 0, 0, 0},
        {"a: | # c\n  b # d\n", NULL, 0, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct fixture f = begin();
        const struct yaml_remark *remark = yaml_find(read_text(&f, rows[i].source), "a")->remark;

        assert_int_equal(remark != NULL, rows[i].remark != NULL);
        if (remark) {
            assert_string_equal(remark->text, rows[i].remark);
            assert_int_equal(remark->origin.line, rows[i].line);
            assert_int_equal(remark->origin.column, rows[i].column);
            assert_int_equal(remark->blanks, rows[i].blanks);
        }
        end(&f);
    }
}

/* What tests/bad does not show already. */
static const struct complaint {
    const char *source, *findings;
    bool tree;
} complaints[] = {
    {"a: b\na: c\nd: e\na: f\n",
     "2:1 E a: this key stands in line 1 already; remove one of the two\n4:1 E a: this key stands in line 1 already; remove one of the "
     "two\n",
     true},
    {"a: 'b\nc: d\n", "1:4 E this quote is never closed; write ' where the text ends\n", false},
    {"a: 'b\n---\nc: d\n", "1:4 E this quote is never closed; write ' where the text ends\n", false},
    {"a: \"\\ud800\"\n", "1:7 E half a letter (U+D800), whose other half was lost; type the letter again\n", false},
    {"%YAML 1.2\n---\na: b\n", "", true},
    {"%FOO\na: b\n", "1:1 E a line cannot begin with \"%\"; put the text in straight quotes\n", false},
    {"a: ? b\n", "1:4 E a value cannot begin with \"?\"; put the text in straight quotes\n", false},
    {"a: , b\n", "1:4 E a value cannot begin with \",\"; put the text in straight quotes\n", false},
    {"a: * b\n", "1:4 E a text that begins with \"*\" must stand in straight quotes, or below \"|\"\n", false},
    {"- a\nb: c\n", "2:1 E this line fits no list item above; begin it with \"- \" or correct its indentation\n", false},
    {"a: [b, c\nd: e\n", "1:4 E this \"[\" is not closed; write \"]\" at its end and a comma between its parts\n", false},
    {"? [a]\n: b\nc: d\n", "1:3 E a key must be a single word; put the text in straight quotes\n", false},
    {"a: !!str b\n", "1:4 E \"!\" has a special meaning in YAML, which is not used here; put the text in straight quotes\n", true},
    {"a: &b [c]\nd: &e {f: g}\n",
     "1:4 E \"&b\" has a special meaning in YAML, which is not used here; put the text in straight quotes\n"
     "2:4 E \"&e\" has a special meaning in YAML, which is not used here; put the text in straight quotes\n",
     true},
    {"<<: *a\n", "1:5 E \"*a\" has a special meaning in YAML, which is not used here; put the text in straight quotes\n", true},
    {"a: \"C:\\texts\"\n",
     "1:4 W the text holds a tab, shown as a space; where a backslash and a \"t\" are meant, write the text in single quotes '...'\n",
     true},
    {"a: \"C:\\New\"\n", "1:4 E the text holds a control character, written with a backslash; remove it\n", true},
    {"a: «b»\nc: ‘d’\ne: “f” g\n",
     "1:4 W the text stands in typographic quotes, which will be shown; around a value use straight quotes: \"...\"\n"
     "2:4 W the text stands in typographic quotes, which will be shown; around a value use straight quotes: \"...\"\n",
     true},
    {"a: \"“b”\"\nc: |\n  “d”\n", "", true},
    {"a: „b“ und „c“\nd: «e» y «f»\ng: ’Tis h’\n", "", true},
    {"a: “b ‘c’ d”\n", "1:4 W the text stands in typographic quotes, which will be shown; around a value use straight quotes: \"...\"\n",
     true},
    {"a: |\n  \tb\n", "2:3 E a tab in the indentation; use plain spaces, here and below\n", false},
    {"a: |\n  x\n  \tb\n  c:\xC2\xA0"
     "d\n  \xC2\xA0\n",
     "", true},
    {"a: |\n  b\n\xC2\xA0\n", "3:1 E a no-break space in the indentation; use plain spaces, here and below\n", false},
    {"a:\n  - |\n    b:\xC2\xA0"
     "c\n",
     "", true},
    {"a:\n  b: |\n    c\n\td: e\n", "4:1 E a tab in the indentation; use plain spaces, here and below\n", false},
    {"a: b\tc\n\t\n", "2:1 E a tab in the indentation; use plain spaces, here and below\n", false},
    {"a: 'b'\n\t\nc: d\t\n", "2:1 E a tab in the indentation; use plain spaces, here and below\n", false},
    {"a: \xE2\x80\xAF"
     "b\n",
     "", true},
    {"a:\xE2\x80\xAF"
     "b\n",
     "1:3 E a no-break space behind the colon; replace it with a plain space\n", false},
    {"a: \xF0\x9F\x98\x80\n", "", true},
    {"a: \xED\xA0\x80\n", "1:4 E half a letter (U+D800), whose other half was lost; type the letter again\n", false},
    {"a: \xEF\xBB\xBF"
     "b\n",
     "1:4 E an invisible control character (U+FEFF); delete it\n", false},
    {"a: \xC2\x9F\n", "1:4 E an invisible control character (U+009F); delete it\n", false},
    {"...\n", "1:1 E a value cannot begin with \".\"; put the text in straight quotes\n", false},
    {"%YAML 1.1\n", "2:1 E the file ended above this line; remove the line \"...\", or the one that begins with \"%\"\n", false},
};

static void test_complaints(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(complaints); i++) {
        struct fixture f = begin();
        struct buffer text = {0};
        const struct node *root = read_text(&f, complaints[i].source);

        finding_text(f.findings, &text);
        assert_string_equal(text.bytes, complaints[i].findings);
        assert_int_equal(root != NULL, complaints[i].tree);
        buffer_finish(&text);
        end(&f);
    }
}

static void test_encodings(void **state)
{
    static const struct {
        const char *bytes;
        size_t size;
        const char *findings;
    } rows[] = {
        {"", 0, "0:0 E the file is empty; fill it in, or remove it\n"},
        {"\xEF\xBB\xBF", 3, "0:0 E the file holds only comments and blank lines; fill it in, or remove it\n"},
        {"\xFF\xFE", 2, "0:0 E the file is saved as UTF-16; save it again with the encoding UTF-8\n"},
        {"\xFE\xFF\0a", 4, "0:0 E the file is saved as UTF-16; save it again with the encoding UTF-8\n"},
        {"a\0:\0", 4, "0:0 E the file is saved as UTF-16; save it again with the encoding UTF-8\n"},
        {"\xFF\xFE\0\0", 4, "0:0 E the file is saved as UTF-32; save it again with the encoding UTF-8\n"},
        {"\0\0\0a", 4, "0:0 E the file is saved as UTF-32; save it again with the encoding UTF-8\n"},
        {"a: b\nc: \0\n", 10, "2:4 E a zero byte: the file is damaged, or no text file\n"},
        {"a: \xED\xA0\xBD\xED\xB8\x80", 9,
         "1:4 E the letter \"\U0001F600\" is written here as two halves (U+D83D, U+DE00); type the letter itself\n"},
        {"a: \xED\xA0\xBD", 6, "1:4 E half a letter (U+D83D), whose other half was lost; type the letter again\n"},
        {"a: \"x \\uD83D\\uDE00\"", 18,
         "1:9 E the letter \"\U0001F600\" is written here as two halves (U+D83D, U+DE00); type the letter itself\n"},
        {"a: \"\\uDE00\"", 11, "1:7 E half a letter (U+DE00), whose other half was lost; type the letter again\n"},
        {"a: n\xC3\x83\xC2\x81o", 9,
         "1:6 E an invisible control character (U+0081): this was probably \"n\u00C1o\" before a program took the text's encoding for "
         "another; type it again, or copy it anew from where it is right\n"},
        {"a: \xC3", 4, "1:4 E this letter is not UTF-8; save the file again with the encoding UTF-8\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct fixture f = begin();
        struct buffer text = {0};

        assert_null(read_bytes(&f, rows[i].bytes, rows[i].size));
        finding_text(f.findings, &text);
        assert_string_equal(text.bytes, rows[i].findings);
        buffer_finish(&text);
        end(&f);
    }
}

/* head, then `part` so many times, then tail. */
static void repeat(struct buffer *text, const char *head, const char *part, int times, const char *tail)
{
    buffer_printf(text, "%s", head);
    for (int i = 0; i < times; i++)
        buffer_printf(text, "%s", part);
    buffer_printf(text, "%s", tail);
}

static const struct bound {
    const char *head, *part;
    int times;
    const char *tail, *findings;
} bounds[] = {
    {"a: ", "[", YAML_DEPTH_MAX - 2, "b", NULL}, /* unclosed: the depth is not what is told */
    {"a: ", "[", 100000, "", "1:35 E more than 32 groups within one another; take away the brackets or blanks that are too many\n"},
    {"", "- ", 100000, "", "1:65 E more than 32 groups within one another; take away the brackets or blanks that are too many\n"},
    {"", "? ", 10000, "", "1:65 E more than 32 groups within one another; take away the brackets or blanks that are too many\n"},
    {"a: ", "x", YAML_BYTES_MAX - 3, "", ""},
    {"a: ", "x", YAML_BYTES_MAX - 2, "", "0:0 E the file is larger than 256 KB; is it a text file? split it\n"},
    {"", "- x\n", YAML_NODES_MAX - 1, "", ""},
    {"", "- x\n", YAML_NODES_MAX, "", "20000:3 E the file holds more than 20000 values; split it\n"},
};

static void test_bounds(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(bounds); i++) {
        struct fixture f = begin();
        struct buffer source = {0}, text = {0};

        repeat(&source, bounds[i].head, bounds[i].part, bounds[i].times, bounds[i].tail);
        bool read = read_text(&f, source.bytes) != NULL;

        finding_text(f.findings, &text);
        if (bounds[i].findings) {
            assert_string_equal(text.bytes, bounds[i].findings);
            assert_int_equal(read, bounds[i].findings[0] == '\0');
        } else
            assert_null(strstr(text.bytes, "deep"));
        buffer_finish(&source);
        buffer_finish(&text);
        end(&f);
    }
}

/* Every key doubled, in the worst order: one finding for each, and no pair compared with every other. */
static void test_many_doubles(void **state)
{
    enum { KEYS = 4000 };
    struct fixture f = begin();
    struct buffer source = {0};

    (void)state;
    for (int i = 0; i < 2 * KEYS; i++)
        buffer_printf(&source, "key-%d: x\n", i % KEYS);
    assert_non_null(read_text(&f, source.bytes));
    assert_int_equal(f.report.errors, KEYS);
    buffer_finish(&source);
    end(&f);
}

static void test_find(void **state)
{
    struct fixture f = begin();
    const struct node *root = read_text(&f, "a: b\nc:\nd: ''\n");

    (void)state;
    assert_non_null(root);
    assert_string_equal(yaml_find(root, "a")->text, "b");
    assert_null(yaml_find(root, "x"));
    assert_null(yaml_find(yaml_find(root, "a"), "a"));
    assert_false(yaml_is_empty(yaml_find(root, "a")));
    assert_true(yaml_is_empty(yaml_find(root, "c")));
    assert_false(yaml_is_empty(yaml_find(root, "d")));
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trees),        cmocka_unit_test(test_places_in_texts),
        cmocka_unit_test(test_remarks),      cmocka_unit_test(test_complaints),
        cmocka_unit_test(test_encodings),    cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_many_doubles), cmocka_unit_test(test_find),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
