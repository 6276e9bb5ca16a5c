/* Charts under fingers and keys: what is nearest is chosen, a dragged finger goes from one to the next, a touch elsewhere lets go. */
#include "page/spots.h"
#include "staging/show.h"
#include "staging/state.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct size LANDSCAPE = {1920, 1080}, PORTRAIT = {1080, 1920};

static int chosen(struct visitor *v)
{
    visitor_frame(v);
    return show_scene(v->stage, v->now_ms, false).chosen;
}

/* Where fingers find the value, from 1: on the screen, which may show the page mirrored. */
static struct point place_of(struct visitor *v, int value)
{
    const struct spots *spots = &visitor_page(v)->spots;

    for (int i = 0; i < spots->count; i++) {
        struct rect rect = spots->list[i].rect;
        struct point at = {(float)rect.x + (float)rect.w / 2, (float)rect.y + (float)rect.h / 2};

        if (spots->list[i].action.argument != value)
            continue;
        if (visitor_frame(v)->mirrored)
            at.x = (float)v->screen.w - at.x;
        return at;
    }
    fail_msg("there is no spot %d", value);
    return (struct point){0, 0};
}

static void touch(struct visitor *v, struct point at)
{
    visitor_tap(v, at.x, at.y);
    visitor_wait(v, 1000);
}

/* Each of the kinds, in both directions of reading. */
static const char *const panels[] = {"panel/wages", "panel/fares", "panel/sleepers"};

static void the_nearest_is_chosen(void **state)
{
    (void)state;
    for (int i = 0; i < 12; i++) {
        struct visitor v;

        visitor_come(&v, i & 1 ? PORTRAIT : LANDSCAPE, panels[i / 4]);
        if (i & 2)
            visitor_speak(&v, ARABIC);
        assert_int_equal(chosen(&v), 0);
        int last = spots_last(visitor_page(&v));

        assert_true(last >= 2);
        for (int value = 1; value <= last; value++) {
            touch(&v, place_of(&v, value));
            assert_int_equal(chosen(&v), value);
        }
        visitor_expect(&v, panels[i / 4]);
        visitor_leave(&v);
    }
}

/* What is drawn changes, and is drawn again as it was once it is let go of. */
static void a_touch_elsewhere_lets_go(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, LANDSCAPE, "panel/fares");
    uint64_t before = frame_hash(visitor_frame(&v));

    touch(&v, place_of(&v, 2));
    assert_int_equal(chosen(&v), 2);
    assert_true(frame_hash(visitor_frame(&v)) != before);
    touch(&v, (struct point){(float)v.screen.w / 2, 30});
    assert_int_equal(chosen(&v), 0);
    assert_true(frame_hash(visitor_frame(&v)) == before);
    visitor_leave(&v);
}

/* From one end to the other every value is met, and the page does not turn; let go, the last stays chosen. */
static void a_dragged_finger_meets_all(void **state)
{
    (void)state;
    for (int i = 0; i < 6; i++) {
        struct visitor v;
        unsigned met = 0;

        visitor_come(&v, LANDSCAPE, panels[i / 2]);
        if (i & 1)
            visitor_speak(&v, ARABIC);
        int last = spots_last(visitor_page(&v));
        struct point from = place_of(&v, 1), to = place_of(&v, last);

        visitor_down(&v, 1, from.x, from.y);
        for (int step = 0; step <= 40; step++) {
            float share = (float)step / 40;

            visitor_move(&v, 1, from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
            visitor_wait(&v, 16);
            met |= 1u << chosen(&v);
        }
        visitor_wait(&v, 300);
        visitor_up(&v, 1, to.x, to.y);
        visitor_wait(&v, 1000);
        assert_int_equal(met, (2u << last) - 2);
        assert_int_equal(chosen(&v), last);
        visitor_expect(&v, panels[i / 2]);
        visitor_leave(&v);
    }
}

/* The other way the finger does on a chart what it does elsewhere. */
static void across_rows_the_page_turns(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, LANDSCAPE, "panel/sleepers");
    struct point at = place_of(&v, 1);

    visitor_swipe(&v, at, (struct point){at.x + 600, at.y}, 200);
    visitor_wait(&v, 1000);
    assert_string_not_equal(visitor_scene(v.stage), "panel/sleepers");
    visitor_leave(&v);
}

static void focus_on_chart(struct visitor *v)
{
    for (int i = 0; i < 40 && v->stage->focused.action.kind != ACTION_EXPLORE; i++)
        visitor_key(v, KEY_TAB);
    assert_int_equal(v->stage->focused.action.kind, ACTION_EXPLORE);
}

static void keys_go_from_one_to_the_next(void **state)
{
    static const struct {
        enum key key;
        int chosen;
    } rows[] = {
        {KEY_ENTER, 1}, {KEY_RIGHT, 2}, {KEY_RIGHT, 3},   {KEY_LEFT, 2}, {KEY_LEFT, 1},  {KEY_LEFT, 1},
        {KEY_LAST, 6},  {KEY_RIGHT, 6}, {KEY_PAGE_UP, 5}, {KEY_UP, 4},   {KEY_FIRST, 1}, {KEY_ESCAPE, 0},
    };
    struct visitor v;

    (void)state;
    visitor_come(&v, LANDSCAPE, "panel/fares");
    focus_on_chart(&v);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        visitor_key(&v, rows[i].key);
        assert_int_equal(chosen(&v), rows[i].chosen);
        visitor_expect(&v, "panel/fares");
    }
    visitor_leave(&v);
}

/* A key points where it points on the screen: to the left of a chart that begins at the right stands what follows. */
static void keys_follow_the_screen(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, LANDSCAPE, "panel/fares");
    visitor_speak(&v, ARABIC);
    focus_on_chart(&v);
    visitor_key(&v, KEY_ENTER);
    visitor_key(&v, KEY_LEFT);
    assert_int_equal(chosen(&v), 2);
    visitor_leave(&v);
}

/* Nothing of it outlasts the visit, or comes with another page. */
static void is_of_its_page_and_visit(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, LANDSCAPE, "panel/fares");
    focus_on_chart(&v);
    visitor_key(&v, KEY_ENTER);
    visitor_key(&v, KEY_TAB);
    visitor_key(&v, KEY_RIGHT);
    visitor_wait(&v, 1000);
    assert_string_not_equal(visitor_scene(v.stage), "panel/fares");
    assert_int_equal(chosen(&v), 0);
    visitor_key(&v, KEY_LEFT);
    visitor_wait(&v, 1000);
    assert_int_equal(chosen(&v), 1);
    visitor_wait(&v, 600000);
    visitor_expect(&v, "attract");
    assert_int_equal(v.stage->pager.chosen_of.page, PAGER_HOME);
    visitor_leave(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_is_chosen),        cmocka_unit_test(a_touch_elsewhere_lets_go),
        cmocka_unit_test(a_dragged_finger_meets_all),   cmocka_unit_test(across_rows_the_page_turns),
        cmocka_unit_test(keys_go_from_one_to_the_next), cmocka_unit_test(keys_follow_the_screen),
        cmocka_unit_test(is_of_its_page_and_visit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
