/* Nobody is hurried: nothing changes that a visitor has not asked for, time that runs out is told before and given again, and what passes
 * by itself while nobody is there stands still for whoever wants it to. */
#include "staging/show.h"
#include "staging/state.h"
#include "stage/stage.h"
#include "support/fake_measure.h"
#include "support/find.h"
#include "support/visitor.h"
#include "tape/devices.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct size WIDE = {1920, 1080};

enum { MOVES_MOST_MS = 5000 /* WCAG 2.2, 2.2.2 */, LEAST_S = 20 /* 2.2.1 */, OFTEN = 12 };

/* As proofs show it: an overlay above what it belongs to, no notice before it; a visitor has just come there. */
static void stand_on(struct visitor *v, struct scene_ref ref)
{
    struct scene_ref below = scene_below(v->exhibit, ref);
    char name[SCENE_NAME_BYTES];
    struct stage_setup setup = {
        .exhibit = v->exhibit, .measure = fake_measure(NULL), .screen = v->screen, .start = name, .unlocked = true, .now_ms = v->now_ms};

    scene_name(v->exhibit, below.ops ? below : ref, false, name);
    if (below.ops)
        setup.overlay = ref;
    stage_destroy(v->stage);
    v->stage = stage_create(&setup);
    assert_non_null(v->stage);
    idle_note_activity(&v->stage->idle, v->now_ms);
    visitor_frame(v);
}

static void fail_on(struct visitor *v, struct scene_ref ref, const char *what)
{
    char name[SCENE_NAME_BYTES];

    scene_name(v->exhibit, ref, false, name);
    fail_msg("%s%s%s: %s", name, ref.ops->part ? " " : "", ref.ops->part ? ref.ops->part : "", what);
}

/* What moves has come to rest by then; and from then on nothing is due, and nothing changes, until it is asked whether anybody is there. */
static void must_stand(struct visitor *v, struct scene_ref ref)
{
    int64_t ask_ms;
    uint64_t seen;

    stage_painted(v->stage, v->now_ms);
    visitor_wait(v, MOVES_MOST_MS);
    stage_painted(v->stage, v->now_ms);
    seen = frame_hash(visitor_frame(v));
    ask_ms = show_idle_times(v->stage).ask_ms;
    if (stage_deadline(v->stage, v->now_ms) < ask_ms)
        fail_on(v, ref, "something is still to come by itself");
    visitor_wait(v, ask_ms - 1 - v->now_ms);
    if (frame_hash(visitor_frame(v)) != seen)
        fail_on(v, ref, "something has changed by itself");
    visitor_wait(v, 1);
    if (show_countdown(v->stage, v->now_ms) < LEAST_S)
        fail_on(v, ref, "less than 20 seconds are told");
    visitor_log(v);
}

static void nothing_changes_unasked(void **state)
{
    static const char *const exhibits[] = {NULL, "."};

    (void)state;
    for (size_t e = 0; e < COUNTOF(exhibits); e++) {
        struct visitor v;
        int stood = 0;

        visitor_come_as(&v, &(struct visitor_plan){.screen = WIDE, .start = "home", .exhibit = exhibits[e]});
        for (int s = 0; scenes[s]; s++)
            for (int i = 0; i < scene_items(scenes[s], v.exhibit); i++) {
                struct scene_ref ref = {scenes[s], i};

                if (ref.ops == &scene_attract || !scene_exists(v.exhibit, ref))
                    continue;
                stand_on(&v, ref);
                must_stand(&v, ref);
                stood++;
            }
        assert_true(stood > v.exhibit->panel_count);
        visitor_leave(&v);
    }
}

/* ---- while nobody is there ---- */

static void until(struct visitor *v, enum film_kind kind, int panel)
{
    while (v->stage->attract.shot.kind != kind || v->stage->attract.shot.panel != panel)
        visitor_wait(v, 250);
    visitor_wait(v, 2000);
}

/* Whatever is pressed, attract stands still; a keypad's key that selects stays with what was seen, in its language, as a finger does. */
static void attract_stands_still_for_any_key(void **state)
{
    static const struct {
        enum film_kind kind;
        const char *panel, *scene;
    } rows[] = {{FILM_POSTER, "welcome", "panel/welcome"}, {FILM_PAGE, "network", "panel/network"}, {FILM_PAGE, NULL, "timeline"}};
    struct visitor v;

    (void)state;
    visitor_come(&v, WIDE, NULL);
    for (size_t i = 0; i < COUNTOF(rows); i++)
        for (int key = 0; key < KEY_COUNT; key++) {
            bool stays = key == KEY_PAD_SELECT || key == KEY_PAD_SWITCH;
            bool leads_home = !stays && key != KEY_SETTINGS && key != KEY_PAD_FOR_ME;

            if (key == KEY_ESCAPE)
                continue; /* means nothing there */
            visitor_start(&v, NULL);
            until(&v, rows[i].kind, rows[i].panel ? find_panel(v.exhibit, rows[i].panel) : FILM_TIMELINE);
            int language = v.stage->attract.shot.language;

            visitor_key(&v, (enum key)key);
            visitor_wait(&v, 1000);
            assert_false(stage_is_attract(v.stage));
            if (stays)
                assert_int_equal(stage_settings(v.stage)->language, language);
            if (stays || leads_home)
                visitor_expect(&v, stays ? rows[i].scene : "home");
            if (key == KEY_PAD_SELECT)
                must_stand(&v, show_top(v.stage));
            visitor_log(&v);
        }
    visitor_leave(&v);
}

/* ---- time that runs out ---- */

static void touch_once(struct visitor *v)
{
    visitor_tap(v, 500, 500);
}

static void strike_once(struct visitor *v)
{
    visitor_key(v, KEY_TAB);
}

static void press_switch(struct visitor *v)
{
    visitor_key(v, KEY_PAD_SWITCH);
}

/* The time that runs out is given again, as often as somebody asks, and each time all of it: ten times at least (WCAG 2.2, 2.2.1). */
static void time_is_given_again_and_again(void **state)
{
    static void (*const ways[])(struct visitor *) = {touch_once, strike_once, press_switch};

    (void)state;
    for (size_t i = 0; i < COUNTOF(ways); i++) {
        struct visitor v;

        visitor_come(&v, WIDE, "panel/charter");
        strike_once(&v);
        for (int time = 0; time < OFTEN; time++) {
            int64_t whole = show_idle_times(v.stage).ask_ms - v.stage->idle.last_input_ms;

            assert_true(whole >= 90 * 1000);
            visitor_wait(&v, show_idle_times(v.stage).leave_ms - v.now_ms - 1000);
            assert_int_equal(show_countdown(v.stage, v.now_ms), 1);
            ways[i](&v);
            assert_int_equal(show_countdown(v.stage, v.now_ms), 0);
            visitor_expect(&v, "panel/charter");
        }
        visitor_leave(&v);
    }
}

static const struct visitor_edit MORE_TIME = {"config/exhibit.yaml", "\ntiming:", "\nfor_me: [time]\ntiming:"};

/* Whoever has asked for more time has ten times as much of all that runs out, a light's name too. */
static void more_time_is_ten_times_as_long(void **state)
{
    struct visitor v;
    int64_t waits[2], tells[2];

    (void)state;
    for (int longer = 0; longer < 2; longer++) {
        visitor_come_as(&v, &(struct visitor_plan){.screen = WIDE, .start = "panel/fire", .edits = &MORE_TIME, .edit_count = 1});
        v.stage->visit.answered = ~0u;
        v.stage->visit.settings.level[SETTING_TIME] = longer;
        visitor_frame(&v);
        const struct page *page = visitor_page(&v);

        assert_true(page->spots.count > 0);
        struct rect light = page->spots.list[0].rect;

        visitor_tap(&v, (float)light.x + (float)light.w / 2, (float)light.y + (float)light.h / 2);
        assert_true(v.stage->pager.chosen > 0);
        tells[longer] = v.stage->pager.told_until_ms - v.now_ms;
        waits[longer] = show_idle_times(v.stage).ask_ms - v.stage->idle.last_input_ms;
        visitor_leave(&v);
    }
    assert_int_equal(waits[1], 10 * waits[0]);
    assert_true(tells[0] > 3000 && tells[1] > 9 * tells[0]);
}

/* ---- hands that tremble ---- */

/* With `again_ms: 500` a key struck once more within half a second means nothing (EN 301 549, 5.8); another key does, and so does this one
 * later. Without it all count. */
static void a_second_strike_at_once_is_none(void **state)
{
    static const struct visitor_edit calm = {"config/exhibit.yaml",
                                             "\ntiming:", "\nkeypad: {right: F13, left: F14, again_ms: 500}\ntiming:"};
    static const struct {
        int64_t after_ms;
        enum key key;
    } strokes[] = {{1000, KEY_PAD_RIGHT}, {100, KEY_PAD_RIGHT}, {399, KEY_PAD_RIGHT}, {500, KEY_PAD_RIGHT}, {100, KEY_PAD_LEFT}};
    static const int pages[2][COUNTOF(strokes)] = {{1, 2, 3, 4, 3}, {1, 1, 1, 2, 1}}; /* the first panel is 0 */

    (void)state;
    for (int set = 0; set < 2; set++) {
        struct visitor v;
        struct devices devices;

        visitor_come_as(&v, &(struct visitor_plan){.screen = WIDE, .start = "panel/welcome", .edits = &calm, .edit_count = set});
        devices_init(&devices, &(struct devices_setup){.stage = v.stage, .exhibit = v.exhibit, .screen = WIDE});
        for (size_t i = 0; i < COUNTOF(strokes); i++) {
            v.now_ms += strokes[i].after_ms;
            devices_take(&devices, &(struct tape_event){.kind = TAPE_KEY, .ms = v.now_ms, .key = strokes[i].key, .press = TAPE_TAP});
            assert_int_equal(pager_page(&v.stage->pager) - PAGER_PANELS, pages[set][i]);
        }
        visitor_leave(&v);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_changes_unasked),         cmocka_unit_test(attract_stands_still_for_any_key),
        cmocka_unit_test(time_is_given_again_and_again),   cmocka_unit_test(more_time_is_ten_times_as_long),
        cmocka_unit_test(a_second_strike_at_once_is_none),
    };

    return cmocka_run_group_tests_name("unhurried", tests, NULL, NULL);
}
