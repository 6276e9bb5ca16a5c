/* The grid: drawn plans with their rectangles, and properties of random plans. */
#include "layout/grid.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { HEIGHTS_BY_WIDTH = 1000000 }; /* a height from here on is the part's area: it is divided by the width */

static int height_of(void *context, enum part part, int width_px)
{
    int height = ((const int *)context)[part];

    return height >= HEIGHTS_BY_WIDTH ? height / int_max(1, width_px) : height;
}

/* ---- drawn plans ---- */

static enum part part_named(const char *name, size_t length)
{
    for (int i = 0; i < PART_COUNT; i++)
        if (strlen(part_names[i]) == length && strncmp(part_names[i], name, length) == 0)
            return (enum part)i;
    fail_msg("no part named %.*s", (int)length, name);
    return PART_COUNT;
}

/* "45% 2fr auto" */
static int read_tracks(const char *text, struct track *tracks)
{
    int count = 0;

    for (const char *at = text; *at; at += strspn(at, " ")) {
        char *end;
        float size = strtof(at, &end);

        tracks[count++] = (struct track){*end == '%' ? TRACK_PERCENT : end > at ? TRACK_FRACTION : TRACK_AUTO, size};
        at += strcspn(at, " ");
    }
    return count;
}

static void grow_area(struct plan *plan, enum part part, int column, int row)
{
    for (int i = 0; i < plan->area_count; i++) {
        struct plan_area *area = &plan->areas[i];

        if (area->part != part)
            continue;
        area->columns = int_max(area->columns, column - area->column + 1);
        area->rows = int_max(area->rows, row - area->row + 1);
        return;
    }
    plan->areas[plan->area_count++] = (struct plan_area){part, column, row, 1, 1};
}

/* "picture title / picture body", "." for an empty cell */
static void read_areas(const char *text, struct plan *plan)
{
    int column = 0, row = 0;

    for (const char *at = text; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");

        if (*at == '/') {
            column = 0;
            row++;
        } else {
            if (*at != '.')
                grow_area(plan, part_named(at, length), column, row);
            column++;
        }
        at += length;
    }
}

static unsigned read_parts(const char *text)
{
    unsigned parts = 0;

    for (const char *at = text; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");

        parts |= 1u << part_named(at, length);
        at += length;
    }
    return parts;
}

/* "title 100 body 400" */
static void read_heights(const char *text, int heights[PART_COUNT])
{
    for (const char *at = text; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        char *end;

        heights[part_named(at, length)] = (int)strtol(at + length, &end, 10);
        at = end;
    }
}

static const struct {
    const char *name, *columns, *rows, *areas;
    float gap, margin;
    const char *bleed, *absent, *heights;
    struct rect space;
    const char *expected; /* parts in the order of the enum, and the overflow if there is one */
} plans[] = {
    /* clang-format off */
    {"one cell", "1fr", "1fr", "body", 0, 0, "", "", "", {0, 0, 100, 50}, "body 0,0 100x50;"},
    {"an offset space", "1fr", "1fr", "body", 0, 10, "", "", "", {7, 9, 200, 100}, "body 17,19 180x80;"},
    {"percent of the whole, the margin off the share",
     "40% 1fr", "1fr", "picture body", 2, 5, "", "", "", {0, 0, 1000, 1000},
     "picture 50,50 400x900;body 470,50 480x900;"},
    {"thirds sum up",
     "1fr 1fr 1fr", "1fr", "title body more", 0, 0, "", "", "", {0, 0, 100, 10},
     "title 0,0 33x10;body 33,0 34x10;more 67,0 33x10;"},
    {"unequal shares", "1fr 3fr", "1fr", "title body", 0, 0, "", "", "", {0, 0, 101, 10}, "title 0,0 25x10;body 25,0 76x10;"},
    {"auto rows are as tall as their parts",
     "1fr", "auto 1fr auto", "title / body / sources", 0, 0, "", "", "title 30 body 999 sources 12", {0, 0, 100, 100},
     "title 0,0 100x30;body 0,30 100x58;sources 0,88 100x12;"},
    {"the taller of two in a row counts",
     "1fr 1fr", "auto 1fr", "title voice / body body", 0, 0, "", "", "title 30 voice 40", {0, 0, 100, 100},
     "voice 50,0 50x40;title 0,0 50x40;body 0,40 100x60;"},
    {"heights are asked at the part's own width",
     "1fr 1fr", "auto 1fr", "title . / body body", 0, 0, "", "", "title 2000000", {0, 0, 200000, 100},
     "title 0,0 100000x20;body 0,20 200000x80;"},
    {"a row of absent parts takes no room and no gap",
     "1fr", "auto auto 1fr", "chapter / title / body", 10, 0, "", "chapter", "chapter 30 title 20", {0, 0, 100, 100},
     "title 0,0 100x20;body 0,30 100x70;"},
    {"a column of an absent part too",
     "45% 1fr", "auto 1fr", "picture title / picture body", 3, 5, "", "picture", "title 20", {0, 0, 100, 100},
     "title 5,5 90x20;body 5,28 90x67;"},
    {"an empty cell keeps its track",
     "1fr", "1fr auto 1fr", ". / body / .", 0, 0, "", "", "body 20", {0, 0, 100, 100},
     "body 0,40 100x20;"},
    {"nothing present", "45% 1fr", "1fr", "picture body", 3, 5, "", "picture body", "", {0, 0, 100, 100}, ""},
    {"without an fr track the last one is stretched",
     "30% 30%", "auto auto", "title more / body body", 0, 0, "", "", "title 10 body 20", {0, 0, 100, 100},
     "title 0,0 30x10;body 0,10 100x90;more 30,0 70x10;"},
    {"percents over the whole shrink in proportion",
     "60% 90%", "1fr", "title body", 10, 0, "", "", "", {0, 0, 110, 100},
     "title 0,0 40x100;body 50,0 60x100;"},
    {"an auto column counts as 1fr",
     "auto 1fr", "1fr", "title body", 0, 0, "", "", "", {0, 0, 100, 10},
     "title 0,0 50x10;body 50,0 50x10;"},
    {"a bleeding part runs to the edges it lies on",
     "50% 1fr", "1fr auto", "picture body / picture sources", 0, 10, "picture", "", "sources 20", {0, 0, 200, 100},
     "picture 0,0 110x100;body 110,10 80x60;sources 110,70 80x20;"},
    {"it bleeds into the place of an absent neighbour",
     "1fr 50%", "1fr", "body picture", 0, 10, "picture", "body", "", {0, 0, 200, 100},
     "picture 0,0 200x100;"},
    {"its height is asked at the bled width",
     "1fr", "auto 1fr", "picture / body", 0, 10, "picture", "", "picture 2000000", {0, 0, 100000, 100},
     "picture 0,0 100000x30;body 10,30 99980x60;"},
    {"fr rows get nothing when the others overflow",
     "1fr", "auto 1fr 40%", "title / body / picture", 0, 0, "", "", "title 90", {0, 0, 100, 100},
     "picture 0,90 100x40;title 0,0 100x90;body 0,90 100x0;overflow 30"},
    {"a bleeding part may overflow too",
     "1fr", "auto auto", "title / picture", 0, 10, "picture", "", "title 50 picture 60", {0, 0, 100, 100},
     "picture 0,60 100x60;title 10,10 80x50;overflow 30"},
    {"a spanning part asks for what the other rows do not give",
     "1fr 1fr", "auto auto 1fr", "picture title / picture body / more more", 10, 0, "", "", "title 20 body 20 picture 70", {0, 0, 100, 200},
     "picture 0,0 45x70;title 55,0 45x20;body 55,30 45x40;more 0,80 100x120;"},
    {"and for nothing when they give enough",
     "1fr 1fr", "auto auto", "picture title / picture body", 0, 0, "", "", "title 20 body 80 picture 70", {0, 0, 100, 100},
     "picture 0,0 50x100;title 50,0 50x20;body 50,20 50x80;"},
    {"nor beside an fr row",
     "1fr 1fr", "auto 1fr", "picture title / picture body", 0, 0, "", "", "title 20 picture 500", {0, 0, 100, 100},
     "picture 0,0 50x100;title 50,0 50x20;body 50,20 50x80;"},
    {"a margin wider than the space", "1fr", "1fr", "body", 0, 90, "", "", "", {0, 0, 100, 100}, ""},
    {"gaps wider than the space", "1fr 1fr 1fr", "1fr", "title body more", 90, 0, "", "", "", {0, 0, 100, 100}, ""},
    {"a space without size", "1fr", "auto", "body", 3, 3, "", "", "body 10", {0, 0, 0, 0}, "overflow 10"},
    {"a negative height counts as none",
     "1fr", "auto 1fr", "title / body", 0, 0, "", "", "title -50", {0, 0, 10, 10},
     "title 0,0 10x0;body 0,0 10x10;"},
    /* clang-format on */
};

static void print_rects(const struct rect rects[PART_COUNT], int overflow, struct buffer *out)
{
    buffer_add(out, "", 0);
    for (int i = 0; i < PART_COUNT; i++)
        if (rects[i].w > 0)
            buffer_printf(out, "%s %d,%d %dx%d;", part_names[i], rects[i].x, rects[i].y, rects[i].w, rects[i].h);
    if (overflow)
        buffer_printf(out, "overflow %d", overflow);
}

static void drawn_plans(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(plans); i++) {
        struct plan plan = {.gap_percent = plans[i].gap, .margin_percent = plans[i].margin, .bleed = read_parts(plans[i].bleed)};
        int heights[PART_COUNT] = {0};
        struct rect rects[PART_COUNT];
        struct buffer out = {0};

        plan.column_count = read_tracks(plans[i].columns, plan.columns);
        plan.row_count = read_tracks(plans[i].rows, plan.rows);
        read_areas(plans[i].areas, &plan);
        read_heights(plans[i].heights, heights);
        struct grid_request request = {&plan, plans[i].space, ~read_parts(plans[i].absent), heights, height_of};
        int overflow = grid_solve(&request, rects);

        print_rects(rects, overflow, &out);
        if (strcmp(out.bytes, plans[i].expected) != 0)
            fail_msg("%s:\n got %s\nwant %s", plans[i].name, out.bytes, plans[i].expected);
        buffer_finish(&out);
    }
}

static void no_height_function(void **state)
{
    struct plan plan = {.columns = {{TRACK_FRACTION, 1}},
                        .rows = {{TRACK_AUTO, 0}, {TRACK_FRACTION, 1}},
                        .column_count = 1,
                        .row_count = 2,
                        .area_count = 1};
    struct rect rects[PART_COUNT];

    (void)state;
    plan.areas[0] = (struct plan_area){PART_TITLE, 0, 0, 1, 1};
    assert_int_equal(grid_solve(&(struct grid_request){.plan = &plan, .space = {0, 0, 10, 10}, .present = ~0u}, rects), 0);
    assert_int_equal(rects[PART_TITLE].h, 0);
}

/* ---- random plans ---- */

static uint32_t seed = 1;

/* From low to high, both included; the same row of numbers in every run. */
static int pick(int low, int high)
{
    seed = seed * 1664525u + 1013904223u;
    return low + (int)((seed >> 8) % (uint32_t)(high - low + 1));
}

static int random_tracks(struct track *tracks, bool rows)
{
    int count = pick(1, rows ? 6 : 4);

    for (int i = 0; i < count; i++) {
        enum track_kind kind = (enum track_kind)pick(TRACK_PERCENT, rows ? TRACK_AUTO : TRACK_FRACTION);

        tracks[i] = (struct track){kind, kind == TRACK_PERCENT ? (float)pick(1, 60) : (float)pick(1, 30) / 10};
    }
    return count;
}

static bool is_free(const struct plan *plan, const struct plan_area *wanted)
{
    for (int i = 0; i < plan->area_count; i++) {
        const struct plan_area *area = &plan->areas[i];

        if (wanted->column < area->column + area->columns && area->column < wanted->column + wanted->columns &&
            wanted->row < area->row + area->rows && area->row < wanted->row + wanted->rows)
            return false;
    }
    return true;
}

static struct plan random_plan(void)
{
    struct plan plan = {
        .gap_percent = (float)pick(0, 6), .margin_percent = (float)pick(0, 10), .bleed = (unsigned)pick(0, 1 << PART_COUNT)};

    plan.column_count = random_tracks(plan.columns, false);
    plan.row_count = random_tracks(plan.rows, true);
    for (int part = 0; part < PART_COUNT; part++) {
        struct plan_area area = {.part = (enum part)part, .column = pick(0, plan.column_count - 1), .row = pick(0, plan.row_count - 1)};

        area.columns = pick(1, plan.column_count - area.column);
        area.rows = pick(1, plan.row_count - area.row);
        if (is_free(&plan, &area))
            plan.areas[plan.area_count++] = area;
    }
    return plan;
}

/* First and last column (or row) in which a present part stands or no part at all. */
static void kept_edges(const struct grid_request *request, bool rows, int *first, int *last)
{
    const struct plan *plan = request->plan;

    *first = PLAN_TRACKS_MAX;
    *last = -1;
    for (int track = 0; track < (rows ? plan->row_count : plan->column_count); track++) {
        bool used = false, present = false;

        for (int i = 0; i < plan->area_count; i++) {
            const struct plan_area *area = &plan->areas[i];
            int from = rows ? area->row : area->column, count = rows ? area->rows : area->columns;

            if (track < from || track >= from + count)
                continue;
            used = true;
            present |= request->present >> area->part & 1u;
        }
        if (!used || present) {
            *first = int_min(*first, track);
            *last = track;
        }
    }
}

static void check_part(const struct grid_request *request, const struct plan_area *area, struct rect rect, int overflow)
{
    const struct plan *plan = request->plan;
    struct rect space = request->space;
    bool bleeds = plan->bleed >> area->part & 1u, autos = true;
    int margin = (int)((double)plan->margin_percent * int_min(space.w, space.h) / 100.0 + 0.5), left = bleeds ? 0 : margin;
    int first, last;

    assert_true(rect.x >= space.x && rect.w >= 0 && rect.x + rect.w <= space.x + space.w);
    assert_true(rect.y >= space.y && rect.h >= 0);
    assert_true(rect.y + rect.h <= space.y + space.h + overflow);
    kept_edges(request, false, &first, &last);
    if (area->column == first)
        assert_int_equal(rect.x, space.x + left);
    if (area->column + area->columns - 1 == last)
        assert_int_equal(rect.x + rect.w, space.x + space.w - left);
    kept_edges(request, true, &first, &last);
    if (area->row == first)
        assert_int_equal(rect.y, space.y + left);
    if (area->row + area->rows - 1 == last && !bleeds)
        assert_int_equal(rect.y + rect.h, space.y + space.h - margin + overflow);
    for (int row = area->row; row < area->row + area->rows; row++)
        autos = autos && plan->rows[row].kind == TRACK_AUTO;
    if (autos)
        assert_true(rect.h >= height_of(request->context, area->part, rect.w));
}

static bool overlap(struct rect a, struct rect b)
{
    return !rect_is_empty(a) && !rect_is_empty(b) && !rect_is_empty(rect_common(a, b));
}

static void check_solution(const struct grid_request *request, const struct rect rects[PART_COUNT], int overflow)
{
    unsigned placed = 0;

    for (int i = 0; i < request->plan->area_count; i++) {
        const struct plan_area *area = &request->plan->areas[i];

        if (!(request->present >> area->part & 1u))
            continue;
        placed |= 1u << area->part;
        check_part(request, area, rects[area->part], overflow);
        for (int k = 0; k < i; k++)
            assert_false(overlap(rects[area->part], rects[request->plan->areas[k].part]));
    }
    for (int part = 0; part < PART_COUNT; part++)
        if (!(placed >> part & 1u))
            assert_true(rect_is_empty(rects[part]));
}

static void random_plans(void **state)
{
    int fitting = 0, overflowing = 0;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        struct plan plan = random_plan();
        int heights[PART_COUNT];
        struct rect rects[PART_COUNT];

        for (int i = 0; i < PART_COUNT; i++)
            heights[i] = pick(0, 3) ? pick(0, 300) : pick(HEIGHTS_BY_WIDTH, HEIGHTS_BY_WIDTH + 100000);
        struct rect space = {pick(-50, 50), pick(-50, 50), pick(300, 3840), pick(300, 3840)};
        struct grid_request request = {&plan, space, (unsigned)pick(0, (1 << PART_COUNT) - 1), heights, height_of};
        int overflow = grid_solve(&request, rects);

        check_solution(&request, rects, overflow);
        fitting += overflow == 0;
        overflowing += overflow > 0;
    }
    assert_true(fitting > 1000 && overflowing > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drawn_plans),
        cmocka_unit_test(no_height_function),
        cmocka_unit_test(random_plans),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
