/* The timeline under fingers and keys: how one comes and goes, and what moves its window. */
#include "support/visitor.h"
#include "support/find.h"

#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"
#include "axis/view.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};

static void come(struct visitor *v, const char *start)
{
    visitor_come(v, SCREEN, start);
    visitor_log(v);
}

/* Keys as a row of letters would be harder to read: each row is one key and the scene it leads to. */
static void walk(struct visitor *v, const enum key *keys, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        visitor_key(v, keys[i]);
        visitor_wait(v, 1000);
        visitor_expect(v, names[i]);
    }
}

static void keys_lead_to_the_timeline_and_back(void **state)
{
    static const enum key keys[] = {KEY_TIMELINE, KEY_TIMELINE, KEY_ENTER, KEY_ESCAPE, KEY_RIGHT, KEY_ENTER, KEY_ESCAPE, KEY_ESCAPE};
    static const char *const names[] = {"timeline", "timeline",        "card/stoppage", "timeline",
                                        "timeline", "card/tokens-end", "timeline",      "panel/strike"};
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    walk(&v, keys, names, COUNTOF(keys));
    visitor_leave(&v);
}

/* argument -1: any. */
static int count_targets(struct visitor *v, enum action_kind kind, int argument)
{
    int count = 0;

    stage_frame(v->stage, v->now_ms);
    for (int i = 0; i < v->stage->shown.targets.count; i++) {
        struct action action = v->stage->shown.targets.list[i].action;

        count += action.kind == kind && (argument < 0 || action.argument == argument);
    }
    return count;
}

static bool says(struct visitor *v, const char *words)
{
    const struct draw_list *list = &v->stage->shown.base->page.list;
    size_t length = strlen(words);

    stage_frame(v->stage, v->now_ms);
    for (int i = 0; i < list->count; i++)
        for (int at = 0; list->commands[i].kind == DRAW_TEXT && at + (int)length <= list->commands[i].text.length; at++)
            if (strncmp(list->commands[i].text.text + at, words, length) == 0)
                return true;
    return false;
}

/* Whoever came from a panel sees where; whoever came from home was nowhere. */
static void it_tells_where_one_was(void **state)
{
    static const struct size screens[] = {{1920, 1080}, {1080, 1920}};
    struct visitor v;

    (void)state;
    for (size_t i = 0; i < COUNTOF(screens); i++) {
        visitor_come(&v, screens[i], "panel/strike");
        visitor_touch(&v, ACTION_TIMELINE, 0);
        assert_true(says(&v, v.exhibit->words[0].you_were_here));
        visitor_touch(&v, ACTION_FIT, 0);
        visitor_wait(&v, 1000);
        assert_true(count_targets(&v, ACTION_EVENT, exhibit_panel_event(v.exhibit, find_panel(v.exhibit, "strike"))) > 0);
        visitor_leave(&v);
        visitor_come(&v, screens[i], "timeline");
        assert_false(says(&v, v.exhibit->words[0].you_were_here));
        visitor_leave(&v);
    }
}

/* "4 earlier" counts what lies before the window, and leads to the nearest of it. */
static void the_ends_tell_what_lies_beyond(void **state)
{
    static const struct size screens[] = {{1920, 1080}, {1080, 1920}};
    struct visitor v;

    (void)state;
    for (size_t i = 0; i < COUNTOF(screens); i++) {
        visitor_come(&v, screens[i], "timeline");
        for (int presses = 0; presses < 4; presses++)
            visitor_key(&v, KEY_PLUS);
        visitor_wait(&v, 1000);
        struct axis_window window = axis_motion_at(&v.stage->time.motion, v.now_ms);
        int before = 0, behind = 0;
        char words[2][32];

        for (int e = 0; e < v.exhibit->event_count; e++) {
            before += axis_event_place(v.exhibit, e) < window.start;
            behind += axis_event_place(v.exhibit, e) >= window.start + window.days;
        }
        assert_true(before > 0 && behind > 0);
        snprintf(words[0], sizeof(words[0]), "%d earlier", before);
        snprintf(words[1], sizeof(words[1]), "%d later", behind);
        assert_true(says(&v, words[0]) && says(&v, words[1]));
        visitor_touch(&v, ACTION_STAND, before - 1);
        visitor_wait(&v, 1000);
        assert_int_equal(v.stage->time.event, before - 1);
        assert_true(count_targets(&v, ACTION_EVENT, before - 1) > 0);
        visitor_key(&v, KEY_FIRST);
        visitor_wait(&v, 1000);
        assert_false(says(&v, " earlier"));
        visitor_leave(&v);
    }
}

static void the_timeline_stands_on_the_panels_event(void **state)
{
    struct visitor v;
    double day;

    (void)state;
    come(&v, "panel/charter");
    visitor_touch(&v, ACTION_TIMELINE, 0);
    visitor_expect(&v, "timeline");

    int event = exhibit_panel_event(v.exhibit, find_panel(v.exhibit, "charter"));
    struct axis_window window = axis_motion_at(&v.stage->time.motion, v.now_ms);

    assert_true(event >= 0);
    day = axis_event_day(&v.exhibit->events[event]);
    assert_true(day > window.start && day < window.start + window.days);
    visitor_touch(&v, ACTION_EVENT, event);
    visitor_expect(&v, "card/charter");
    assert_int_equal(count_targets(&v, ACTION_PANEL, find_panel(v.exhibit, "charter")), 0); /* where one came from */
    visitor_touch(&v, ACTION_PANEL, find_panel(v.exhibit, "welcome"));
    visitor_expect(&v, "panel/welcome");
    visitor_key(&v, KEY_ESCAPE); /* back to the timeline */
    visitor_expect(&v, "timeline");
    visitor_leave(&v);
}

static struct axis_window window_of(struct visitor *v)
{
    return axis_motion_at(&v->stage->time.motion, v->now_ms);
}

static bool same(struct axis_window one, struct axis_window other)
{
    return fabs(one.start - other.start) < 1e-6 && fabs(one.days - other.days) < 1e-6;
}

/* Each time anew, unless one comes back to it. */
static void it_opens_on_what_matters(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "home");
    visitor_touch(&v, ACTION_TIMELINE, 0);
    struct axis_window first = axis_view_first(v.exhibit);

    assert_true(same(window_of(&v), first));
    visitor_touch(&v, ACTION_CLOSER, 1);
    visitor_wait(&v, 1000);
    assert_false(same(window_of(&v), first));
    visitor_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "home");
    visitor_touch(&v, ACTION_TIMELINE, 0);
    assert_true(same(window_of(&v), first));
    visitor_touch(&v, ACTION_CLOSER, 1);
    visitor_wait(&v, 1000);
    visitor_key(&v, KEY_FIRST);
    visitor_wait(&v, 1000);
    struct axis_window left = window_of(&v);
    int event = v.stage->time.event;

    assert_int_equal(event, 0);
    visitor_key(&v, KEY_ENTER);
    visitor_touch(&v, ACTION_PANEL, v.exhibit->events[event].panels[0]);
    visitor_key(&v, KEY_ESCAPE); /* back */
    visitor_expect(&v, "timeline");
    assert_true(same(window_of(&v), left));
    assert_int_equal(v.stage->time.event, event);
    visitor_leave(&v);
}

static void a_button_shows_all_of_time(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "timeline");
    for (int i = 0; i < 4; i++)
        visitor_touch(&v, ACTION_CLOSER, 1);
    visitor_wait(&v, 1000);
    struct axis_limits limits = v.stage->time.motion.limits;

    assert_true(window_of(&v).days < (limits.to - limits.from) / 4);
    visitor_touch(&v, ACTION_FIT, 0);
    visitor_wait(&v, 1000);
    assert_true(same(window_of(&v), (struct axis_window){limits.from, limits.to - limits.from}));
    assert_int_equal(count_targets(&v, ACTION_FIT, -1), 0); /* there is no more to show */
    visitor_leave(&v);
}

/* A place on the page that answers to nothing. */
static struct point free_place(struct visitor *v)
{
    for (float y = 40; y < (float)v->stage->style.page.h; y += 20)
        for (float x = 400; x < 1500; x += 20)
            if (shown_press_at(&v->stage->shown, (struct point){x, y}).target.action.kind == ACTION_NONE)
                return (struct point){x, y};
    fail();
    return (struct point){0};
}

static void a_double_tap_looks_closer(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "timeline");
    visitor_wait(&v, 1000);
    struct axis_window before = window_of(&v);
    struct point at = free_place(&v);

    visitor_tap(&v, at.x, at.y);
    visitor_wait(&v, 2000);
    assert_true(same(window_of(&v), before));
    visitor_tap(&v, at.x, at.y); /* too late to be the second */
    visitor_wait(&v, 1000);
    assert_true(same(window_of(&v), before));
    visitor_tap(&v, at.x, at.y);
    visitor_tap(&v, at.x, at.y);
    visitor_wait(&v, 1000);
    assert_true(window_of(&v).days < before.days / 2);
    visitor_leave(&v);
}

static void fingers_move_and_zoom_time(void **state)
{
    struct visitor v;
    struct axis_window all, moved, near;

    (void)state;
    come(&v, "timeline");
    all = axis_motion_at(&v.stage->time.motion, v.now_ms);
    visitor_pinch(&v, (struct point){900, 600}, 200, 800);
    near = axis_motion_at(&v.stage->time.motion, v.now_ms);
    assert_true(fabs(near.days * 4 - all.days) < all.days * 0.2);
    visitor_swipe(&v, (struct point){1200, 700}, (struct point){700, 700}, 300);
    visitor_wait(&v, 3000);
    moved = axis_motion_at(&v.stage->time.motion, v.now_ms);
    assert_true(moved.start > near.start + near.days * 0.2);
    assert_true(moved.days == near.days);
    visitor_touch(&v, ACTION_CLOSER, -1);
    assert_true(axis_motion_at(&v.stage->time.motion, v.now_ms).days > moved.days);
    visitor_expect(&v, "timeline");
    visitor_leave(&v);
}

static double middle(struct visitor *v)
{
    struct axis_window window = axis_motion_at(&v->stage->time.motion, v->now_ms);

    return window.start + window.days / 2;
}

/* Of the overview that shows the whole: a place at this share of it. */
static struct point on_strip(struct visitor *v, float share)
{
    struct scene scene = show_context(v->stage);
    struct timeline_layout layout;

    timeline_layout_make(&layout, &scene);
    struct rect overview = layout.overview;

    if (layout.portrait)
        return (struct point){(float)overview.x + (float)overview.w / 2, (float)overview.y + share * (float)overview.h};
    return (struct point){(float)overview.x + share * (float)overview.w, (float)overview.y + (float)overview.h / 2};
}

static void the_overview_moves_the_window(void **state)
{
    static const struct size screens[] = {{1920, 1080}, {1080, 1920}};
    struct visitor v;

    (void)state;
    for (size_t i = 0; i < COUNTOF(screens); i++) {
        visitor_come(&v, screens[i], "timeline");
        struct axis_limits limits = v.stage->time.motion.limits;
        double all = limits.to - limits.from;

        for (int presses = 0; presses < 4; presses++)
            visitor_key(&v, KEY_PLUS);
        visitor_wait(&v, 1000);
        struct point from = on_strip(&v, 0.25F), to = on_strip(&v, 0.75F);

        visitor_tap(&v, from.x, from.y);
        visitor_wait(&v, 1000);
        assert_true(fabs(middle(&v) - limits.from - 0.25 * all) < 0.01 * all);
        visitor_swipe(&v, from, to, 200); /* taken by its middle; a throw means nothing here */
        visitor_wait(&v, 1000);
        assert_true(fabs(middle(&v) - limits.from - 0.75 * all) < 0.01 * all);
        to = on_strip(&v, 0.5F);
        visitor_swipe(&v, on_strip(&v, 0.1F), to, 200); /* taken beside the window */
        visitor_wait(&v, 1000);
        assert_true(fabs(middle(&v) - limits.from - 0.5 * all) < 0.01 * all);
        visitor_expect(&v, "timeline");
        visitor_leave(&v);
    }
}

/* Each event's own, wherever no label or count lies over it. */
static void a_point_on_the_axis_opens_its_event(void **state)
{
    struct visitor v;
    struct scene scene;
    struct timeline_layout layout;
    struct axis_window window;
    int opened = 0;

    (void)state;
    come(&v, "timeline");
    scene = show_context(v.stage);
    timeline_layout_make(&layout, &scene);
    window = axis_motion_at(&v.stage->time.motion, v.now_ms);
    for (int i = 0; i < v.exhibit->event_count; i++) {
        const struct event *event = &v.exhibit->events[i];
        float x = (float)timeline_layout_along(&layout, window, axis_event_day(event));
        float y = (float)layout.edge_px[v.exhibit->lanes[event->lane].side];
        char card[80], notice[80];

        snprintf(card, sizeof(card), "card/%s", event->id);
        snprintf(notice, sizeof(notice), "notice/%s", event->id);
        visitor_tap(&v, x, y);
        visitor_wait(&v, 500);
        opened += strcmp(visitor_scene(v.stage), card) == 0 || strcmp(visitor_scene(v.stage), notice) == 0;
        if (v.stage->overlays.count > 0)
            visitor_key(&v, KEY_ESCAPE);
        visitor_expect(&v, "timeline");
        visitor_log(&v);
    }
    assert_true(opened > v.exhibit->event_count / 2); /* the others lie under one more important */
    visitor_tap(&v, 900, (float)(layout.band_px + layout.band_size_px + layout.sizes.target_px));
    visitor_expect(&v, "timeline"); /* out of reach */
    visitor_leave(&v);
}

/* Measuring its labels takes longer than a frame: the first to open it would see that. */
static void the_timeline_is_ready_ahead(void **state)
{
    struct visitor v;
    uint64_t ahead = 0;

    (void)state;
    come(&v, "home");
    for (int i = 0; stage_ahead(v.stage, i); i++)
        if (v.stage->frame.layer_count > 0)
            ahead = draw_hash(&v.stage->frame.layers[0].list);
    visitor_key(&v, KEY_TIMELINE);
    assert_true(draw_hash(&visitor_frame(&v)->layers[0].list) == ahead);
    visitor_leave(&v);
}

static void a_touch_catches_time(void **state)
{
    struct visitor v;
    struct axis_window caught;

    (void)state;
    come(&v, "timeline");
    visitor_pinch(&v, (struct point){900, 600}, 200, 1000);
    visitor_swipe(&v, (struct point){1200, 700}, (struct point){900, 700}, 100);
    visitor_wait(&v, 100);
    caught = axis_motion_at(&v.stage->time.motion, v.now_ms);
    visitor_down(&v, 1, 900, 700);
    visitor_wait(&v, 500);
    assert_true(axis_motion_at(&v.stage->time.motion, v.now_ms).start == caught.start);
    visitor_up(&v, 1, 900, 700);
    visitor_wait(&v, 500);
    visitor_expect(&v, "timeline"); /* catching is no tap */
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_lead_to_the_timeline_and_back),
        cmocka_unit_test(the_timeline_stands_on_the_panels_event),
        cmocka_unit_test(it_tells_where_one_was),
        cmocka_unit_test(the_ends_tell_what_lies_beyond),
        cmocka_unit_test(it_opens_on_what_matters),
        cmocka_unit_test(a_button_shows_all_of_time),
        cmocka_unit_test(a_double_tap_looks_closer),
        cmocka_unit_test(fingers_move_and_zoom_time),
        cmocka_unit_test(the_overview_moves_the_window),
        cmocka_unit_test(a_point_on_the_axis_opens_its_event),
        cmocka_unit_test(the_timeline_is_ready_ahead),
        cmocka_unit_test(a_touch_catches_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
