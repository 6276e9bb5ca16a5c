/* Bars that rise once, when their panel first rests before a visitor. */
#include "layout/frame.h"
#include "page/bars.h"
#include "staging/show.h"
#include "stage/stage.h"
#include "support/find.h"
#include "support/visitor.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};
static const struct visitor_edit still = {"config/theme.yaml", "reduced_motion: false", "reduced_motion: true"};

enum { FRAME_MS = 16 };

/* Waits until the screen rests; returns how many frames showed covers, and fails where one hid more than the one before. */
static int frames_until_rest(struct visitor *v)
{
    int covered = 0, hidden_before = INT_MAX;

    for (int i = 0; i < 200 && stage_deadline(v->stage, v->now_ms) <= v->now_ms; i++) {
        const struct frame *frame = visitor_frame(v);
        int hidden = 0;

        for (int c = 0; c < frame->cover_count; c++) {
            struct rect place = frame->covers[c].place, over = frame->covers[c].hidden;

            assert_true(rect_is_empty(over) || rect_equal(rect_common(place, over), over));
            hidden += over.w * over.h;
        }
        if (frame->cover_count > 0) {
            assert_true(hidden <= hidden_before);
            assert_true(frame_is_at_rest(frame));
            hidden_before = hidden;
            covered++;
        }
        visitor_wait(v, FRAME_MS);
    }
    assert_int_equal(visitor_frame(v)->cover_count, 0);
    assert_true(stage_deadline(v->stage, v->now_ms) > v->now_ms + 1000); /* and then it sleeps */
    return covered;
}

/* Whether the panel's own page has its bars. */
static uint64_t page_hash(struct visitor *v)
{
    return draw_hash(&visitor_page(v)->list);
}

static void bars_rise_once(void **state)
{
    static const char *const panels[] = {"panel/wages", "panel/fares", "panel/sleepers"};
    struct visitor v;

    (void)state;
    for (size_t i = 0; i < COUNTOF(panels); i++) {
        visitor_come(&v, SCREEN, panels[i]);
        uint64_t whole = page_hash(&v);

        assert_int_equal(frames_until_rest(&v), 0); /* it stood there when the program began */
        visitor_start(&v, "panel/strike");
        while (strcmp(visitor_scene(v.stage), panels[i]) != 0)
            visitor_key(&v, KEY_RIGHT);
        assert_true(page_hash(&v) != whole); /* it slides in without them */
        int frames = frames_until_rest(&v);

        assert_in_range(frames, 500 / FRAME_MS - 3, 500 / FRAME_MS + 1);
        assert_true(page_hash(&v) == whole);
        visitor_key(&v, KEY_LEFT);
        visitor_wait(&v, 2000);
        visitor_key(&v, KEY_RIGHT);
        assert_true(page_hash(&v) == whole);
        assert_int_equal(frames_until_rest(&v), 0);
        visitor_leave(&v);
    }
}

/* A visitor who only passes has not seen them; the next visitor sees them rise again. */
static void who_passes_sees_them_later(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "panel/strike");
    visitor_key(&v, KEY_RIGHT);
    visitor_key(&v, KEY_RIGHT); /* over wages to fares */
    assert_true(frames_until_rest(&v) > 20);
    visitor_key(&v, KEY_LEFT);
    assert_true(frames_until_rest(&v) > 20);
    visitor_wait(&v, 300 * 1000);
    visitor_expect(&v, "attract");
    visitor_key(&v, KEY_ENTER);
    visitor_wait(&v, 1000);
    visitor_swipe(&v, (struct point){1500, 500}, (struct point){300, 500}, 200);
    visitor_wait(&v, 1000);
    for (int i = 0; i < 3; i++)
        visitor_key(&v, KEY_RIGHT);
    visitor_expect(&v, "panel/wages");
    assert_true(frames_until_rest(&v) > 20);
    visitor_leave(&v);
}

/* With a card before it, or being dragged, it does not rest. */
static void only_at_rest(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "panel/strike");
    visitor_wait(&v, 1000);
    visitor_down(&v, 1, 1500, 300);
    for (int x = 1480; x >= 200; x -= 80)
        visitor_move(&v, 1, (float)x, 300);
    visitor_wait(&v, 1000); /* held in the middle of the turn */
    assert_int_equal(visitor_frame(&v)->cover_count, 0);
    assert_false(rise_running(&v.stage->rise, v.now_ms));
    visitor_up(&v, 1, 200, 300);
    assert_true(frames_until_rest(&v) > 20);
    visitor_expect(&v, "panel/wages");
    visitor_leave(&v);
}

static void nothing_rises_without_motion(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = SCREEN, .start = "panel/wages", .edits = &still, .edit_count = 1});
    uint64_t whole = page_hash(&v);

    visitor_start(&v, "panel/strike");
    visitor_key(&v, KEY_RIGHT);
    assert_true(page_hash(&v) == whole);
    assert_int_equal(frames_until_rest(&v), 0);
    visitor_leave(&v);
}

/* Attract shows charts whole. */
static void nobody_sees_them_rise(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, NULL);
    for (int i = 0; i < 600; i++) {
        visitor_wait(&v, 1000);
        assert_int_equal(visitor_frame(&v)->cover_count, 0);
    }
    visitor_leave(&v);
}

static void what_is_hidden_gets_less(void **state)
{
    const struct bar_place up = {{10, 20, 30, 100}, true}, across = {{10, 20, 100, 30}, false};

    (void)state;
    assert_true(rect_equal(bars_cover(&up, 0), up.rect));
    assert_true(rect_equal(bars_cover(&up, 0.25F), (struct rect){10, 20, 30, 75}));
    assert_true(rect_is_empty(bars_cover(&up, 1)));
    assert_true(rect_equal(bars_cover(&across, 0), across.rect));
    assert_true(rect_equal(bars_cover(&across, 0.25F), (struct rect){35, 20, 75, 30}));
    assert_true(rect_is_empty(bars_cover(&across, 1)));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(bars_rise_once),        cmocka_unit_test(who_passes_sees_them_later),
        cmocka_unit_test(only_at_rest),          cmocka_unit_test(nothing_rises_without_motion),
        cmocka_unit_test(nobody_sees_them_rise), cmocka_unit_test(what_is_hidden_gets_less),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
