/* base: memory, UTF-8, colours, rectangles, findings. */
#include "base/colour.h"
#include "base/finding.h"
#include "base/geom.h"
#include "base/mem.h"
#include "base/printable.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void arena_keeps_blocks(void **state)
{
    struct arena *arena = arena_create();
    char *large, *small;

    (void)state;
    small = arena_text(arena, "abc", 3);
    large = arena_alloc(arena, 1000 * 1000);
    memset(large, 1, 1000 * 1000);
    assert_string_equal(small, "abc");
    assert_int_equal((uintptr_t)arena_alloc(arena, 1) % 16, 0);
    arena_reset(arena);
    assert_int_equal(arena_used(arena), 0);
    assert_ptr_equal(arena_alloc(arena, 3), small);
    large = arena_alloc(arena, 900 * 1000); /* the large block again, zeroed */
    assert_int_equal(large[899999], 0);
    assert_string_equal(arena_printf(arena, "%d-%s", 7, "x"), "7-x");
    arena_destroy(arena);
    arena_destroy(NULL);
}

static void arena_returns_to_a_mark(void **state)
{
    struct arena *arena = arena_create();
    struct arena_mark empty = arena_mark(arena);

    (void)state;
    char *kept = arena_text(arena, "abc", 3);
    struct arena_mark mark = arena_mark(arena);
    char *forgotten = arena_text(arena, "def", 3);

    memset(arena_alloc(arena, 1000 * 1000), 1, 1000 * 1000); /* in a block of its own */
    arena_return(arena, mark);
    assert_int_equal(arena_used(arena), mark.used);
    assert_ptr_equal(arena_text(arena, "ghi", 3), forgotten);
    assert_string_equal(kept, "abc");
    const char *again = arena_alloc(arena, 1000 * 1000);

    assert_int_equal(again[0] | again[999 * 1000], 0);
    arena_return(arena, empty);
    assert_int_equal(arena_used(arena), 0);
    assert_ptr_equal(arena_text(arena, "jkl", 3), kept);
    arena_destroy(arena);
}

static void buffer_grows(void **state)
{
    struct buffer buffer = {0};

    (void)state;
    for (int i = 0; i < 1000; i++)
        buffer_printf(&buffer, "%03d,", i);
    assert_int_equal(buffer.length, 4000);
    assert_int_equal(strlen(buffer.bytes), 4000);
    assert_memory_equal(buffer.bytes + 3996, "999,", 4);
    buffer_finish(&buffer);
    assert_null(buffer.bytes);
}

static void utf8_table(void **state)
{
    static const struct {
        const char *bytes;
        size_t length, good;
    } rows[] = {
        {"", 0, 0},
        {"plain", 5, 5},
        {"a\xC3\xB1o", 4, 4},
        {"\xF0\x9F\x87\xA8", 4, 4},
        {"ok\xC3", 3, 2},           /* cut off */
        {"\xC0\x80", 2, 0},         /* overlong NUL */
        {"\xE0\x9F\xBF", 3, 0},     /* overlong */
        {"x\xED\xA0\x80", 4, 1},    /* surrogate */
        {"\xF4\x90\x80\x80", 4, 0}, /* beyond Unicode */
        {"\xFF\xFE", 2, 0},
        {"\x80", 1, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_int_equal(utf8_check(rows[i].bytes, rows[i].length), rows[i].good);
}

static void utf8_round_trip(void **state)
{
    static const uint32_t codes[] = {1, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0x10000, 0x10FFFF};

    (void)state;
    for (size_t i = 0; i < COUNTOF(codes); i++) {
        char bytes[4];
        const char *at = bytes;
        int length = utf8_put(bytes, codes[i]);

        assert_int_equal(utf8_next(&at, bytes + length), codes[i]);
        assert_ptr_equal(at, bytes + length);
    }

    const char *broken = "\xC3";

    assert_int_equal(utf8_next(&broken, broken + 1), 0xFFFD);
}

/* In large steps as letter by letter, from and to each place of a text. */
static void utf8_passes(void **state)
{
    static const char text[] = "plain and long enough, \xC3\xBC\x7F\xE2\x80\x99 plain again\ta tab\n\x1Fsign \xF0\x9F\x98\x80~~~~~~~~~~";
    const char *end = text + strlen(text);

    (void)state;
    for (const char *from = text; from < end; utf8_next(&from, end)) {
        const char *printable = from, *letter = from;

        while (printable < end && *printable >= ' ' && *printable < 0x7F)
            printable++;
        assert_ptr_equal(utf8_past_printable(from, end), printable);
        for (size_t letters = 0; letter < end; letters++) {
            assert_ptr_equal(utf8_skip(from, end, letters), letter);
            utf8_next(&letter, end);
        }
        assert_ptr_equal(utf8_skip(from, end, strlen(text)), end);
    }
}

static void colour_table(void **state)
{
    static const struct {
        const char *text;
        bool good;
    } rows[] = {{"#F3EBDD", true},   {"#f3ebdd", true},  {"F3EBDD", false}, {"#F3EBD", false},
                {"#F3EBDDA", false}, {"#G3EBDD", false}, {"", false}};
    struct colour colour, paper = {0xF3, 0xEB, 0xDD, 255}, black = {0, 0, 0, 255}, white = {255, 255, 255, 255};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_int_equal(colour_parse(rows[i].text, &colour), rows[i].good);
    assert_true(colour_parse("#F3EBDD", &colour));
    assert_memory_equal(&colour, &paper, sizeof(paper));
    assert_true(colour_contrast(black, white) > 20.99 && colour_contrast(white, black) < 21.01);
    assert_true(colour_contrast(paper, paper) == 1.0);
}

static void rectangles(void **state)
{
    struct rect r = {10, 20, 30, 40}, common = rect_common(r, (struct rect){30, 0, 100, 30});

    (void)state;
    assert_true(rect_contains(r, (struct point){10, 20}));
    assert_false(rect_contains(r, (struct point){40, 20}));
    assert_int_equal(common.x, 30);
    assert_int_equal(common.h, 10);
    assert_true(rect_is_empty(rect_common(r, (struct rect){100, 100, 5, 5})));
    assert_true(rect_is_empty(rect_inset(r, 15)));
}

static void findings_sort_and_drop_twins(void **state)
{
    struct findings *findings = findings_create();

    (void)state;
    findings_sort(findings);
    findings_add(findings, FINDING_ERROR, (struct origin){"b.yaml", 1, 1}, "late");
    findings_add(findings, FINDING_WARNING, (struct origin){"a.yaml", 10, 2}, "second");
    findings_add(findings, FINDING_ERROR, (struct origin){"a.yaml", 9, 7}, "first %s", "of all");
    findings_add(findings, FINDING_ERROR, (struct origin){"b.yaml", 1, 1}, "late");
    findings_sort(findings);
    assert_int_equal(findings_total(findings), 3);
    assert_int_equal(findings_count(findings, FINDING_WARNING), 1);
    assert_string_equal(findings_at(findings, 0)->message, "first of all");
    assert_string_equal(findings_at(findings, 2)->file, "b.yaml");
    findings_destroy(findings);
    findings_destroy(NULL);
}

static void printable_table(void **state)
{
    static const struct {
        const char *text, *printed;
    } rows[] = {
        {"", ""},
        {"El cobre \"is\" 50 % \\ \u00BF\u4E2D?", "El cobre \"is\" 50 % \\ \u00BF\u4E2D?"},
        {"a\x1B]0;gone\a\x1B[2J", "a\\x1B]0;gone\\x07\\x1B[2J"},
        {"two\nlines\r\tand a tab", "two\\x0Alines\\x0D\\x09and a tab"},
        {"\x7F\xC2\x80\xC2\x9B"
         "31m\xC2\x9F",
         "\\x7F\\u0080\\u009B31m\\u009F"},
        {"\xC2", "\\xC2"},
        {"x\xFF\xC0\x80y", "x\\xFF\\xC0\\x80y"},
        {"\xED\xA0\x80", "\\xED\\xA0\\x80"},
        {"a\u202Egnp.yaml\u202C", "a\\u202Egnp.yaml\\u202C"},
        {"\u2066\u2069\u200E\u200F\u061C", "\\u2066\\u2069\\u200E\\u200F\\u061C"},
        {"\u2028\u2029\uFEFF\uFFFD", "\\u2028\\u2029\\uFEFF\uFFFD"},
    };
    char printed[128];

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        size_t length = strlen(rows[i].printed);

        assert_int_equal(printable_copy(printed, sizeof(printed), rows[i].text), length);
        assert_string_equal(printed, rows[i].printed);
        assert_int_equal(printable_copy(NULL, 0, rows[i].text), length);
    }
    assert_int_equal(printable_copy(printed, 4, "a\u4E2Db"), 5); /* cut between letters */
    assert_string_equal(printed, "a");
    assert_int_equal(printable_copy(printed, 5, "a\x1B"), 5); /* and never inside an escape */
    assert_string_equal(printed, "a");
}

static void findings_print_no_controls(void **state)
{
    struct findings *findings = findings_create();

    (void)state;
    findings_add(findings, FINDING_ERROR, (struct origin){"config/panels/hill\x1B[2J.yaml", 0, 0}, "\"%s\" is odd",
                 "a\nconfig/x.yaml: error: forged");
    assert_string_equal(findings_at(findings, 0)->file, "config/panels/hill\\x1B[2J.yaml");
    assert_string_equal(findings_at(findings, 0)->message, "\"a\\x0Aconfig/x.yaml: error: forged\" is odd");
    findings_destroy(findings);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_keeps_blocks),
        cmocka_unit_test(arena_returns_to_a_mark),
        cmocka_unit_test(buffer_grows),
        cmocka_unit_test(utf8_table),
        cmocka_unit_test(utf8_round_trip),
        cmocka_unit_test(utf8_passes),
        cmocka_unit_test(colour_table),
        cmocka_unit_test(rectangles),
        cmocka_unit_test(findings_sort_and_drop_twins),
        cmocka_unit_test(printable_table),
        cmocka_unit_test(findings_print_no_controls),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
