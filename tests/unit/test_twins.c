/* Whoever cannot drag, pinch or tap twice has a key and a tap that do the same. */
#include "staging/show.h"
#include "staging/state.h"
#include "support/visitor.h"
#include "timeline/overview.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct size WIDE = {1920, 1080}, SMALL = {1024, 768};
static const struct point MIDDLE = {960, 450};

/* What a gesture changes, as a number that it makes larger. */
static double page_shown(struct visitor *v)
{
    return pager_page(&v->stage->pager);
}

static double scrolled(struct visitor *v)
{
    return visitor_page(v)->scroll.at_px;
}

static double first_day(struct visitor *v)
{
    return time_window_at(&v->stage->time, v->now_ms).x;
}

static double days_left_out(struct visitor *v)
{
    return -time_window_at(&v->stage->time, v->now_ms).size;
}

static double place_in_picture(struct visitor *v)
{
    return picture_window_at(&v->stage->picture, v->now_ms).x;
}

static double nearness(struct visitor *v)
{
    return picture_window_at(&v->stage->picture, v->now_ms).size;
}

static double size_of_letters(struct visitor *v)
{
    return v->stage->style.sizes.body_px;
}

static double bar_chosen(struct visitor *v)
{
    return v->stage->pager.chosen;
}

static double cards_closed(struct visitor *v)
{
    return -v->stage->overlays.count;
}

/* Held at its end, so that nothing is thrown. */
static void drag(struct visitor *v, struct point from, float right, float down)
{
    visitor_down(v, 1, from.x, from.y);
    for (int i = 1; i <= 10; i++) {
        visitor_wait(v, 16);
        visitor_move(v, 1, from.x + right * (float)i / 10, from.y + down * (float)i / 10);
    }
    visitor_wait(v, 300);
    visitor_up(v, 1, from.x + right, from.y + down);
    visitor_wait(v, 1000);
}

static void strike(struct visitor *v, enum key key)
{
    visitor_key(v, key);
    visitor_wait(v, 1000);
}

static void tap(struct visitor *v, float x, float y)
{
    visitor_tap(v, x, y);
    visitor_wait(v, 1000);
}

static void tap_twice(struct visitor *v)
{
    visitor_tap(v, MIDDLE.x + 100, MIDDLE.y);
    visitor_tap(v, MIDDLE.x + 100, MIDDLE.y);
    visitor_wait(v, 1000);
}

static void drag_left(struct visitor *v)
{
    drag(v, MIDDLE, -800, 0);
}

static void drag_down(struct visitor *v)
{
    struct rect box = visitor_overlay(v)->targets[1].rect;

    drag(v, (struct point){(float)box.x + (float)box.w / 2, (float)box.y + 30}, 0, 400);
}

static void drag_text(struct visitor *v)
{
    struct rect area = visitor_page(v)->scroll.rect;

    drag(v, (struct point){(float)area.x + 20, (float)area.y + (float)area.h * 0.7F}, 0, -150);
}

static struct point first_spot(struct visitor *v)
{
    struct rect rect = visitor_page(v)->spots.list[0].rect;

    return (struct point){(float)rect.x + (float)rect.w / 2, (float)rect.y + (float)rect.h / 2};
}

static void drag_over_chart(struct visitor *v)
{
    bool down = visitor_page(v)->spots.list[0].scrub == SCRUB_DOWN;

    drag(v, first_spot(v), down ? 0 : 150, down ? 150 : 0);
}

static void tap_chart(struct visitor *v)
{
    struct point at = first_spot(v);

    tap(v, at.x, at.y);
}

/* Walks to the chart, and onto it. */
static void strike_to_chart(struct visitor *v)
{
    for (int i = 0; i < 40 && v->stage->focused.action.kind != ACTION_EXPLORE; i++)
        strike(v, KEY_TAB);
    strike(v, KEY_ENTER);
}

/* In a thin bar of all time. */
static struct point on_overview(struct visitor *v, bool last)
{
    struct scene scene = show_scene(v->stage, v->now_ms, false);
    struct point found = {0, 0};

    for (float y = 0; y < 1080; y += 8)
        for (float x = 0; x < 1920; x += 8)
            if (timeline_overview_contains(&scene, (struct point){x, y}) && (last || found.x == 0))
                found = (struct point){x, y};
    return found;
}

static void drag_overview(struct visitor *v)
{
    struct point from = on_overview(v, false), to = on_overview(v, true);

    drag(v, from, to.x - from.x, 0);
}

static void tap_overview(struct visitor *v)
{
    struct point at = on_overview(v, true);

    tap(v, at.x, at.y);
}

/* The words that tell of what lies behind the window's end. */
static void tap_later(struct visitor *v)
{
    const struct targets *targets = visitor_targets(v);
    struct rect later = {0};

    for (int i = 0; i < targets->count; i++)
        if (targets->list[i].action.kind == ACTION_STAND)
            later = targets->list[i].rect;
    tap(v, (float)later.x + (float)later.w / 2, (float)later.y + (float)later.h / 2);
}

static void tap_beside_middle(struct visitor *v)
{
    tap(v, MIDDLE.x + 300, MIDDLE.y);
}

static void pinch(struct visitor *v)
{
    visitor_pinch(v, MIDDLE, 200, 600);
}

static void drag_marks(struct visitor *v)
{
    struct rect marks = v->stage->shown.progress;

    drag(v, (struct point){(float)marks.x + 2, (float)marks.y + (float)marks.h / 2}, (float)marks.w - 4, 0);
}

static void tap_marks(struct visitor *v)
{
    struct rect marks = v->stage->shown.progress;

    tap(v, (float)(marks.x + marks.w - 2), (float)marks.y + (float)marks.h / 2);
}

static void tap_next(struct visitor *v)
{
    visitor_touch(v, ACTION_NEXT, 0);
}

static void tap_scroll(struct visitor *v)
{
    visitor_touch(v, ACTION_SCROLL, 1);
}

static void tap_cross(struct visitor *v)
{
    const struct targets *targets = visitor_targets(v);
    struct rect cross = {0};

    for (int i = 0; i < targets->count; i++)
        if (targets->list[i].action.kind == ACTION_CLOSE)
            cross = targets->list[i].rect;
    tap(v, (float)cross.x + (float)cross.w / 2, (float)cross.y + (float)cross.h / 2);
}

static void tap_closer(struct visitor *v)
{
    visitor_touch(v, ACTION_CLOSER, 1);
}

static void tap_larger(struct visitor *v)
{
    visitor_open(v, &scene_settings, 0);
    visitor_touch(v, ACTION_SETTING, setting_choice(SETTING_TEXT, TEXT_LARGE));
}

/* A gesture, and the key and the tap that do the same. closer: so often one has looked closer before. keys: NULL: `key` alone. */
struct gesture_row {
    const char *what, *start;
    double (*measure)(struct visitor *v);
    void (*make)(struct visitor *v);
    enum key key;
    void (*keys)(struct visitor *v), (*tap)(struct visitor *v);
    int closer;
    const struct size *screen;
};

/* No default: whoever adds a kind of drag says here what its key and its tap are. */
static struct gesture_row row_of_drag(enum drag kind)
{
    switch (kind) {
    case DRAG_NOTHING:
        break;
    case DRAG_PAGER:
        return (struct gesture_row){"a page slides", "panel/charter", page_shown, drag_left, KEY_RIGHT, NULL, tap_next, 0, &WIDE};
    case DRAG_SCROLL:
        return (struct gesture_row){"a text scrolls", "panel/welcome", scrolled, drag_text, KEY_DOWN, NULL, tap_scroll, 0, &SMALL};
    case DRAG_SPOTS:
        return (struct gesture_row){
            "along a chart", "panel/fares", bar_chosen, drag_over_chart, KEY_COUNT, strike_to_chart, tap_chart, 0, &WIDE};
    case DRAG_TIME:
        return (struct gesture_row){"time moves", "timeline", first_day, drag_left, KEY_LAST, NULL, tap_later, 3, &WIDE};
    case DRAG_OVERVIEW:
        return (struct gesture_row){"the window on time", "timeline", first_day, drag_overview, KEY_LAST, NULL, tap_overview, 3, &WIDE};
    case DRAG_PICTURE:
        return (struct gesture_row){
            "a picture moves", "picture/charter", place_in_picture, drag_left, KEY_RIGHT, NULL, tap_beside_middle, 3, &WIDE};
    case DRAG_PROGRESS:
        return (struct gesture_row){"along the marks", "panel/charter", page_shown, drag_marks, KEY_LAST, NULL, tap_marks, 0, &WIDE};
    case DRAG_AWAY:
        return (struct gesture_row){
            "a card is pulled off", "card/settings", cards_closed, drag_down, KEY_ESCAPE, NULL, tap_cross, 0, &WIDE};
    }
    return (struct gesture_row){.what = NULL};
}

static struct gesture_row row_of_pinch(enum pinch kind)
{
    switch (kind) {
    case PINCH_NOTHING:
        break;
    case PINCH_LETTERS:
        return (struct gesture_row){"letters grow", "panel/charter", size_of_letters, pinch, KEY_PLUS, NULL, tap_larger, 0, &WIDE};
    case PINCH_TIME:
        return (struct gesture_row){"less time, larger", "timeline", days_left_out, pinch, KEY_PLUS, NULL, tap_closer, 0, &WIDE};
    case PINCH_PICTURE:
        return (struct gesture_row){"a picture grows", "picture/charter", nearness, pinch, KEY_PLUS, NULL, tap_closer, 0, &WIDE};
    }
    return (struct gesture_row){.what = NULL};
}

static void begin_row(struct visitor *v, const struct gesture_row *row)
{
    visitor_start(v, row->start);
    visitor_wait(v, 1000);
    for (int i = 0; i < row->closer; i++)
        strike(v, KEY_PLUS);
}

static void expect_same(struct visitor *v, const struct gesture_row *row)
{
    for (int way = 0; way < 3; way++) {
        begin_row(v, row);
        double before = row->measure(v);

        if (way == 0)
            row->make(v);
        else if (way == 1 && row->keys)
            row->keys(v);
        else if (way == 1)
            strike(v, row->key);
        else
            row->tap(v);
        visitor_frame(v);
        if (row->measure(v) <= before)
            fail_msg("%s: %s changes nothing (%g, %g)", row->what,
                     way == 0   ? "the gesture"
                     : way == 1 ? "the key"
                                : "the tap",
                     before, row->measure(v));
    }
}

#define SENTENCE "Here the text goes on for as long as it takes. "
#define PARAGRAPH SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE

static void every_gesture_has_a_key_and_a_tap(void **state)
{
    static const struct visitor_edit long_body = {"config/panels/welcome.yaml", "For fifty years", PARAGRAPH PARAGRAPH "For fifty years"};
    static const struct gesture_row twice = {
        "two taps on a picture", "picture/charter", nearness, tap_twice, KEY_PLUS, NULL, tap_closer, 0, &WIDE};
    struct visitor v;
    int rows = 0;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = WIDE, .start = "home", .edits = &long_body, .edit_count = 1});
    for (int kind = 0; kind < 2 * 16; kind++) {
        struct gesture_row row = kind < 16 ? row_of_drag((enum drag)kind) : row_of_pinch((enum pinch)(kind - 16));

        if (!row.what)
            continue;
        v.screen = *row.screen;
        expect_same(&v, &row);
        rows++;
    }
    v.screen = WIDE;
    expect_same(&v, &twice);
    assert_true(rows >= DRAG_AWAY + PINCH_PICTURE);
    visitor_leave(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_gesture_has_a_key_and_a_tap),
    };

    return cmocka_run_group_tests_name("twins", tests, NULL, NULL);
}
