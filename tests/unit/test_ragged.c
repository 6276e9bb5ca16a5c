/* Ragged lines: the fewest, then the most even, compared with every other way. */
#include "layout/ragged.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ITEMS_MAX = 64 };

/* "30 40- 20. 10": items with a space of 10 behind them; "-": a part of a word with a hyphen of 5 instead; ".": a poor end. */
static int read_items(const char *text, struct ragged_item *items)
{
    int count = 0;

    for (const char *at = text; *at;) {
        char *end;
        struct ragged_item item = {
            .width_px = (int)strtol(at, &end, 10), .space_px = *end == '-' ? 0 : 10, .hyphen_px = *end == '-' ? 5 : 0};

        item.poor_end = *end == '.';
        items[count++] = item;
        at = end + strcspn(end, " ");
        at += strspn(at, " ");
    }
    return count;
}

static void lines_are_chosen(void **state)
{
    static const struct {
        const char *name, *items;
        int width_px;
        bool even_last;
        const char *expected; /* items a line */
    } rows[] = {
        {"nothing", "", 100, false, ""},
        {"one item", "50", 100, false, "1"},
        {"all on one line", "20 20 20", 80, false, "3"},
        {"one pixel short", "20 20 20", 79, false, "2 1"},
        {"an item wider than the line stands alone", "50 200 50", 100, false, "1 1 1"},
        {"even gaps before full lines", "30 30 20 60 90 40", 100, false, "2 2 1 1"},
        {"the last line may be short", "40 40 40", 100, false, "2 1"},
        {"but not in a headline", "30 30 30 30 30", 150, true, "3 2"},
        {"a headline's lines are even", "30 30 30 30 30 30", 190, true, "3 3"},
        {"no lonely last word", "30 30 30 30 20", 150, false, "3 2"},
        {"a long last word is not lonely", "30 30 30 30 60", 150, false, "4 1"},
        {"no line ends poorly where the next can take it", "100 100 100 10. 200 200", 345, false, "3 2 1"},
        {"unless the gap were too large", "60 10. 90 90", 100, false, "2 1 1"},
        {"no hyphen where none is needed", "200 4- 80 100 100", 220, false, "1 3 1"},
        {"a hyphen where it spares a line", "60 30- 80", 105, false, "2 1"},
        {"a hyphen needs its room", "60 31- 30", 105, false, "1 2"},
        {"parts of one word are one word", "70 40 20- 20", 130, false, "1 3"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct arena *arena = arena_create();
        struct ragged_item items[ITEMS_MAX];
        int ends[ITEMS_MAX], count = read_items(rows[i].items, items);
        struct ragged_text text = {items, count, rows[i].width_px, rows[i].even_last};
        struct buffer out = {0};

        buffer_add(&out, "", 0);
        for (int line = 0, lines = ragged_choose(arena, &text, ends); line < lines; line++)
            buffer_printf(&out, "%s%d", line ? " " : "", ends[line] - (line ? ends[line - 1] : 0));
        if (strcmp(out.bytes, rows[i].expected) != 0)
            fail_msg("%s: got %s, want %s", rows[i].name, out.bytes, rows[i].expected);
        buffer_finish(&out);
        arena_destroy(arena);
    }
}

static void widths_of_lines(void **state)
{
    struct ragged_item items[ITEMS_MAX];

    (void)state;
    read_items("30 40- 20", items);
    assert_int_equal(ragged_width(items, 0, 1), 30);
    assert_int_equal(ragged_width(items, 0, 2), 85);
    assert_int_equal(ragged_width(items, 0, 3), 100);
    assert_int_equal(ragged_width(items, 1, 1), 0);
}

/* ---- random items ---- */

static uint32_t seed = 1;

static int pick(int low, int high)
{
    seed = seed * 1664525u + 1013904223u;
    return low + (int)((seed >> 8) % (uint32_t)(high - low + 1));
}

static bool fits(const struct ragged_text *text, int from, int to)
{
    return to - from == 1 || ragged_width(text->items, from, to) <= text->width_px;
}

/* First fit gives the fewest lines. */
static int fewest_lines(const struct ragged_text *text)
{
    int lines = 0;

    for (int from = 0; from < text->count; lines++) {
        int to = from + 1;

        for (int further = to + 1; further <= text->count; further++)
            if (fits(text, from, further))
                to = further;
        from = to;
    }
    return lines;
}

static double gaps(const struct ragged_text *text, int from, int to)
{
    double gap = (double)(text->width_px - ragged_width(text->items, from, to)) / text->width_px;

    return gap > 0 && (to < text->count || text->even_last) ? gap * gap : 0;
}

/* Every way to set the items from `from` in that many lines. */
static double least_gaps(const struct ragged_text *text, int from, int lines)
{
    double least = 1e9;

    if (lines == 0)
        return from == text->count ? 0 : least;
    for (int to = from + 1; to <= text->count; to++)
        if (fits(text, from, to)) {
            double sum = gaps(text, from, to) + least_gaps(text, to, lines - 1);

            least = sum < least ? sum : least;
        }
    return least;
}

/* The last item is wide enough not to be lonely, and there are neither hyphens nor poor ends: only gaps count. */
static void gaps_are_least(void **state)
{
    struct arena *arena = arena_create();

    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct ragged_item items[ITEMS_MAX];
        int ends[ITEMS_MAX];
        struct ragged_text text = {items, pick(1, 11), pick(90, 200), pick(0, 1)};
        double sum = 0;

        for (int i = 0; i < text.count; i++)
            items[i] = (struct ragged_item){.width_px = i + 1 < text.count ? pick(5, 80) : 80, .space_px = pick(5, 10)};
        int lines = ragged_choose(arena, &text, ends);

        assert_int_equal(lines, fewest_lines(&text));
        for (int line = 0; line < lines; line++)
            sum += gaps(&text, line ? ends[line - 1] : 0, ends[line]);
        assert_true(sum <= least_gaps(&text, 0, lines) + 0.001);
        arena_reset(arena);
    }
    arena_destroy(arena);
}

static void lines_are_fewest_and_fit(void **state)
{
    struct arena *arena = arena_create();

    (void)state;
    for (int round = 0; round < 5000; round++) {
        struct ragged_item items[ITEMS_MAX];
        int ends[ITEMS_MAX];
        struct ragged_text text = {items, pick(1, ITEMS_MAX), pick(1, 300), pick(0, 1)};

        for (int i = 0; i < text.count; i++) {
            items[i] = (struct ragged_item){.width_px = pick(0, 90), .space_px = pick(0, 10), .poor_end = pick(0, 4) == 0};
            items[i].hyphen_px = pick(0, 3) ? 0 : pick(1, 8);
        }
        int lines = ragged_choose(arena, &text, ends);

        assert_int_equal(lines, fewest_lines(&text));
        assert_int_equal(ends[lines - 1], text.count);
        for (int line = 0; line < lines; line++) {
            int from = line ? ends[line - 1] : 0;

            assert_true(from < ends[line]);
            assert_true(fits(&text, from, ends[line]));
        }
        arena_reset(arena);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_chosen),
        cmocka_unit_test(widths_of_lines),
        cmocka_unit_test(gaps_are_least),
        cmocka_unit_test(lines_are_fewest_and_fit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
