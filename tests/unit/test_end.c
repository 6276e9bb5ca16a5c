/* Behind the last panel: no way on is dead, questions count once a visit, and a route is walked to its own end. */
#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"
#include "support/page_checks.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};
static const struct point LEFT = {500, 700}, RIGHT = {1400, 700};

static void press_key(struct visitor *v, enum key key)
{
    visitor_key(v, key);
    visitor_wait(v, 1000);
}

static int count_targets(struct visitor *v, enum action_kind kind)
{
    const struct targets *targets = visitor_targets(v);
    int count = 0;

    for (int i = 0; i < targets->count; i++)
        count += targets->list[i].action.kind == kind;
    return count;
}

static bool offers_panel(struct visitor *v, int panel)
{
    const struct targets *targets = visitor_targets(v);

    for (int i = 0; i < targets->count; i++)
        if (targets->list[i].action.kind == ACTION_PANEL && targets->list[i].action.argument == panel)
            return true;
    return false;
}

static void next_is_never_dead(void **state)
{
    static const struct visitor_edit none = {"config/exhibit.yaml", NULL, "\nend: no\n"};
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "panel/after");
    visitor_log(&v);
    visitor_touch(&v, ACTION_NEXT, 0);
    visitor_expect(&v, "end");
    assert_string_equal(visitor_log(&v), "scene end lang=en via=touch\n");
    visitor_touch(&v, ACTION_PREVIOUS, 0);
    visitor_expect(&v, "panel/after");
    visitor_swipe(&v, RIGHT, LEFT, 200);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "end");
    visitor_swipe(&v, RIGHT, LEFT, 200);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "end");
    press_key(&v, KEY_LEFT);
    visitor_expect(&v, "panel/after");
    press_key(&v, KEY_PAGE_DOWN);
    visitor_expect(&v, "end");
    press_key(&v, KEY_RIGHT);
    visitor_expect(&v, "home");
    visitor_leave(&v);

    visitor_come_as(&v, &(struct visitor_plan){.screen = SCREEN, .start = "panel/after", .edits = &none, .edit_count = 1});
    press_key(&v, KEY_RIGHT);
    visitor_expect(&v, "home");
    visitor_leave(&v);
}

static void a_question_counts_once_a_visit(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "end");
    assert_int_equal(count_targets(&v, ACTION_QUESTION), v.exhibit->question_count);
    visitor_touch(&v, ACTION_QUESTION, 1);
    visitor_touch(&v, ACTION_QUESTION, 1);
    assert_int_equal(stage_tally(v.stage)->counts[1], 1);
    visitor_touch(&v, ACTION_QUESTION, 0);
    assert_int_equal(stage_tally(v.stage)->counts[0], 1);
    visitor_wait(&v, 150 * 1000); /* left alone: the next one is somebody else */
    visitor_expect(&v, "attract");
    assert_int_equal(stage_tally(v.stage)->counts[1], 1);
    visitor_tap(&v, 900, 500);
    visitor_wait(&v, 1000);
    act(v.stage, (struct action){.kind = ACTION_LAST}, v.now_ms);
    visitor_wait(&v, 1000);
    visitor_touch(&v, ACTION_NEXT, 0);
    visitor_touch(&v, ACTION_QUESTION, 1);
    assert_int_equal(stage_tally(v.stage)->counts[1], 2);
    visitor_touch(&v, ACTION_AGAIN, 0); /* whoever begins again is the same to it */
    visitor_expect(&v, "home");
    act(v.stage, (struct action){.kind = ACTION_QUESTION, .argument = 1}, v.now_ms);
    assert_int_equal(stage_tally(v.stage)->counts[1], 2);
    stage_set_tally(v.stage, &(struct tally){.day = {2026, 11, 30}}); /* a new day */
    assert_int_equal(stage_tally(v.stage)->counts[1], 0);
    visitor_leave(&v);
}

/* What was seen is not offered again; beginning again, all is as at first. */
static void what_was_not_seen_is_offered(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "panel/welcome");
    for (int i = 0; i < 3; i++)
        press_key(&v, KEY_RIGHT); /* charter, strike, wages */
    for (int i = 0; i < 20 && strcmp(visitor_scene(v.stage), "end") != 0; i++)
        press_key(&v, KEY_RIGHT);
    visitor_expect(&v, "end");
    assert_int_equal(count_targets(&v, ACTION_PANEL), 2); /* fire and camp stand behind their notice still */
    assert_true(offers_panel(&v, 7) && offers_panel(&v, 8));
    visitor_touch(&v, ACTION_PANEL, 8);
    visitor_expect(&v, "notice/camp");
    visitor_touch(&v, ACTION_ACCEPT, 0);
    press_key(&v, KEY_RIGHT);
    press_key(&v, KEY_RIGHT);
    visitor_expect(&v, "end");
    assert_int_equal(count_targets(&v, ACTION_PANEL), 1);
    visitor_touch(&v, ACTION_AGAIN, 0);
    visitor_expect(&v, "home");
    visitor_touch(&v, ACTION_PANEL, 7);
    visitor_expect(&v, "notice/fire"); /* for whoever begins again */
    visitor_leave(&v);
}

/* Along its panels, in its own order, forth and back, to the end; home leaves it. */
static void a_route_is_walked(void **state)
{
    static const char *const scenes_of_it[] = {"panel/charter", "panel/wages", "notice/fire", "panel/after", "end"};
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "home");
    act(v.stage, (struct action){.kind = ACTION_ROUTE, .argument = 0}, v.now_ms);
    visitor_wait(&v, 1000);
    for (size_t i = 0; i < COUNTOF(scenes_of_it); i++) {
        visitor_expect(&v, scenes_of_it[i]);
        press_key(&v, KEY_RIGHT);
    }
    visitor_expect(&v, "home");
    visitor_touch(&v, ACTION_NEXT, 0);
    visitor_expect(&v, "panel/welcome"); /* the whole exhibit again */
    press_key(&v, KEY_HOME);
    act(v.stage, (struct action){.kind = ACTION_ROUTE, .argument = 1}, v.now_ms);
    visitor_wait(&v, 1000);
    visitor_swipe(&v, RIGHT, LEFT, 200);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/welcome");
    visitor_swipe(&v, LEFT, RIGHT, 200);
    visitor_wait(&v, 1000);
    visitor_swipe(&v, LEFT, RIGHT, 200);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "home");
    visitor_swipe(&v, RIGHT, LEFT, 200);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/welcome");
    press_key(&v, KEY_RIGHT);
    visitor_expect(&v, "panel/charter");
    visitor_leave(&v);
}

/* Its first page is another panel of the whole exhibit: what was chosen and scrolled on the one does not hold for the other, by whatever
 * way one came home. */
static void a_route_leaves_nothing_behind(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "home");
    act(v.stage, (struct action){.kind = ACTION_ROUTE, .argument = 0}, v.now_ms);
    visitor_wait(&v, 1000);
    act(v.stage, (struct action){.kind = ACTION_STEP, .argument = 0}, v.now_ms);
    tween_set(pager_scroll(&v.stage->pager), 100);
    assert_int_equal(pager_map_step(&v.stage->pager, PAGER_PANELS), 0);
    visitor_swipe(&v, LEFT, RIGHT, 200);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "home");
    assert_int_equal(pager_map_step(&v.stage->pager, PAGER_PANELS), -1);
    assert_int_equal(pager_scroll_px(&v.stage->pager, PAGER_PANELS, v.now_ms), 0);
    visitor_leave(&v);
}

/* A link to a panel that lies off it leaves it; back leads over what was seen on it. */
static void a_link_leaves_a_route(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "home");
    act(v.stage, (struct action){.kind = ACTION_ROUTE, .argument = 0}, v.now_ms);
    visitor_wait(&v, 1000);
    press_key(&v, KEY_RIGHT);
    act(v.stage, (struct action){.kind = ACTION_PANEL, .argument = 2}, v.now_ms);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/strike");
    press_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "panel/wages");
    press_key(&v, KEY_RIGHT);
    visitor_expect(&v, "panel/fares");
    visitor_leave(&v);
}

static void it_stands_in_every_way_of_reading(void **state)
{
    static const struct size screens[] = {{1920, 1080}, {1080, 1920}, {1024, 768}, {1280, 800}};

    (void)state;
    for (size_t s = 0; s < COUNTOF(screens); s++) {
        struct visitor v;

        visitor_come(&v, screens[s], "end");
        for (int language = 0; language < v.exhibit->language_count; language++) {
            visitor_speak(&v, language);
            for (int large = 0; large < 2; large++) {
                visitor_key(&v, KEY_TEXT_SIZE);
                visitor_wait(&v, 500);
                check_inside(&v);
                check_apart(&v);
            }
        }
        visitor_leave(&v);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(next_is_never_dead),
        cmocka_unit_test(a_question_counts_once_a_visit),
        cmocka_unit_test(what_was_not_seen_is_offered),
        cmocka_unit_test(a_route_is_walked),
        cmocka_unit_test(a_route_leaves_nothing_behind),
        cmocka_unit_test(a_link_leaves_a_route),
        cmocka_unit_test(it_stands_in_every_way_of_reading),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
