/* Every event is reached, by touch and by keys, however many there are on one day: on the timeline of the shipped exhibit and on crowded
 * ones. */
#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"
#include "support/fake_measure.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { DEPTH_MAX = 16, EVENTS_MAX = 400 };

static const struct size SCREENS[] = {{1920, 1080}, {1080, 1920}, {1280, 800}, {800, 1280}, {3840, 2160}, {2160, 3840}};

/* What taps have shown so far. */
struct explorer {
    const struct exhibit *exhibit;
    struct style style;
    struct measure measure;
    struct timeline_labels *labels;
    int language;
    bool reached[EVENTS_MAX];
};

static struct scene scene_of(struct explorer *e, struct arena *arena, struct page *page)
{
    return (struct scene){
        .exhibit = e->exhibit, .style = &e->style, .measure = &e->measure, .arena = arena, .page = page, .language = e->language};
}

/* The card that lists these events has a key for each. */
static void read_list(struct explorer *e, int first)
{
    struct page *page = mem_alloc(sizeof(*page));
    struct arena *arena = arena_create();
    struct scene scene = scene_of(e, arena, page);

    *page = (struct page){0};
    scene.item = first;
    scene_events.fill(&scene);
    for (int i = 0; i < page->target_count; i++)
        if (page->targets[i].action.kind == ACTION_EVENT)
            e->reached[page->targets[i].action.argument] = true;
    arena_destroy(arena);
    free(page);
}

/* Everything that taps on this window's labels and clusters lead to. The ways to events beyond it (ACTION_STAND) are not needed. */
static void explore(struct explorer *e, struct axis_window window, int depth)
{
    struct page *page = mem_alloc(sizeof(*page));
    struct arena *arena = arena_create();
    struct scene scene = scene_of(e, arena, page);
    struct timeline_state state = {.labels = e->labels, .window = window, .focus = -1};

    assert_true(depth < DEPTH_MAX);
    *page = (struct page){0};
    timeline_fill(&scene, &state);
    for (int i = 0; i < page->target_count; i++) {
        struct action action = page->targets[i].action;
        struct axis_window to;

        assert_true(page->targets[i].rect.x >= 0 && page->targets[i].rect.x + page->targets[i].rect.w <= e->style.page.w);
        if (action.kind == ACTION_EVENT) {
            e->reached[action.argument] = true;
        } else if (action.kind != ACTION_CLUSTER) {
            assert_int_equal(action.kind, ACTION_STAND);
        } else if (timeline_open_cluster(&scene, &state, action.argument, &to)) {
            struct axis_motion motion;

            axis_motion_init(&motion, axis_motion_limits(e->exhibit), true);
            axis_motion_run(&motion, to, 0);
            assert_true(motion.to.days < window.days);
            explore(e, motion.to, depth + 1);
        } else {
            read_list(e, action.argument);
        }
    }
    arena_destroy(arena);
    free(page);
}

static void explore_all(const struct exhibit *exhibit, const char *what)
{
    assert_true(exhibit->event_count <= EVENTS_MAX);
    for (size_t s = 0; s < COUNTOF(SCREENS); s++)
        for (int large = 0; large < 2; large++)
            for (int language = 0; language < exhibit->language_count; language++) {
                struct explorer e = {
                    .exhibit = exhibit, .measure = fake_measure(NULL), .labels = timeline_labels_create(), .language = language};
                struct axis_motion motion;

                style_make(&e.style,
                           &(struct style_setup){
                               .exhibit = exhibit, .measure = &e.measure, .screen = SCREENS[s], .settings.level[SETTING_TEXT] = large > 0});
                axis_motion_init(&motion, axis_motion_limits(exhibit), true);
                explore(&e, motion.to, 0);
                for (int i = 0; i < exhibit->event_count; i++)
                    if (!e.reached[i])
                        fail_msg("%s, %dx%d, large %d, language %d: no touch reaches %s", what, SCREENS[s].w, SCREENS[s].h, large, language,
                                 exhibit->events[i].id);
                timeline_labels_destroy(e.labels);
            }
}

static void touch_reaches_every_event_of_the_shipped_exhibit(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = SCREENS[0], .start = "timeline", .exhibit = "."});
    explore_all(v.exhibit, "shipped");
    visitor_leave(&v);
}

/* Events behind those of the tests' exhibit: on one day, or on days that follow one another. */
static const struct crowd {
    const char *name, *precision;
    int count, days;
} crowds[] = {
    {"two on one day", "day", 2, 1},    {"seven on one day", "day", 7, 1},           {"sixty on one day", "day", 60, 1},
    {"a month of days", "day", 56, 28}, {"thirty known to the year", "year", 30, 1}, {"thirty known to the month", "month", 30, 1},
};

static void come_to_crowd(struct visitor *v, const struct crowd *c, struct size screen)
{
    struct buffer events = {0};

    for (int i = 0; i < c->count; i++)
        buffer_printf(&events,
                      "\n  - {id: crowd-%d, date: 1901-05-%02d, precision: %s, lane: chile, importance: 3,\n"
                      "     title: {en: \"The long name of event %d\", es: \"El largo nombre del suceso %d\"},\n"
                      "     text: {en: Words., es: Palabras.}}\n",
                      i, 1 + i % c->days, c->precision, i, i);
    struct visitor_edit edit = {"config/timeline.yaml", NULL, events.bytes};

    visitor_come_as(v, &(struct visitor_plan){.screen = screen, .start = "timeline", .edits = &edit, .edit_count = 1});
    assert_true(v->exhibit->event_count >= c->count);
    buffer_finish(&events);
}

static void touch_reaches_every_event_of_a_crowd(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(crowds); i++) {
        struct visitor v;

        come_to_crowd(&v, &crowds[i], SCREENS[0]);
        explore_all(v.exhibit, crowds[i].name);
        visitor_leave(&v);
    }
}

/* The focus walks from the first event to the last, and Enter opens each. */
static void walk(struct visitor *v)
{
    visitor_key(v, KEY_FIRST);
    for (int i = 0; i < v->exhibit->event_count; i++) {
        visitor_wait(v, 1000);
        visitor_key(v, KEY_ENTER);
        visitor_wait(v, 1000);
        assert_int_equal(overlays_top(&v->stage->overlays)->scene.item, i);
        visitor_key(v, KEY_ESCAPE);
        visitor_wait(v, 1000);
        visitor_expect(v, "timeline");
        visitor_log(v);
        visitor_key(v, KEY_RIGHT);
    }
}

static void keys_reach_every_event(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = SCREENS[0], .start = "timeline", .exhibit = "."});
    walk(&v);
    visitor_leave(&v);
    come_to_crowd(&v, &crowds[1], SCREENS[1]);
    walk(&v);
    visitor_leave(&v);
}

/* From the whole of time by taps on the count alone; returns its first event. */
static int tap_to_list(struct visitor *v)
{
    for (int taps = 0; taps < DEPTH_MAX; taps++) {
        const struct page *page = visitor_page(v);
        int found = -1;

        if (strncmp(visitor_scene(v->stage), "events/", 7) == 0)
            return overlays_top(&v->stage->overlays)->scene.item;
        for (int i = 0; i < page->target_count && found < 0; i++)
            if (page->targets[i].action.kind == ACTION_CLUSTER)
                found = page->targets[i].action.argument;
        assert_true(found >= 0);
        visitor_touch(v, ACTION_CLUSTER, found);
    }
    fail_msg("taps on the count come to no list");
    return -1;
}

/* The list is left to where one came from, and so is a card that was opened from it. */
static void list_opens_and_closes(void **state)
{
    (void)state;
    for (size_t s = 0; s < COUNTOF(SCREENS); s++) {
        struct visitor v;
        char list[128];

        come_to_crowd(&v, &crowds[2], SCREENS[s]);
        int first = tap_to_list(&v);

        snprintf(list, sizeof(list), "events/%s", v.exhibit->events[first].id);
        visitor_expect(&v, list);
        visitor_touch(&v, ACTION_EVENT, first);
        snprintf(list, sizeof(list), "card/%s", v.exhibit->events[first].id);
        visitor_expect(&v, list);
        visitor_key(&v, KEY_ESCAPE);
        visitor_wait(&v, 1000);
        snprintf(list, sizeof(list), "events/%s", v.exhibit->events[first].id);
        visitor_expect(&v, list);
        visitor_touch(&v, ACTION_HOME, 0); /* beside the card: closes it */
        visitor_expect(&v, "timeline");
        visitor_leave(&v);
    }
}

/* In the list the arrows go from one to the next, and what they stand on is seen: the last is opened where it stands. */
static void keys_walk_the_list(void **state)
{
    (void)state;
    for (size_t s = 0; s < COUNTOF(SCREENS); s++) {
        struct visitor v;
        int listed = 0, last = -1;

        come_to_crowd(&v, &crowds[2], SCREENS[s]);
        int first = tap_to_list(&v);

        for (int i = 0; i < v.exhibit->event_count; i++) {
            if (!axis_event_is_listed(v.exhibit, i, first))
                continue;
            listed++;
            last = i;
            visitor_key(&v, KEY_DOWN);
        }
        visitor_wait(&v, 1000);
        assert_int_equal(listed, crowds[2].count);
        assert_int_equal(v.stage->focused.action.kind, ACTION_EVENT);
        assert_int_equal(v.stage->focused.action.argument, last);
        const struct page *over = visitor_overlay(&v);

        for (int i = 0; i < over->target_count; i++)
            if (over->targets[i].scrolled && over->targets[i].action.argument == last)
                assert_int_equal(page_reach(over, &over->targets[i]).h, over->targets[i].rect.h);
        visitor_key(&v, KEY_ENTER);
        visitor_wait(&v, 1000);
        assert_ptr_equal(overlays_top(&v.stage->overlays)->scene.ops, &scene_event);
        assert_int_equal(overlays_top(&v.stage->overlays)->scene.item, last);
        visitor_leave(&v);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(touch_reaches_every_event_of_the_shipped_exhibit),
        cmocka_unit_test(touch_reaches_every_event_of_a_crowd),
        cmocka_unit_test(keys_reach_every_event),
        cmocka_unit_test(list_opens_and_closes),
        cmocka_unit_test(keys_walk_the_list),
    };

    return cmocka_run_group_tests_name("every event is reached", tests, NULL, NULL);
}
