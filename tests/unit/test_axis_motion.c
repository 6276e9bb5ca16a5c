/* The window on time: dragged, thrown, stretched beyond its ends, zoomed, sent to an event. */
#include "axis/motion.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct axis_limits LIMITS = {0, 20000, 1};

static bool near(double one, double other)
{
    return fabs(one - other) < 1e-6 * (1 + fabs(one));
}

static struct axis_motion at_rest(double start, double days)
{
    struct axis_motion motion;

    axis_motion_init(&motion, LIMITS, true);
    axis_motion_run(&motion, (struct axis_window){start, days}, 0);
    assert_false(axis_motion_running(&motion, 0));
    motion.reduced = false;
    return motion;
}

static bool is_within(struct axis_window window)
{
    return window.start >= LIMITS.from && window.start + window.days <= LIMITS.to + 1e-6 && window.days >= 1;
}

static void begins_with_everything(void **state)
{
    struct event event = {.when = {.from = {.date = {1970, 1, 1}}, .to = {.date = {1970, 7, 19}}}};
    struct exhibit exhibit = {.events = &event, .event_count = 1};
    struct axis_motion motion;

    (void)state;
    axis_motion_init(&motion, axis_motion_limits(&exhibit), false);
    assert_true(axis_motion_at(&motion, 0).start == -10);
    assert_true(axis_motion_at(&motion, 0).days == 220); /* all of it and a tenth */
    assert_false(axis_motion_running(&motion, 0));
}

static void follows_a_finger(void **state)
{
    struct axis_motion motion = at_rest(5000, 1000);

    (void)state;
    axis_motion_hold(&motion, 1000);
    assert_true(near(axis_motion_at(&motion, 9000).start, 5000));
    axis_motion_drag(&motion, 0.25);
    axis_motion_drag(&motion, 0.25);
    assert_true(near(axis_motion_at(&motion, 9000).start, 4500));
    assert_false(axis_motion_running(&motion, 9000));
    axis_motion_let_go(&motion, 0, 9000);
    assert_false(axis_motion_running(&motion, 9000)); /* let go at rest it stays */
    assert_true(near(axis_motion_at(&motion, 9000).start, 4500));
}

/* Beyond an end it follows half as far, never more than a part of the window, and comes back. */
static void ends_are_rubber(void **state)
{
    static const double pulls[] = {1, -1};

    (void)state;
    for (size_t i = 0; i < COUNTOF(pulls); i++) {
        struct axis_motion motion = at_rest(pulls[i] > 0 ? 0 : 19000, 1000);
        double rest = motion.to.start, last = 0;

        axis_motion_hold(&motion, 0);
        for (int step = 0; step < 400; step++) {
            axis_motion_drag(&motion, 0.01 * pulls[i]);
            double beyond = fabs(axis_motion_at(&motion, 0).start - rest);

            assert_true(beyond > last && beyond <= 0.5 * 0.01 * 1000 * (step + 1) && beyond < 300);
            last = beyond;
        }

        /* Caught on the way back, it does not jump. */
        axis_motion_let_go(&motion, pulls[i], 0);
        assert_true(axis_motion_running(&motion, 0));
        double on_the_way = axis_motion_at(&motion, 60).start;

        axis_motion_hold(&motion, 60);
        assert_true(near(axis_motion_at(&motion, 60).start, on_the_way));
        axis_motion_let_go(&motion, 0, 100);
        assert_true(near(axis_motion_at(&motion, 100).start, on_the_way));
        assert_true(axis_motion_at(&motion, 100 + AXIS_ZOOM_MS).start == rest);
    }
}

/* A throw begins as fast as the finger was, slows down, and stops at an end at the latest. */
static void coasts(void **state)
{
    static const struct {
        double start, velocity;
    } rows[] = {{9000, 1}, {9000, -1}, {9000, 4}, {200, 3}, {18800, -3}, {0, -2}, {19000, 2}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct axis_motion motion = at_rest(rows[i].start, 1000);
        double last_way = INFINITY, last = rows[i].start;

        axis_motion_hold(&motion, 0);
        axis_motion_let_go(&motion, rows[i].velocity, 0);
        double first = (axis_motion_at(&motion, 1).start - rows[i].start) / -rows[i].velocity;

        assert_true(first > 0.8 && first < 1.2); /* 1000 days a second are one a millisecond */
        for (int64_t now = 16; now <= AXIS_COAST_MS + 16; now += 16) {
            struct axis_window window = axis_motion_at(&motion, now);

            assert_true(is_within(window));
            assert_true(fabs(window.start - last) <= last_way + 1e-6);
            last_way = fabs(window.start - last);
            last = window.start;
        }
        assert_false(axis_motion_running(&motion, AXIS_COAST_MS));
    }
}

/* At an end already, a throw against it goes nowhere. */
static void no_throw_through_an_end(void **state)
{
    struct axis_motion motion = at_rest(0, 1000);

    (void)state;
    axis_motion_hold(&motion, 0);
    axis_motion_let_go(&motion, 3, 0);
    assert_false(axis_motion_running(&motion, 0));
    assert_true(axis_motion_at(&motion, 500).start == 0);
}

static void pinch_keeps_what_is_between_the_fingers(void **state)
{
    static const double scales[] = {1.1, 2, 5, 0.9, 0.5};
    struct axis_motion motion = at_rest(5000, 1000);

    (void)state;
    axis_motion_hold(&motion, 0);
    for (size_t i = 0; i < COUNTOF(scales); i++) {
        axis_motion_pinch(&motion, scales[i], 0.3, 0.4);
        struct axis_window window = axis_motion_at(&motion, 0);

        assert_true(near(window.days, 1000 / scales[i]));
        assert_true(near(window.start + 0.4 * window.days, 5300));
    }
    axis_motion_pinch(&motion, 1e9, 0.3, 0.3);
    assert_true(axis_motion_at(&motion, 0).days == 1);
    axis_motion_pinch(&motion, 1e-9, 0.3, 0.3);
    assert_true(axis_motion_at(&motion, 0).days == 20000);
    axis_motion_let_go(&motion, 0, 0);
    assert_true(is_within(axis_motion_at(&motion, 1000)));
}

/* No rubber: whoever pulls the window itself sees where its way ends. */
static void seeks_within_the_limits(void **state)
{
    static const struct {
        double start, wanted;
    } rows[] = {{7000, 7000}, {-500, 0}, {19500, 19000}};
    struct axis_motion motion = at_rest(5000, 1000);

    (void)state;
    axis_motion_hold(&motion, 0);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        axis_motion_seek(&motion, rows[i].start);
        assert_true(near(axis_motion_at(&motion, 0).start, rows[i].wanted));
        assert_true(axis_motion_at(&motion, 0).days == 1000);
    }
    axis_motion_let_go(&motion, 0, 0);
    assert_false(axis_motion_running(&motion, 0));
    assert_true(near(axis_motion_at(&motion, 0).start, 19000));
}

/* The day under the zoom stays where it is in every frame; keys pressed in a row add up. */
static void zooms_about_a_point(void **state)
{
    struct axis_motion motion = at_rest(5000, 1000);

    (void)state;
    axis_motion_zoom(&motion, 2, 0.25, 0);
    for (int64_t now = 0; now <= AXIS_ZOOM_MS; now += 10) {
        struct axis_window window = axis_motion_at(&motion, now);

        assert_true(near(window.start + 0.25 * window.days, 5250));
    }
    assert_true(near(axis_motion_at(&motion, AXIS_ZOOM_MS).days, 500));
    axis_motion_zoom(&motion, 2, 0.25, 1000);
    axis_motion_zoom(&motion, 2, 0.25, 1050);
    assert_true(near(axis_motion_at(&motion, 2000).days, 125));
    for (int i = 0; i < 40; i++)
        axis_motion_zoom(&motion, 1.5, 0.5, 3000);
    assert_true(axis_motion_at(&motion, 4000).days == 1);
    for (int i = 0; i < 60; i++)
        axis_motion_zoom(&motion, 1 / 1.5, 0.5, 5000);
    assert_true(axis_motion_at(&motion, 6000).days == 20000 && axis_motion_at(&motion, 6000).start == 0);
}

static void shows_an_event(void **state)
{
    static const double days[] = {0, 3, 5000, 5001, 5990, 9000, 19999, 20000};

    (void)state;
    for (size_t i = 0; i < COUNTOF(days); i++) {
        struct axis_motion motion = at_rest(5000, 1000);

        axis_motion_show(&motion, days[i], 0, 0);
        struct axis_window window = axis_motion_at(&motion, 1000);

        assert_true(near(window.days, 1000) && is_within(window));
        assert_true(days[i] >= window.start && days[i] <= window.start + window.days);
    }

    struct axis_motion motion = at_rest(5000, 1000);

    axis_motion_show(&motion, 5500, 0, 0); /* stands well already */
    assert_false(axis_motion_running(&motion, 0));
    axis_motion_show(&motion, 5500, 60, 0);
    assert_true(axis_motion_running(&motion, 0));
    assert_true(near(axis_motion_at(&motion, 1000).days, 60));
}

static void reduced_motion_is_there_at_once(void **state)
{
    struct axis_motion motion;

    (void)state;
    axis_motion_init(&motion, LIMITS, true);
    axis_motion_zoom(&motion, 4, 0.5, 0);
    assert_false(axis_motion_running(&motion, 0));
    assert_true(axis_motion_at(&motion, 0).days == 5000);
    axis_motion_hold(&motion, 0);
    axis_motion_drag(&motion, 5);
    axis_motion_let_go(&motion, 5, 0);
    assert_false(axis_motion_running(&motion, 0));
    assert_true(is_within(axis_motion_at(&motion, 0)));
}

/* Whatever fingers and keys do in whatever order, what is shown is a window, and at rest it is within the limits. */
static void nothing_breaks_it(void **state)
{
    struct axis_motion motion;
    unsigned seed = 7;
    int64_t now = 0;

    (void)state;
    axis_motion_init(&motion, LIMITS, false);
    for (int i = 0; i < 20000; i++) {
        seed = seed * 1664525u + 1013904223u;
        double share = (seed >> 8) % 2001 / 1000.0 - 1;

        switch (seed >> 28) {
        case 0:
        case 1:
            axis_motion_hold(&motion, now);
            break;
        case 2:
            axis_motion_let_go(&motion, 8 * share, now);
            break;
        case 3:
            axis_motion_zoom(&motion, exp(2 * share), 0.5 + share / 2, now);
            break;
        case 4:
            axis_motion_show(&motion, 10000 + 10000 * share, 0, now);
            break;
        default:
            if (!motion.held)
                break;
            if (seed >> 31)
                axis_motion_drag(&motion, share);
            else
                axis_motion_pinch(&motion, exp(3 * share), 0.5, 0.5 + share / 2);
        }
        now += (seed >> 4) % 120;
        struct axis_window window = axis_motion_at(&motion, now);

        assert_true(isfinite(window.start) && window.days >= 1 - 1e-9 && window.days <= 20000 + 1e-6);
        assert_true(window.start > LIMITS.from - window.days && window.start < LIMITS.to);
        if (!motion.held && !axis_motion_running(&motion, now))
            assert_true(is_within(window));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(begins_with_everything),  cmocka_unit_test(follows_a_finger),
        cmocka_unit_test(ends_are_rubber),         cmocka_unit_test(coasts),
        cmocka_unit_test(no_throw_through_an_end), cmocka_unit_test(pinch_keeps_what_is_between_the_fingers),
        cmocka_unit_test(seeks_within_the_limits), cmocka_unit_test(zooms_about_a_point),
        cmocka_unit_test(shows_an_event),          cmocka_unit_test(reduced_motion_is_there_at_once),
        cmocka_unit_test(nothing_breaks_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
