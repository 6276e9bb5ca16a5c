/* Charts: what they show, that texts never collide, that bars are true to scale from zero. */
#include "blocks/blocks.h"
#include "exhibit/blocks.h"
#include "page/stroke.h"
#include "support/block_exhibit.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size LANDSCAPE = {1920, 1080}, PORTRAIT = {1080, 1920};
static const char *const blocks[] = {"bars-of-a-whole", "bars-with-a-day", "bars-disputed", "marks", "bars-with-notes", "bars-two"};

#define LINE                                                                                                                               \
    "chart:\n  kind: line\n  unit: {en: people, es: personas}\n  date_line: {at: '1972', text: {en: A day, es: Un d\u00EDa}}\n  values:\n" \
    "    - {label: '1971', value: 5}\n    - {label: '1972', value: 1500, disputed: true}\n    - {label: '1973', value: 400, mark: true}\n" \
    "    - {label: '1974', value: 0}\n"

/* 24 values with long labels, a line of a day among them. */
static void make_many(struct buffer *block, const char *kind)
{
    buffer_printf(block,
                  "chart:\n  kind: %s\n  unit: '%%'\n  date_line: {at: '1980', text: {en: A day of that year, es: Un día}}\n  values:\n",
                  kind);
    for (int i = 0; i < CHART_VALUES_MAX; i++)
        buffer_printf(block, "    - {label: '%d', value: %d.%d}\n", 1970 + i, i * i * 3, i % 10);
}

static void check_all_sizes(struct block_exhibit *b, const char *name)
{
    static const int widths[] = {500, 560, 640, 777, 950, 1200, 1600, 2000};
    char what[128];

    for (size_t w = 0; w < COUNTOF(widths); w++)
        for (int mode = 0; mode < 8; mode++) {
            struct scene scene = block_exhibit_scene(b, mode & 1 ? PORTRAIT : LANDSCAPE, mode >> 1 & 1, mode >> 2 & 1);
            int best = block_chart.height(&scene, b->panel, widths[w]);

            for (int share = 4; share <= 12; share += 4) { /* eighths of the best height */
                struct rect rect = {31, 17, widths[w], best * share / 8};

                scene = block_exhibit_scene(b, mode & 1 ? PORTRAIT : LANDSCAPE, mode >> 1 & 1, mode >> 2 & 1);
                scene.chosen = (mode + share) % (b->panel->chart->value_count + 1);
                block_chart.fill(&scene, b->panel, rect);
                snprintf(what, sizeof(what), "%s, %d px wide, mode %d, %d eighths", name, widths[w], mode, share);
                block_exhibit_check_texts(b, rect, what);
            }
        }
}

static void texts_never_collide(void **state)
{
    static const char *const kinds[] = {"bars", "line"};
    struct block_exhibit b;

    (void)state;
    for (size_t i = 0; i < COUNTOF(blocks); i++) {
        block_exhibit_open(&b, blocks[i]);
        check_all_sizes(&b, blocks[i]);
        block_exhibit_end(&b);
    }
    block_exhibit_begin(&b, LINE);
    check_all_sizes(&b, "line");
    block_exhibit_end(&b);
    for (size_t i = 0; i < COUNTOF(kinds); i++) {
        struct buffer block = {0};

        make_many(&block, kinds[i]);
        block_exhibit_begin(&b, block.bytes);
        check_all_sizes(&b, kinds[i]);
        block_exhibit_end(&b);
        buffer_finish(&block);
    }
}

static void shows_every_value(void **state)
{
    static const char *const words[][8] = {
        {"36.63%", "35.29%", "28.08%", "Salvador", NULL},
        {"20.1%", "77.8%", "352.8%", "504.7%", "374.7%", "211.9%", "11", NULL},
        {"67.04%", "30.19%", "44.01%", "55.99%", NULL},
        {"about", "38,254", "= 100 people", NULL},
        {"78.28%", "61.89%", "55.76%", NULL},
        {"1,162", "307", "1,469", NULL},
    };
    struct block_exhibit b;

    (void)state;
    for (size_t i = 0; i < COUNTOF(blocks); i++) {
        block_exhibit_open(&b, blocks[i]);
        struct scene scene = block_exhibit_scene(&b, LANDSCAPE, 0, false);

        block_chart.fill(&scene, b.panel, (struct rect){0, 0, 900, 800});
        for (int w = 0; words[i][w]; w++)
            if (!block_exhibit_shows(&b, words[i][w]))
                fail_msg("%s: \"%s\" is not shown", blocks[i], words[i][w]);
        block_exhibit_end(&b);
    }
}

static bool same(struct colour a, struct colour b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

/* The largest fills of a bar's colours, in the order they are drawn. */
static int bars_of(const struct block_exhibit *b, struct rect bars[CHART_VALUES_MAX])
{
    const struct theme_colours *colours = &b->style.colours;
    int count = 0;

    for (int i = 0; i < b->page.list.count && count < CHART_VALUES_MAX; i++) {
        const struct draw_command *c = &b->page.list.commands[i];

        if (c->kind == DRAW_FILL && (same(c->colour, colours->light) || same(c->colour, colours->deep)))
            bars[count++] = c->rect;
    }
    return count;
}

static void check_scale(const char *name, bool upright, int width)
{
    struct rect bars[CHART_VALUES_MAX];
    struct block_exhibit b;

    block_exhibit_open(&b, name);
    const struct chart *chart = b.panel->chart;
    struct scene scene = block_exhibit_scene(&b, LANDSCAPE, 0, false);

    block_chart.fill(&scene, b.panel, (struct rect){10, 10, width, 700});
    assert_int_equal(bars_of(&b, bars), chart->value_count);
    double per_px = chart->values[0].value / (upright ? bars[0].h : bars[0].w), largest = 0;
    int longest = 0;

    for (int i = 0; i < chart->value_count; i++) { /* the longest bar gives the scale; all begin on one line */
        int length = upright ? bars[i].h : bars[i].w;

        if (chart->values[i].value > largest) {
            largest = chart->values[i].value;
            longest = length;
        }
        if (upright)
            assert_int_equal(bars[i].y + bars[i].h, bars[0].y + bars[0].h);
        else
            assert_int_equal(bars[i].x, 10);
    }
    per_px = largest / longest;
    for (int i = 0; i < chart->value_count; i++)
        assert_true(fabs(chart->values[i].value / per_px - (upright ? bars[i].h : bars[i].w)) <= 1.0);
    block_exhibit_end(&b);
}

static void bars_are_true_to_scale(void **state)
{
    (void)state;
    for (int width = 500; width <= 2000; width += 250) {
        check_scale("bars-with-a-day", true, width);
        check_scale("bars-of-a-whole", false, width);
        check_scale("bars-with-notes", false, width);
        check_scale("bars-two", false, width);
    }
}

/* 32 whole marks, then 382 and one cut to 54 hundredths; all of one size. */
static void marks_are_counted(void **state)
{
    struct block_exhibit b;
    int record = 0, voices = 0, side = 0;

    (void)state;
    block_exhibit_open(&b, "marks");
    struct scene scene = block_exhibit_scene(&b, LANDSCAPE, 0, false);

    block_chart.fill(&scene, b.panel, (struct rect){0, 0, 900, 800});
    for (int i = 0; i < b.page.list.count; i++) {
        const struct draw_command *c = &b.page.list.commands[i];

        if (c->kind != DRAW_FILL)
            continue;
        record += same(c->colour, b.style.colours.deep);
        voices += same(c->colour, b.style.colours.light);
        if (same(c->colour, b.style.colours.deep)) {
            side = c->rect.w;
            assert_int_equal(c->rect.h, side);
        }
    }
    assert_int_equal(record, 32 + 1); /* and the key's */
    assert_int_equal(voices, 383);
    block_exhibit_end(&b);
}

/* Pieces join without a gap, stay near the line, and reach both ends. */
static void strokes_join(void **state)
{
    static const struct {
        struct point from, to;
    } rows[] = {{{0, 0}, {100, 0}},    {{0, 0}, {0, 100}},  {{10, 90}, {200, 20}},
                {{200, 20}, {10, 90}}, {{5, 300}, {60, 7}}, {{9, 9}, {9, 9}}};
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct draw_list list = {0};
        struct stroke stroke = {rows[i].from, rows[i].to, 3, 0, 0, {0, 0, 0, 255}};
        bool flat = fabsf(stroke.to.x - stroke.from.x) >= fabsf(stroke.to.y - stroke.from.y);

        stroke_put((struct pen){&list, arena}, &stroke);
        assert_true(list.count >= 1);
        for (int c = 1; c < list.count; c++) {
            struct rect a = list.commands[c - 1].rect, b = list.commands[c].rect;

            assert_int_equal(flat ? a.x + a.w : a.y + a.h, flat ? b.x : b.y);
            assert_int_equal(abs(flat ? a.y - b.y : a.x - b.x), 1);
        }
        struct rect first = list.commands[0].rect, last = list.commands[list.count - 1].rect;

        assert_int_equal(flat ? first.x : first.y, (int)fminf(flat ? stroke.from.x : stroke.from.y, flat ? stroke.to.x : stroke.to.y));
        assert_int_equal(flat ? last.x + last.w - 1 : last.y + last.h - 1,
                         (int)fmaxf(flat ? stroke.from.x : stroke.from.y, flat ? stroke.to.x : stroke.to.y));
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_never_collide), cmocka_unit_test(shows_every_value), cmocka_unit_test(bars_are_true_to_scale),
        cmocka_unit_test(marks_are_counted),   cmocka_unit_test(strokes_join),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
