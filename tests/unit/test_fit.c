/* Fitting: who gives way, and how far. */
#include "layout/fit.h"

#include "support/drawn_plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ASKED_MAX = 200, STEP_PERCENT = 10, BUTTON_GAP = 5, LEAST = 30 };

/* Parts as tall as `heights` say, headline and body a tenth less with each step; words as wide as `word_px`, less with each step; blocks
 * that can be read from `block_least_px` on; buttons as wide as `button_px`, or as their room. */
struct parts {
    int heights[PART_COUNT], word_px, block_least_px, button_px[2];
};

struct question {
    enum part part;
    int width_px, step;
};

static struct question asked[ASKED_MAX];
static int asked_count;

static int stepped(int px, int step)
{
    return px * (100 - STEP_PERCENT * step) / 100;
}

static int height(const void *context, enum part part, int width_px, int step)
{
    const struct parts *parts = context;

    assert_in_range(step, 0, part == PART_TITLE || part == PART_BODY ? FIT_STEPS - 1 : 0);
    for (int i = 0; i < asked_count; i++)
        assert_false(asked[i].part == part && asked[i].width_px == width_px && asked[i].step == step);
    assert_true(asked_count < ASKED_MAX);
    asked[asked_count++] = (struct question){part, width_px, step};
    return stepped(parts->heights[part], step);
}

static bool legible(const void *context, enum part part, struct rect rect, int step)
{
    const struct parts *parts = context;

    if (part == PART_TITLE)
        return stepped(parts->word_px, step) <= rect.w;
    assert_true(part == PART_CHART || part == PART_MAP);
    return rect.h >= parts->block_least_px;
}

static int width(const void *context, enum part part, int room_px)
{
    const struct parts *parts = context;

    assert_true(part == PART_MORE || part == PART_DIFFERENCE);
    return int_min(room_px, parts->button_px[part == PART_MORE]);
}

#define UPRIGHT "1fr", "40% auto 1fr", "picture / title / body", 0, 0, ""
#define BESIDE "1fr 1fr", "auto 1fr", "picture title / picture body", 0, 0, ""
#define WITH_CHART "1fr", "10% auto auto 1fr", "picture / title / body / chart", 0, 0, ""
#define WITH_BUTTONS "60% 1fr", "1fr 10%", "body body / difference more", 0, 0, ""

static const struct row {
    const char *name;
    struct drawn_plan drawn;
    const char *absent, *heights;
    int word_px, block_least_px, button_px[2];
    const char *expected; /* in a space of 100 x 200: steps of headline and body, what gives, and where it all is */
} rows[] = {
    /* clang-format off */
    {"all stands", {BESIDE}, "", "title 40 body 100", 50, 0, {0},
     "0 0 picture 0,0 50x200;title 50,0 50x40;body 50,40 50x160;"},
    {"the headline first", {BESIDE}, "", "title 60 body 143", 50, 0, {0},
     "1 0 picture 0,0 50x200;title 50,0 50x54;body 50,54 50x146;"},
    {"a word that is too long", {BESIDE}, "", "title 40 body 100", 60, 0, {0},
     "2 0 picture 0,0 50x200;title 50,0 50x32;body 50,32 50x168;"},
    {"a headline of half the space", {BESIDE}, "", "title 120 body 80", 50, 0, {0},
     "2 0 picture 0,0 50x200;title 50,0 50x96;body 50,96 50x104;"},
    {"then the picture above", {UPRIGHT}, "", "title 40 body 98", 50, 0, {0},
     "1 0 picture 0,0 100x66;title 0,66 100x36;body 0,102 100x98;"},
    {"a picture above that must be very low", {UPRIGHT}, "", "title 40 body 130", 50, 0, {0},
     "3 0 picture 0,0 100x42;title 0,42 100x28;body 0,70 100x130;"},
    {"a picture beside the text is no help: the body", {BESIDE}, "", "title 40 body 200", 50, 0, {0},
     "3 2 picture 0,0 50x200;title 50,0 50x28;body 50,28 50x172;"},
    {"the body scrolls", {BESIDE}, "", "title 40 body 999", 50, 0, {0},
     "3 3 scrolls picture 0,0 50x200;title 50,0 50x28;body 50,28 50x172;"},
    {"unless too little of it is seen: then all begins anew without the picture", {UPRIGHT}, "", "title 200 body 999", 50, 0, {0},
     "3 3 plain scrolls title 0,0 100x140;body 0,140 100x60;"},
    {"with large type", {"1fr", "40% auto 1fr auto", "picture / title / body / sources", 0, 0, ""}, "", "title 50 sources 100 body 50", 50, 0, {0},
     "0 0 plain title 0,0 100x50;body 0,50 100x50;sources 0,100 100x100;"},
    {"a block keeps nine tenths", {WITH_CHART}, "", "title 20 body 60 chart 110", 50, 0, {0},
     "0 0 picture 0,0 100x20;title 0,20 100x20;body 0,40 100x60;chart 0,100 100x100;"},
    {"or less, before the body gives way", {WITH_CHART}, "", "title 20 body 60 chart 160", 50, 0, {0},
     "3 0 picture 0,0 100x10;title 0,10 100x14;body 0,24 100x60;chart 0,84 100x116;"},
    {"as long as it can be read", {WITH_CHART}, "", "title 20 body 60 chart 160", 50, 120, {0},
     "3 1 picture 0,0 100x10;title 0,10 100x14;body 0,24 100x54;chart 0,78 100x122;"},
    {"what a block does not need goes to the picture", {WITH_CHART}, "", "title 20 body 60 chart 70", 50, 0, {0},
     "0 0 picture 0,0 100x50;title 0,50 100x20;body 0,70 100x60;chart 0,130 100x70;"},
    {"up to six tenths of the space", {UPRIGHT}, "", "title 20 body 10", 50, 0, {0},
     "0 0 picture 0,0 100x120;title 0,120 100x20;body 0,140 100x60;"},
    {"two buttons stand side by side", {WITH_BUTTONS}, "", "body 10", 0, 0, {30, 20},
     "0 0 body 0,0 100x180;more 35,180 20x20;difference 0,180 30x20;"},
    {"the first gives way to the second", {WITH_BUTTONS}, "", "body 10", 0, 0, {80, 40},
     "0 0 body 0,0 100x180;more 60,180 40x20;difference 0,180 55x20;"},
    {"the second alone begins where the text does", {WITH_BUTTONS}, "difference", "body 10", 0, 0, {30, 20},
     "0 0 body 0,0 100x180;more 0,180 20x20;"},
    {"the first alone", {WITH_BUTTONS}, "more", "body 10", 0, 0, {30, 20},
     "0 0 body 0,0 100x180;difference 0,180 30x20;"},
    {"buttons in two rows", {"1fr", "1fr 10% 10%", "body / difference / more", 0, 0, ""}, "", "body 10", 0, 0, {30, 20},
     "0 0 body 0,0 100x160;more 0,180 20x20;difference 0,160 30x20;"},
    {"a plan without a body", {"1fr", "auto", "title", 0, 0, ""}, "body", "title 40 body 100", 50, 0, {0},
     "3 3 plain scrolls title 0,0 100x200;"},
    {"more than there is room for", {"1fr", "auto auto 1fr", "title / sources / body", 0, 0, ""}, "", "title 60 sources 170 body 10", 50, 0, {0},
     "3 3 plain scrolls overflow 12 title 0,0 100x42;body 0,212 100x0;sources 0,42 100x170;"},
    {"nothing present", {UPRIGHT}, "picture title body", "", 0, 0, {0}, "0 0 "},
    /* clang-format on */
};

static void fit_rows(void **state)
{
    static const struct fit_needs needs = {.height = height, .legible = legible, .width = width};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const struct row *row = &rows[i];
        struct plan plan = drawn_plan_read(&row->drawn);
        struct parts parts = {
            .word_px = row->word_px, .block_least_px = row->block_least_px, .button_px = {row->button_px[0], row->button_px[1]}};
        struct fit_request request = {
            .plan = &plan,
            .space = {0, 0, 100, 200},
            .present = ~drawn_plan_parts(row->absent),
            .blocks = drawn_plan_parts("chart map"),
            .body_least_px = {LEAST, LEAST, LEAST, LEAST},
            .button_gap_px = BUTTON_GAP,
            .context = &parts,
            .needs = &needs,
        };
        struct buffer out = {0};

        asked_count = 0;
        drawn_plan_heights(row->heights, parts.heights);
        struct fit fit = fit_parts(&request);

        buffer_printf(&out, "%d %d ", fit.title_step, fit.body_step);
        buffer_printf(&out, "%s%s", fit.plain ? "plain " : "", fit.body_px > fit.rects[PART_BODY].h ? "scrolls " : "");
        if (fit.overflow_px)
            buffer_printf(&out, "overflow %d ", fit.overflow_px);
        drawn_plan_print(fit.rects, &out);
        if (strcmp(out.bytes, row->expected) != 0)
            fail_msg("%s:\n got %s\nwant %s", row->name, out.bytes, row->expected);
        buffer_finish(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fit_rows),
    };

    return cmocka_run_group_tests_name("fitting", tests, NULL, NULL);
}
