/* Reduced motion: whatever a visitor does, the very next picture is the last one; nothing is ever on its way. */
#include "support/visitor.h"

#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size LANDSCAPE = {1920, 1080};
static const struct visitor_edit STILL[] = {{"config/theme.yaml", "reduced_motion: false", "reduced_motion: true"}};

static void come(struct visitor *v, const char *start)
{
    visitor_come_as(v, &(struct visitor_plan){.screen = LANDSCAPE, .start = start, .edits = STILL, .edit_count = COUNTOF(STILL)});
}

/* From now on the picture stays as it is, and the program sleeps. */
static void check_still(struct visitor *v, const char *after)
{
    const struct frame *frame = visitor_frame(v);
    uint64_t hash = frame_hash(frame);

    if (frame->fade_share < 1 || stage_deadline(v->stage, v->now_ms) <= v->now_ms)
        fail_msg("%s after %s: something is on its way", visitor_scene(v->stage), after);
    for (int ms = 16; ms < 2000; ms += ms < 100 ? 16 : ms / 2) {
        visitor_wait(v, ms < 100 ? 16 : ms / 2);
        if (frame_hash(visitor_frame(v)) != hash)
            fail_msg("%s: about %d ms after %s the picture changed", visitor_scene(v->stage), ms, after);
    }
    visitor_log(v);
}

static void keys_move_nothing_on_the_way(void **state)
{
    static const char *const starts[] = {NULL,         "home",     "panel/charter", "panel/network",
                                         "panel/camp", "timeline", "card/fire",     "picture/charter",
                                         "card/token", "colophon", "panel/fire",    "panel/after"};

    struct visitor v;

    (void)state;
    come(&v, NULL);
    for (size_t s = 0; s < COUNTOF(starts); s++)
        for (int key = 0; key < KEY_PAD_SWITCH; key++) { /* but the last: for one switch the focus moves by itself */
            char after[64];

            visitor_start(&v, starts[s]);
            for (int again = 0; again < 2; again++) {
                snprintf(after, sizeof(after), "key %d", key);
                visitor_key(&v, (enum key)key);
                check_still(&v, after);
            }
        }
    visitor_leave(&v);
}

/* Every thing on these pages, tapped. */
static void taps_move_nothing_on_the_way(void **state)
{
    static const char *const starts[] = {"home",     "panel/charter",   "panel/network", "panel/camp",
                                         "timeline", "picture/charter", "card/stoppage", "colophon"};
    struct visitor v;

    (void)state;
    come(&v, NULL);
    for (size_t s = 0; s < COUNTOF(starts); s++) {
        int count = 1;

        for (int i = 0; i < count; i++) {
            char after[64];

            visitor_start(&v, starts[s]);
            const struct targets *targets = visitor_targets(&v);
            struct rect rect = targets->list[i].rect;
            count = targets->count;
            snprintf(after, sizeof(after), "a tap for action %d", targets->list[i].action.kind);

            visitor_tap(&v, (float)rect.x + (float)rect.w / 2, (float)rect.y + (float)rect.h / 2);
            check_still(&v, after);
        }
    }
    visitor_leave(&v);
}

/* What follows a finger follows it; once the finger has gone, all stands. */
static void nothing_runs_on_behind_a_finger(void **state)
{
    static const struct {
        const char *start;
        struct point from, to;
        int64_t ms;
    } rows[] = {
        {"home", {1500, 500}, {600, 510}, 150},           /* a page turns */
        {"panel/charter", {1500, 500}, {600, 510}, 150},  /* and on */
        {"panel/charter", {1500, 500}, {1350, 500}, 600}, /* let go too soon: it returns */
        {"panel/welcome", {600, 500}, {1500, 500}, 150},  /* back */
        {"timeline", {1400, 700}, {600, 700}, 100},       /* a throw */
        {"timeline", {600, 700}, {1800, 700}, 100},       /* beyond the end */
        {"picture/charter", {900, 500}, {700, 300}, 100}, /* all of it is seen already */
        {"colophon", {960, 800}, {960, 300}, 80},         /* text thrown */
        {"card/stoppage", {960, 400}, {960, 800}, 150},   /* a card away */
        {"panel/charter", {1000, 300}, {1000, 900}, 200}, /* upright: nothing */
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        for (int large = 0; large < 2; large++) {
            struct visitor v;

            come(&v, rows[i].start);
            if (large)
                visitor_key(&v, KEY_TEXT_SIZE);
            if (strncmp(rows[i].start, "timeline", 8) == 0) /* near enough to have somewhere to go */
                for (int k = 0; k < 5; k++)
                    visitor_key(&v, KEY_PLUS);
            visitor_swipe(&v, rows[i].from, rows[i].to, rows[i].ms);
            check_still(&v, rows[i].start);
            visitor_leave(&v);
        }
}

/* Without motion a throw would be a leap: what was thrown stays where the finger let it go. */
static void a_throw_does_not_leap(void **state)
{
    struct visitor v;
    double before, after;

    (void)state;
    come(&v, "colophon");
    visitor_swipe(&v, (struct point){960, 800}, (struct point){960, 500}, 80);
    assert_in_range((int)v.stage->overlays.list[0].scroll.to, 240, 300);
    visitor_leave(&v);

    come(&v, "timeline");
    for (int k = 0; k < 5; k++)
        visitor_key(&v, KEY_PLUS);
    before = v.stage->time.motion.to.start / v.stage->time.motion.to.days;
    visitor_swipe(&v, (struct point){1400, 700}, (struct point){1000, 700}, 80);
    after = v.stage->time.motion.to.start / v.stage->time.motion.to.days;
    assert_true(after > before && after - before < 400.0 / 1500);
    visitor_leave(&v);
}

static void pinches_and_double_taps_end_at_once(void **state)
{
    static const char *const starts[] = {"picture/charter", "timeline", "panel/charter"};

    (void)state;
    for (size_t s = 0; s < COUNTOF(starts); s++) {
        struct visitor v;

        come(&v, starts[s]);
        visitor_down(&v, 1, 800, 500);
        visitor_down(&v, 2, 1000, 500);
        for (int i = 1; i <= 10; i++) {
            visitor_wait(&v, 16);
            visitor_move(&v, 1, 800 - 20.0F * (float)i, 500);
            visitor_move(&v, 2, 1000 + 20.0F * (float)i, 500);
        }
        visitor_up(&v, 1, 600, 500);
        visitor_up(&v, 2, 1200, 500);
        check_still(&v, "a pinch");
        if (s == 0)
            for (int i = 0; i < 2; i++)
                visitor_tap(&v, 960, 500);
        check_still(&v, "a double tap");
        visitor_leave(&v);
    }
}

static void attract_changes_at_once(void **state)
{
    struct visitor v;
    int64_t until;

    (void)state;
    come(&v, NULL);
    until = v.now_ms + 20 * 60 * 1000; /* two laps, both languages */
    for (uint64_t hash = frame_hash(visitor_frame(&v)); v.now_ms < until;) {
        visitor_wait(&v, stage_deadline(v.stage, v.now_ms) - v.now_ms);
        assert_true(visitor_frame(&v)->fade_share == 1);
        assert_true(frame_hash(visitor_frame(&v)) != hash);
        hash = frame_hash(visitor_frame(&v));
        visitor_wait(&v, 1000);
        assert_true(frame_hash(visitor_frame(&v)) == hash);
    }
    visitor_leave(&v);
}

static void leaving_is_a_cut_too(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/welcome");
    visitor_key(&v, KEY_TEXT_SIZE);
    visitor_wait(&v, 110 * 1000);
    assert_string_equal(visitor_scene(v.stage), "attract");
    check_still(&v, "nobody was there");
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_move_nothing_on_the_way),
        cmocka_unit_test(taps_move_nothing_on_the_way),
        cmocka_unit_test(nothing_runs_on_behind_a_finger),
        cmocka_unit_test(a_throw_does_not_leap),
        cmocka_unit_test(pinches_and_double_taps_end_at_once),
        cmocka_unit_test(attract_changes_at_once),
        cmocka_unit_test(leaving_is_a_cut_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
