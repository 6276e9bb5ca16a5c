/* A press is bound to what it was made on: what comes in its place by another's hand is not pressed. */
#include "staging/show.h"
#include "stage/stage.h"
#include "support/find.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};

enum { FIRST, SECOND };

static void come(struct visitor *v, const char *start)
{
    visitor_come(v, SCREEN, start);
    visitor_wait(v, 500);
    visitor_log(v);
}

/* A place in the page where nothing answers on the panel that is shown, and something does on the next one. */
static struct point place_of_the_next(struct visitor *v)
{
    struct point places[400], found = {0};
    int count = 0;

    for (float y = 60; y < 900; y += 60)
        for (float x = 60; x < 1900 && count < (int)COUNTOF(places); x += 60)
            if (shown_press_at(&v->stage->shown, (struct point){x, y}).target.action.kind == ACTION_NONE)
                places[count++] = (struct point){x, y};
    visitor_key(v, KEY_RIGHT);
    visitor_wait(v, 1000);
    for (int i = 0; i < count && found.x == 0; i++)
        if (shown_press_at(&v->stage->shown, places[i]).target.action.kind != ACTION_NONE)
            found = places[i];
    visitor_key(v, KEY_LEFT);
    visitor_wait(v, 1000);
    visitor_log(v);
    assert_true(found.x > 0);
    return found;
}

/* wait_ms: until the finger is lifted; 0: before a frame was made of the page that came. */
static void the_page_that_comes_is_not_pressed(void **state)
{
    static const int waits_ms[] = {0, 100, 500};
    struct visitor v;

    (void)state;
    for (size_t i = 0; i < COUNTOF(waits_ms); i++) {
        come(&v, "panel/welcome");
        struct point place = place_of_the_next(&v), next = visitor_find(&v, ACTION_NEXT, 0);

        visitor_down(&v, FIRST, place.x, place.y);
        visitor_down(&v, SECOND, next.x, next.y);
        visitor_up(&v, SECOND, next.x, next.y);
        visitor_wait(&v, waits_ms[i]);
        visitor_up(&v, FIRST, place.x, place.y);
        visitor_wait(&v, 1000);
        assert_string_equal(visitor_log(&v), "scene panel/charter lang=en via=touch\n");
        visitor_tap(&v, place.x, place.y); /* a finger that comes down now is meant */
        visitor_wait(&v, 1000);
        assert_string_not_equal(visitor_log(&v), "");
        visitor_leave(&v);
    }
}

/* What was pressed on the page that has gone does not act either, before a frame shows that it has. */
static void what_has_gone_does_not_act(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/welcome");
    struct point link = visitor_find(&v, ACTION_TERM, find_term(v.exhibit, "sleeper")), next = visitor_find(&v, ACTION_NEXT, 0);

    visitor_down(&v, FIRST, link.x, link.y);
    visitor_down(&v, SECOND, next.x, next.y);
    visitor_up(&v, SECOND, next.x, next.y);
    visitor_up(&v, FIRST, link.x, link.y);
    visitor_wait(&v, 1000);
    assert_string_equal(visitor_log(&v), "scene panel/charter lang=en via=touch\n");
    visitor_leave(&v);
}

/* A card that was opened and closed meanwhile: whoever's finger still lies on the page begins anew. */
static void a_card_takes_the_presses_below_it(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/welcome");
    struct point link = visitor_find(&v, ACTION_TERM, find_term(v.exhibit, "sleeper")), next = visitor_find(&v, ACTION_NEXT, 0);

    visitor_down(&v, FIRST, next.x, next.y);
    visitor_tap(&v, link.x, link.y);
    visitor_key(&v, KEY_ESCAPE);
    visitor_up(&v, FIRST, next.x, next.y);
    visitor_wait(&v, 1000);
    assert_string_equal(visitor_log(&v), "scene card/sleeper lang=en via=touch\nscene panel/welcome lang=en via=key\n");
    visitor_leave(&v);
}

/* The keys of the bar stand still while pages turn: each press of one counts. */
static void keys_of_the_bar_count_each_press(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/welcome");
    struct point next = visitor_find(&v, ACTION_NEXT, 0);

    for (int i = 0; i < 3; i++) {
        visitor_down(&v, FIRST, next.x, next.y);
        visitor_up(&v, FIRST, next.x, next.y);
    }
    visitor_wait(&v, 1000);
    assert_ptr_equal(show_panel(v.stage), &v.exhibit->panels[3]);
    visitor_start(&v, "panel/welcome"); /* two visitors at once */
    visitor_wait(&v, 500);
    visitor_down(&v, FIRST, next.x, next.y);
    visitor_down(&v, SECOND, next.x + 4, next.y);
    visitor_up(&v, FIRST, next.x, next.y);
    visitor_wait(&v, 200);
    visitor_up(&v, SECOND, next.x + 4, next.y);
    visitor_wait(&v, 1000);
    assert_ptr_equal(show_panel(v.stage), &v.exhibit->panels[2]);
    visitor_leave(&v);
}

/* How many commands mark what is pressed and focused. */
static int marks(struct visitor *v)
{
    visitor_frame(v);
    return v->stage->marks.list.count;
}

static void each_finger_has_its_mark(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/welcome");
    struct point link = visitor_find(&v, ACTION_TERM, find_term(v.exhibit, "sleeper")), home = visitor_find(&v, ACTION_HOME, 0);
    int none = marks(&v), one, both;

    visitor_down(&v, FIRST, home.x, home.y);
    one = marks(&v);
    visitor_down(&v, SECOND, link.x, link.y);
    both = marks(&v);
    assert_true(none < one && one < both);
    visitor_key(&v, KEY_RIGHT); /* the link has gone, the key of the bar has not */
    assert_int_equal(marks(&v), one);
    visitor_up(&v, SECOND, link.x, link.y);
    assert_int_equal(marks(&v), one);
    visitor_up(&v, FIRST, home.x, home.y);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "home");
    assert_int_equal(marks(&v), none);
    visitor_leave(&v);
}

/* A finger that strays is fast at times: a card goes only when it was thrown, down, and farther than a finger is broad. */
static void a_card_is_thrown_or_stays(void **state)
{
    static const struct {
        struct point by;
        int64_t ms;
        bool stays;
    } rows[] = {
        {{0, 25}, 30, true},    {{0, 60}, 60, false},    {{-400, 60}, 150, true},
        {{400, 60}, 150, true}, {{30, 300}, 150, false}, {{0, -300}, 150, true},
    };
    struct visitor v;

    (void)state;
    come(&v, "card/sleeper");
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct point from = {960, 500}, to = {960 + rows[i].by.x, 500 + rows[i].by.y};

        visitor_start(&v, "card/sleeper");
        visitor_wait(&v, 500);
        visitor_swipe(&v, from, to, rows[i].ms);
        visitor_wait(&v, 1000);
        if (!strcmp(visitor_scene(v.stage), "card/sleeper") != rows[i].stays)
            fail_msg("row %zu: %s", i, visitor_scene(v.stage));
    }
    visitor_leave(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_that_comes_is_not_pressed), cmocka_unit_test(what_has_gone_does_not_act),
        cmocka_unit_test(a_card_takes_the_presses_below_it),  cmocka_unit_test(keys_of_the_bar_count_each_press),
        cmocka_unit_test(each_finger_has_its_mark),           cmocka_unit_test(a_card_is_thrown_or_stays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
