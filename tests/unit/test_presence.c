/* Whether somebody is there: what rests, trembles, sticks or chatters keeps nothing awake, hinders nobody, and a visitor beside it is one.
 */
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};

enum { PATIENCE_MS = 90 * 1000, COUNTDOWN_MS = 20 * 1000 }; /* of the exhibit */

/* What goes on without end: called every so often while nobody is there. */
typedef void disturb(struct visitor *v, int turn);

static void keep_still(struct visitor *v, int turn)
{
    (void)v;
    (void)turn;
}

static void tremble(struct visitor *v, int turn)
{
    visitor_move(v, 9, (float)(400 + turn % 2 * 2), 300);
}

static void tremble_at_the_edge(struct visitor *v, int turn)
{
    visitor_move(v, 9, (float)(400 + turn % 2 * 10), 300); /* of the slop: 10.8 pixels */
}

static void tremble_beyond_it(struct visitor *v, int turn)
{
    visitor_move(v, 9, (float)(400 + turn % 2 * 13), 300);
}

static void tremble_with_two(struct visitor *v, int turn)
{
    visitor_move(v, 9, (float)(400 + turn % 2 * 2), 300);
    visitor_move(v, 8, 600, (float)(500 + turn % 3));
}

static void drag_and_rest(struct visitor *v, int turn)
{
    visitor_move(v, 9, turn < 5 ? (float)(400 + 40 * turn) : (float)(600 + turn % 2), 300);
}

static void hold_a_key(struct visitor *v, int turn)
{
    (void)turn;
    stage_key_held(v->stage, KEY_CONTRAST, v->now_ms);
    stage_key_held(v->stage, KEY_DOWN, v->now_ms);
    stage_key_held(v->stage, KEY_RIGHT, v->now_ms);
}

static void chatter(struct visitor *v, int turn)
{
    (void)turn;
    visitor_down(v, 9, 1900, 300);
    visitor_up(v, 9, 1900, 300);
}

static const struct {
    const char *name, *start;
    int fingers;
    int every_ms;
    disturb *disturb;
    int64_t late_ms; /* how much later than without it */
} rows[] = {
    {"nothing", "panel/strike", 0, 1000, keep_still, 0},
    {"a finger at rest", "panel/strike", 1, 1000, keep_still, 0},
    {"a trembling finger", "panel/strike", 1, 200, tremble, 0},
    {"at the edge of the slop", "panel/strike", 1, 200, tremble_at_the_edge, 0},
    {"beyond it", "panel/strike", 1, 200, tremble_beyond_it, 400},
    {"beyond it on the timeline", "timeline", 1, 200, tremble_beyond_it, 400},
    {"on a picture", "picture/strike", 1, 200, tremble, 0},
    {"two fingers", "timeline", 2, 200, tremble_with_two, 0},
    {"one that moved and rests", "panel/strike", 1, 200, drag_and_rest, 1000},
    {"and on the timeline", "timeline", 1, 200, drag_and_rest, 1000},
    {"keys held down", "panel/strike", 0, 250, hold_a_key, 0},
    {"and on the timeline", "timeline", 0, 250, hold_a_key, 0},
    {"and on a picture", "picture/strike", 0, 250, hold_a_key, 0},
    {"drops of water", "panel/strike", 0, 250, chatter, 250 * 40},
};

static void put_fingers(struct visitor *v, int count)
{
    if (count > 0)
        visitor_down(v, 9, 400, 300);
    if (count > 1)
        visitor_down(v, 8, 600, 500);
}

/* Lets it go on for so long, or until a scene comes. Returns how long it took. */
static int64_t disturb_until(struct visitor *v, size_t row, int64_t ms, const char *scene)
{
    int64_t began = v->now_ms;

    for (int turn = 0; v->now_ms < began + ms && strcmp(visitor_scene(v->stage), scene) != 0; turn++) {
        rows[row].disturb(v, turn);
        visitor_wait(v, rows[row].every_ms);
    }
    return v->now_ms - began;
}

static void begin(struct visitor *v, size_t row)
{
    visitor_start(v, rows[row].start);
    visitor_log(v);
    visitor_key(v, KEY_TEXT_SIZE); /* somebody was there */
    put_fingers(v, rows[row].fingers);
}

/* Attract comes, and stays though it goes on; when it ends, that is no tap and no visitor. */
static void attract_comes_as_if_nobody_were_there(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, NULL);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        int64_t calm = PATIENCE_MS + COUNTDOWN_MS, took;

        begin(&v, i);
        took = disturb_until(&v, i, 3 * calm, "attract");
        if (took < calm || took > calm + rows[i].late_ms + rows[i].every_ms)
            fail_msg("%s: %lld ms, not %lld", rows[i].name, (long long)took, (long long)calm);
        disturb_until(&v, i, 10 * 1000, "nothing");
        visitor_up(&v, 9, 400, 300);
        visitor_up(&v, 8, 600, 500);
        visitor_wait(&v, 1000);
        visitor_expect(&v, "attract");
    }
    visitor_leave(&v);
}

static void the_next_visitor_is_not_hindered(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, NULL);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        begin(&v, i);
        disturb_until(&v, i, 3 * PATIENCE_MS, "attract");
        visitor_touch(&v, ACTION_WAKE, 0);
        visitor_expect(&v, "home");
        visitor_swipe(&v, (struct point){1500, 500}, (struct point){600, 520}, 200);
        disturb_until(&v, i, 1000, "nothing");
        if (strncmp(visitor_scene(v.stage), "panel/", 6) != 0)
            fail_msg("%s: a swipe comes to %s", rows[i].name, visitor_scene(v.stage));
    }
    visitor_leave(&v);
}

/* A real visitor beside it is one: patience begins anew with each touch. */
static void a_visitor_beside_it_counts(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, NULL);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        begin(&v, i);
        for (int n = 0; n < 2; n++) {
            disturb_until(&v, i, PATIENCE_MS - 5000, "attract");
            visitor_tap(&v, 1900, 700);
        }
        if (!stage_settings(v.stage)->level[SETTING_TEXT])
            fail_msg("%s: the visitor is overlooked", rows[i].name);
    }
    visitor_leave(&v);
}

/* Even while a finger drags on: a hand that does not rest is a visitor's. */
static void a_hand_that_moves_on_is_a_visitor(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "timeline");
    visitor_down(&v, 1, 900, 400);
    for (int turn = 0; turn < 3 * 60; turn++) {
        visitor_wait(&v, 1000);
        visitor_move(&v, 1, (float)(900 + turn % 2 * 200), 400);
        visitor_expect(&v, "timeline");
    }
    visitor_leave(&v);
}

/* A screen that is switched off and on may come back in another size, with somebody before it: nothing is shown of it when time, a key or
 * a finger asks how long they have been reading. */
static void the_screen_may_change_before_a_visitor(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "panel/strike");
    visitor_key(&v, KEY_CONTRAST);
    for (int i = 0; i < 4; i++) {
        struct pointer_sample down = {1, POINTER_DOWN, {900, 500}, v.now_ms};

        stage_resize(v.stage, i % 2 == 0 ? (struct size){1080, 1920} : SCREEN, v.now_ms);
        if (i == 0)
            stage_tick(v.stage, v.now_ms);
        else if (i == 1)
            stage_key(v.stage, KEY_TEXT_SIZE, v.now_ms);
        else if (i == 2)
            stage_key_held(v.stage, KEY_DOWN, v.now_ms);
        else
            stage_pointer(v.stage, &down, VIA_TOUCH);
        visitor_expect(&v, "panel/strike");
    }
    assert_true(stage_settings(v.stage)->level[SETTING_TEXT]);
    visitor_wait(&v, 3 * PATIENCE_MS);
    visitor_expect(&v, "attract");
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(attract_comes_as_if_nobody_were_there),
        cmocka_unit_test(the_next_visitor_is_not_hindered),
        cmocka_unit_test(a_visitor_beside_it_counts),
        cmocka_unit_test(a_hand_that_moves_on_is_a_visitor),
        cmocka_unit_test(the_screen_may_change_before_a_visitor),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
