/* The grid: drawn plans with their rectangles, and properties of random plans. */
#include "layout/grid.h"

#include "support/drawn_plan.h"

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

static void check_plan(const char *name, const struct grid_request *request, const char *expected)
{
    struct rect rects[PART_COUNT];
    struct buffer out = {0};
    int overflow = grid_solve(request, rects);

    drawn_plan_print(rects, &out);
    if (overflow)
        buffer_printf(&out, "overflow %d", overflow);
    if (strcmp(out.bytes, expected) != 0)
        fail_msg("%s:\n got %s\nwant %s", name, out.bytes, expected);
    buffer_finish(&out);
}

static void drawn_plans(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(plans); i++) {
        struct drawn_plan drawn = {plans[i].columns, plans[i].rows, plans[i].areas, plans[i].gap, plans[i].margin, plans[i].bleed};
        struct plan plan = drawn_plan_read(&drawn);
        int heights[PART_COUNT] = {0};
        struct grid_request request = {
            .plan = &plan,
            .space = plans[i].space,
            .present = ~drawn_plan_parts(plans[i].absent),
            .context = heights,
            .height_of = height_of,
            .picture_share = 1,
        };

        drawn_plan_heights(plans[i].heights, heights);
        check_plan(plans[i].name, &request, plans[i].expected);
    }
}

/* ---- the picture gives and takes ---- */

#define UPRIGHT "1fr", "40% auto 1fr auto", "picture / title / body / sources", 0, 0, ""
#define TURNED "1fr", "auto 1fr auto 40%", "title / body / sources / picture", 0, 0, ""

static const struct {
    const char *name;
    struct drawn_plan drawn;
    float share;
    int most_px;
    const char *absent, *heights, *expected; /* in a space of 100 x 200; chart and map are blocks */
} pictures[] = {
    /* clang-format off */
    {"its row shrinks", {UPRIGHT}, 0.5F, 0, "", "title 20 body 60 sources 10",
     "picture 0,0 100x40;title 0,40 100x20;body 0,60 100x130;sources 0,190 100x10;"},
    {"a row that it shares does not", {"1fr 1fr", "40% 1fr", "picture title / body body", 0, 0, ""}, 0.5F, 0, "", "",
     "picture 0,0 50x80;title 50,0 50x80;body 0,80 100x120;"},
    {"nor one that is no share of the whole", {"1fr", "1fr auto", "picture / body", 0, 0, ""}, 0.5F, 0, "", "body 50",
     "picture 0,0 100x150;body 0,150 100x50;"},
    {"above, it takes what the body leaves", {UPRIGHT}, 1, 200, "", "title 20 body 60 sources 10",
     "picture 0,0 100x110;title 0,110 100x20;body 0,130 100x60;sources 0,190 100x10;"},
    {"below too", {TURNED}, 1, 200, "", "title 20 body 60 sources 10",
     "picture 0,90 100x110;title 0,0 100x20;body 0,20 100x60;sources 0,80 100x10;"},
    {"but no more than so much", {UPRIGHT}, 1, 100, "", "title 20 body 60 sources 10",
     "picture 0,0 100x100;title 0,100 100x20;body 0,120 100x70;sources 0,190 100x10;"},
    {"and nothing where it has that already", {UPRIGHT}, 1, 70, "", "title 20 body 60 sources 10",
     "picture 0,0 100x80;title 0,80 100x20;body 0,100 100x90;sources 0,190 100x10;"},
    {"nothing of a body that is short of height", {UPRIGHT}, 1, 200, "", "title 20 body 95 sources 10",
     "picture 0,0 100x80;title 0,80 100x20;body 0,100 100x90;sources 0,190 100x10;"},
    {"an absent picture takes nothing", {UPRIGHT}, 1, 200, "picture", "title 20 body 60 sources 10",
     "title 0,0 100x20;body 0,20 100x170;sources 0,190 100x10;"},
    {"an absent body gives nothing", {UPRIGHT}, 1, 200, "body", "title 20 sources 10",
     "picture 0,0 100x80;title 0,80 100x20;sources 0,100 100x100;"},
    {"beside the text it does not grow", {"1fr 1fr", "auto 1fr", "picture title / picture body", 0, 0, ""}, 1, 300, "", "title 20 body 60",
     "picture 0,0 50x200;title 50,0 50x20;body 50,20 50x180;"},
    {"nor above half of it", {"1fr 1fr", "40% 1fr", "picture title / body body", 0, 0, ""}, 1, 300, "", "body 60",
     "picture 0,0 50x80;title 50,0 50x80;body 0,80 100x120;"},
    {"a block gives, not the body", {"1fr", "20% auto 1fr", "picture / body / chart", 0, 0, ""}, 1, 300, "", "body 60 chart 70",
     "picture 0,0 100x70;body 0,70 100x60;chart 0,130 100x70;"},
    {"but only what the body beside it does not need",
     {"1fr 1fr", "20% 1fr", "picture picture / body map", 0, 0, ""},
     1,
     300,
     "",
     "body 90 map 70",
     "picture 0,0 100x110;body 0,110 50x90;map 50,110 50x90;"},
    {"what stands beside the giver gives with it", {"1fr 1fr", "20% 1fr", "picture picture / body map", 0, 0, ""}, 1, 300, "", "map 70",
     "picture 0,0 100x130;body 0,130 50x70;map 50,130 50x70;"},
    {"the last row gives what it was stretched by", {"1fr", "20% auto", "picture / body", 0, 0, ""}, 1, 300, "", "body 60",
     "picture 0,0 100x140;body 0,140 100x60;"},
    {"but not what another part in it needs", {"1fr 1fr", "20% auto", "picture picture / body more", 0, 0, ""}, 1, 300, "", "body 60 more 90",
     "picture 0,0 100x110;body 0,110 50x90;more 50,110 50x90;"},
    {"a bleeding picture keeps its edge", {"1fr", "40% 1fr", "picture / body", 0, 10, "picture"}, 1, 300, "", "body 60",
     "picture 0,0 100x130;body 10,130 80x60;"},
    /* clang-format on */
};

static void pictures_give_and_take(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(pictures); i++) {
        struct plan plan = drawn_plan_read(&pictures[i].drawn);
        int heights[PART_COUNT] = {0};
        struct grid_request request = {
            .plan = &plan,
            .space = {0, 0, 100, 200},
            .present = ~drawn_plan_parts(pictures[i].absent),
            .context = heights,
            .height_of = height_of,
            .picture_share = pictures[i].share,
            .picture_most_px = pictures[i].most_px,
            .blocks = drawn_plan_parts("chart map"),
        };

        drawn_plan_heights(pictures[i].heights, heights);
        check_plan(pictures[i].name, &request, pictures[i].expected);
    }
}

static void a_picture_has_rows_of_its_own(void **state)
{
    static const struct {
        struct drawn_plan drawn;
        bool has;
    } rows[] = {
        {{UPRIGHT}, true},
        {{TURNED}, true},
        {{"1fr", "40% 10% 1fr", "picture / . / body", 0, 0, ""}, true},
        {{"1fr 1fr", "40% 1fr", "picture title / body body", 0, 0, ""}, false},
        {{"1fr", "auto 1fr", "picture / body", 0, 0, ""}, false},
        {{"1fr", "40% 1fr", ". / body", 0, 0, ""}, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct plan plan = drawn_plan_read(&rows[i].drawn);

        assert_int_equal(grid_has_picture_row(&plan), rows[i].has);
    }
}

/* Without the chart, and with the picture at half of its width. */
static void plans_change_for_large_letters(void **state)
{
    static const struct {
        const char *name, *columns, *rows, *areas, *left_out, *halved;
    } changes[] = {
        {"beside the body: the picture moves there, and its own rows go", "3fr 25%", "20% 10% 1fr 1fr",
         "picture chart / . chart / title chart / body chart", "picture 75,0 25x100;title 0,0 75x50;body 0,50 75x50;",
         "picture 0,0 87x20;title 0,30 87x35;body 0,65 87x35;chart 87,0 13x100;"},
        {"below the body: nothing moves", "50% 50%", "20% 1fr 40%", "picture picture / body body / chart chart",
         "picture 0,0 100x20;body 0,20 100x80;", "picture 0,0 100x20;body 0,20 100x40;chart 0,60 100x40;"},
        {"a picture beside the body stays, and the body is wider", "20% 1fr 30%", "1fr 3fr", "picture title title / picture body chart",
         "picture 0,0 20x100;title 20,0 80x25;body 20,25 80x75;",
         "picture 0,0 10x100;title 10,0 90x25;body 10,25 60x75;chart 70,25 30x75;"},
        {"with something between body and chart it stays as wide", "40% 20% 40%", "1fr", "body more chart",
         "body 0,0 40x100;more 40,0 60x100;", "body 0,0 40x100;more 40,0 20x100;chart 60,0 40x100;"},
        {"a row that the picture shares stays", "20% 60% 20%", "40% 60%", "picture title chart / body body chart",
         "picture 80,0 20x100;title 20,0 60x40;body 0,40 80x60;", "picture 0,0 20x40;title 20,0 60x40;body 0,40 80x60;chart 80,0 20x100;"},
        {"no chart: nothing moves", "40% 60%", "1fr", "picture body", "picture 0,0 40x100;body 40,0 60x100;",
         "picture 0,0 20x100;body 20,0 80x100;"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(changes); i++) {
        struct drawn_plan drawn = {.columns = changes[i].columns, .rows = changes[i].rows, .areas = changes[i].areas, .bleed = ""};
        struct plan plan = drawn_plan_read(&drawn);
        struct grid_request request = {.plan = &plan, .space = {0, 0, 100, 100}, .present = ~0u, .picture_share = 1};

        plan_leave_out(&plan, PART_CHART);
        request.present = ~drawn_plan_parts("chart");
        check_plan(changes[i].name, &request, changes[i].left_out);
        request.present = ~0u;
        plan = drawn_plan_read(&drawn);
        plan_narrow(&plan, i == 0 ? PART_CHART : PART_PICTURE, 0.5F);
        check_plan(changes[i].name, &request, changes[i].halved);
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
        struct grid_request request = {
            .plan = &plan,
            .space = space,
            .present = (unsigned)pick(0, (1 << PART_COUNT) - 1),
            .context = heights,
            .height_of = height_of,
            .picture_share = 1,
            .picture_most_px = round % 2 ? pick(1, 2000) : 0,
            .blocks = drawn_plan_parts("chart map"),
        };
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
        cmocka_unit_test(pictures_give_and_take),
        cmocka_unit_test(a_picture_has_rows_of_its_own),
        cmocka_unit_test(plans_change_for_large_letters),
        cmocka_unit_test(no_height_function),
        cmocka_unit_test(random_plans),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
