/* When events were, and the steps of ticks. */
#include "axis/clusters.h"
#include "axis/event.h"
#include "axis/step.h"
#include "axis/view.h"
#include "exhibit/breaks.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const english_months[] = {"January", "February", "March",     "April",   "May",      "June",
                                             "July",    "August",   "September", "October", "November", "December"};
static struct words english = {.dates = {.day = "{day} {month} {year}", .month = "{month} {year}", .months = english_months}};
static const struct exhibit exhibit_in_english = {.words = &english, .language_count = 1};

#define DAY(year, month, day)                                                                                                              \
    {                                                                                                                                      \
        .date = { year, month, day }                                                                                                       \
    }

static void events_in_words(void **state)
{
    static const char *const display[] = {"some day"};
    static const struct {
        struct event event;
        const char *text;
    } rows[] = {
        {{.when = {.from = DAY(1973, 9, 11)}}, "11 September 1973"},
        {{.when = {.from = DAY(1972, 10, 9), .to = DAY(1972, 11, 5)}}, "9 October – 5 November 1972"},
        {{.when = {.from = DAY(1969, 10, 9)}, .second = DAY(1969, 12, 17)}, "9 October 1969 · 17 December 1969"},
        {{.when = {.from = DAY(1975, 3, 0)}}, "March 1975"},
        {{.when = {.from = DAY(1969, 10, 9)}, .second = DAY(1969, 12, 17), .display = {display}}, "some day"},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_string_equal(axis_event_text(arena, &exhibit_in_english, 0, &rows[i].event), rows[i].text);
    arena_destroy(arena);
}

static void intervals_are_honest(void **state)
{
    static const struct {
        struct event event;
        struct date from, after;
        double day; /* that its label points to, behind `from` */
    } rows[] = {
        {{.when = {.from = DAY(1973, 9, 11)}}, {1973, 9, 11}, {1973, 9, 12}, 0},
        {{.when = {.from = DAY(1973, 9, 12), .to = DAY(1973, 11, 9)}}, {1973, 9, 12}, {1973, 11, 10}, 0},
        {{.when = {.from = DAY(1969, 10, 9)}, .second = DAY(1969, 12, 17)}, {1969, 10, 9}, {1969, 10, 10}, 0}, /* told, not drawn */
        {{.when = {.from = DAY(1975, 3, 0)}}, {1975, 3, 1}, {1975, 4, 1}, 15.5},
        {{.when = {.from = DAY(1975, 12, 0), .to = DAY(1976, 2, 0)}}, {1975, 12, 1}, {1976, 3, 1}, 15.5},
        {{.when = {.from = DAY(1972, 0, 0)}}, {1972, 1, 1}, {1973, 1, 1}, 183},
        {{.when = {.from = DAY(1972, 0, 0), .to = DAY(1973, 9, 11)}}, {1972, 1, 1}, {1973, 9, 12}, 183},
        {{.when = {.from = {.date = {1973, 9, 11}, .surety = DATE_ABOUT}}}, {1973, 9, 8}, {1973, 9, 15}, 3},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct axis_interval interval = axis_event_interval(&rows[i].event);

        assert_true(interval.from == date_to_day(rows[i].from));
        assert_true(interval.to == date_to_day(rows[i].after));
        assert_true(axis_event_day(&rows[i].event) == interval.from + rows[i].day);
    }
}

static void range_holds_everything(void **state)
{
    struct event events[] = {{.when = {.from = DAY(1964, 3, 31)}}, {.when = {.from = DAY(2024, 0, 0)}}};
    struct era eras[] = {{.when = {.from = DAY(1950, 1, 1), .to = DAY(1990, 1, 1)}}};
    struct exhibit exhibit = {.events = events, .event_count = 2, .eras = eras, .era_count = 1};
    struct axis_interval range = axis_event_range(&exhibit);

    (void)state;
    assert_true(range.from == date_to_day((struct date){1950, 1, 1}));
    assert_true(range.to == date_to_day((struct date){2025, 1, 1}));
    exhibit = (struct exhibit){.events = events, .event_count = 1};
    range = axis_event_range(&exhibit);
    assert_true(range.to - range.from == AXIS_RANGE_LEAST);
    assert_true(range.from < axis_event_day(&events[0]) && range.to > axis_event_day(&events[0]));
    exhibit = (struct exhibit){0};
    range = axis_event_range(&exhibit);
    assert_true(range.to - range.from == 365);
}

static void steps_begin_where_people_count(void **state)
{
    static const struct {
        struct axis_step step;
        struct date day, from, after;
    } rows[] = {
        {{AXIS_DAYS, 1}, {1973, 9, 11}, {1973, 9, 11}, {1973, 9, 12}},
        {{AXIS_DAYS, 5}, {1973, 9, 11}, {1973, 9, 10}, {1973, 9, 15}},
        {{AXIS_DAYS, 5}, {1973, 9, 4}, {1973, 9, 1}, {1973, 9, 5}},
        {{AXIS_DAYS, 5}, {1973, 12, 31}, {1973, 12, 25}, {1974, 1, 1}},
        {{AXIS_DAYS, 5}, {1972, 2, 29}, {1972, 2, 25}, {1972, 3, 1}},
        {{AXIS_MONTHS, 1}, {1973, 12, 31}, {1973, 12, 1}, {1974, 1, 1}},
        {{AXIS_MONTHS, 3}, {1973, 9, 11}, {1973, 7, 1}, {1973, 10, 1}},
        {{AXIS_YEARS, 1}, {1973, 9, 11}, {1973, 1, 1}, {1974, 1, 1}},
        {{AXIS_YEARS, 10}, {1973, 9, 11}, {1970, 1, 1}, {1980, 1, 1}},
        {{AXIS_YEARS, 100}, {2000, 1, 1}, {2000, 1, 1}, {2100, 1, 1}},
        {{AXIS_YEARS, 10}, {-3, 5, 5}, {-10, 1, 1}, {1, 1, 1}}, /* there is no year 0 */
        {{AXIS_YEARS, 10}, {1, 5, 5}, {1, 1, 1}, {10, 1, 1}},
        {{AXIS_YEARS, 100}, {-44, 3, 15}, {-100, 1, 1}, {1, 1, 1}},
        {{AXIS_YEARS, 1000}, {-9999, 1, 1}, {-10000, 1, 1}, {-9000, 1, 1}},
        {{AXIS_YEARS, 1}, {-1, 5, 5}, {-1, 1, 1}, {1, 1, 1}},
        {{AXIS_MONTHS, 3}, {-1, 11, 5}, {-1, 10, 1}, {1, 1, 1}},
        {{AXIS_MONTHS, 3}, {-3, 5, 5}, {-3, 4, 1}, {-3, 7, 1}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_true(axis_step_begin(rows[i].step, date_to_day(rows[i].day)) == date_to_day(rows[i].from));
        assert_true(axis_step_next(rows[i].step, date_to_day(rows[i].day)) == date_to_day(rows[i].after));
    }
}

static void steps_of_a_day_begin_on_the_clock(void **state)
{
    static const struct {
        int count, minute, from, after;
    } rows[] = {{1, 712, 712, 713}, {5, 712, 710, 715}, {15, 0, 0, 15}, {60, 719, 660, 720}, {720, 1439, 720, 1440}};
    static const int days[] = {-4371950, -1, 0, 1349};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        for (size_t d = 0; d < COUNTOF(days); d++) {
            struct axis_step step = {AXIS_MINUTES, rows[i].count};
            double at = days[d] + rows[i].minute / 1440.0 + 0.3 / 1440;

            assert_true(fabs(axis_step_begin(step, at) - days[d] - rows[i].from / 1440.0) < 1e-7);
            assert_true(fabs(axis_step_next(step, at) - days[d] - rows[i].after / 1440.0) < 1e-7);
            at = axis_step_next(step, at);
            assert_true(axis_step_begin(step, at) == at);
        }
    }
}

#define AT(minute_)                                                                                                                        \
    {                                                                                                                                      \
        .when = {.from = {.date = {1969, 7, 20}, .timed = true, .minute = minute_} }                                                       \
    }

/* Where times of day are known the axis goes down to the minute; else a day is the least. */
static void grain_follows_what_is_known(void **state)
{
    struct event events[] = {AT(1217), AT(1218), AT(1218), AT(1238)};
    struct exhibit timed = {.events = events, .event_count = COUNTOF(events), .has_times = true}, untimed = timed;
    struct axis_limits limits = axis_motion_limits(&timed);
    struct axis_cluster cluster = {0, 2, axis_event_day(&events[0]), axis_event_day(&events[3]), 0}, minute = cluster;
    struct axis_window window = {limits.from, limits.to - limits.from}, to;

    (void)state;
    untimed.has_times = false;
    assert_true(fabs(limits.least * 1440 - 1) < 1e-6 && fabs((limits.to - limits.from) * 1440 - 24) < 1e-3);
    assert_true(axis_motion_limits(&untimed).least == 1);
    assert_false(axis_event_is_listed(&timed, 0, 1));
    assert_true(axis_event_is_listed(&timed, 1, 2) && axis_event_heads_list(&timed, 1));
    assert_true(axis_event_is_listed(&untimed, 0, 3) && axis_event_heads_list(&untimed, 0) && !axis_event_heads_list(&untimed, 1));
    assert_true(axis_clusters_open(&cluster, window, limits.least, &to) && to.days < window.days * 0.95);
    minute.from_place = minute.to_place;
    assert_false(axis_clusters_open(&minute, window, limits.least, &to));
    assert_false(axis_clusters_open(&cluster, window, 1, &to));
}

/* However much of the window it takes: names of lanes push all that lies behind them into one. */
static void a_cluster_is_opened_whole(void **state)
{
    static const struct axis_window window = {-1000, 2000};

    (void)state;
    for (int from = -1000; from < 1000; from += 50)
        for (int length = 1; length <= 1500 && from + length <= 1000; length += 7) {
            struct axis_cluster cluster = {.count = 2, .from_place = from, .to_place = from + length};
            struct axis_window to;

            assert_true(axis_clusters_open(&cluster, window, 1, &to));
            assert_true(to.days < window.days * 0.95);
            assert_true(to.start + 0.04 * to.days < from && from + length < to.start + 0.95 * to.days);
        }
}

/* Wherever the window shows it, near an edge too, and where fingers hold the window just then. */
static void looking_closer_brings_the_event_in_focus_to_the_middle(void **state)
{
    static struct event event = {.when = {.from = DAY(1973, 9, 11)}};
    static const double shares[] = {0.02, 0.3, 0.98};
    const struct exhibit exhibit = {.events = &event, .event_count = 1};
    double day = axis_event_day(&event);

    (void)state;
    for (size_t i = 0; i < COUNTOF(shares); i++) {
        for (int held = 0; held < 2; held++) {
            struct axis_motion motion;

            axis_motion_init(&motion, (struct axis_limits){day - 1000, day + 1000, 1}, true);
            axis_motion_rest(&motion, (struct axis_window){day - 100 * (shares[i] + held * 0.5), 100});
            if (held) {
                axis_motion_hold(&motion, 0);
                axis_motion_drag(&motion, -0.5);
            }
            axis_view_zoom(&motion, &exhibit, (struct axis_zoom){2, 0, 0.5}, 0);
            assert_true(fabs((day - motion.to.start) / motion.to.days - 0.5) < 1e-6);
            assert_true(fabs(motion.to.days - 50) < 1e-6);
        }
    }
}

/* The nearest of the most important that the window shows; with none in the window, the nearest of all. */
static void looking_closer_means_what_matters(void **state)
{
    static struct event events[] = {
        {.when = {.from = DAY(1900, 1, 1)}, .importance = 1},  {.when = {.from = DAY(1950, 1, 1)}, .importance = 2},
        {.when = {.from = DAY(1960, 1, 1)}, .importance = 3},  {.when = {.from = DAY(1970, 1, 1)}, .importance = 1},
        {.when = {.from = DAY(1999, 12, 1)}, .importance = 1},
    };
    static const struct {
        int from, to; /* years that the window shows */
        double share;
        int meant;
    } rows[] = {
        {1890, 2000, 0.5, 3}, {1890, 2000, 0, 0},   {1890, 2000, 1, 4},   {1945, 1965, 0.9, 1},
        {1955, 1965, 0, 2},   {1971, 1980, 0.5, 3}, {1990, 1995, 0.5, 4},
    };
    const struct exhibit exhibit = {.events = events, .event_count = COUNTOF(events)};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct axis_motion motion;
        double from = date_to_day((struct date){rows[i].from, 1, 1}), to = date_to_day((struct date){rows[i].to, 1, 1});

        axis_motion_init(&motion, (struct axis_limits){from - 100000, to + 100000, 1}, true);
        axis_motion_rest(&motion, (struct axis_window){from, to - from});
        axis_view_zoom(&motion, &exhibit, (struct axis_zoom){1.6, -1, rows[i].share}, 0);
        assert_true(fabs(motion.to.start + motion.to.days / 2 - axis_event_day(&events[rows[i].meant])) < 1e-3);
        assert_true(fabs(motion.to.days * 1.6 - (to - from)) < 1e-3);
    }
}

/* All of the panel's, and as many more as tell what surrounds one of them. */
static void a_panels_events_are_shown_among_others(void **state)
{
    enum { EVENTS = 40, SEEN_LEAST = 7 };
    static int panels[EVENTS];
    static struct event events[EVENTS];
    struct exhibit exhibit = {.events = events, .event_count = EVENTS};

    (void)state;
    for (int i = 0; i < EVENTS; i++) {
        panels[i] = i < 2 ? 0 : i == EVENTS - 1 ? 1 : i % 3 == 0 ? 2 : 3;
        events[i] = (struct event){.when.from.date = {1800 + i * i / 8, 1, 1}, .panels = &panels[i], .panel_count = 1, .importance = 2};
    }
    for (int panel = 0; panel < 4; panel++) {
        struct axis_window window = axis_view_around(&exhibit, panel);
        int seen = 0;

        for (int i = 0; i < EVENTS; i++) {
            double share = (axis_event_place(&exhibit, i) - window.start) / window.days;

            seen += share >= 0 && share <= 1;
            assert_true(panels[i] != panel || (share >= 0 && share <= 1));
        }
        assert_true(seen >= SEEN_LEAST);
        assert_true(panel > 1 || seen < EVENTS / 2);
    }
    struct axis_window first = axis_view_first(&exhibit), other = axis_view_around(&exhibit, 9); /* tells of none */

    assert_true(first.start == other.start && first.days == other.days);
}

/* Of two events far apart: what surrounds both, and all that the timeline opens on else; of two near each other no more than a part of it.
 */
static void a_look_no_closer_shows_what_matters_too(void **state)
{
    enum { EVENTS = 41 };
    static const struct {
        int first, last; /* the panel's events */
        bool whole;
    } rows[] = {{10, 12, false}, {24, 25, false}, {14, 40, true}, {0, 30, true}};
    static int panel = 0;
    struct event events[EVENTS];
    struct exhibit exhibit = {.events = events, .event_count = EVENTS, .view = {.from = DAY(1910, 1, 1), .to = DAY(1925, 12, 31)}};

    (void)state;
    struct axis_window first = axis_view_first(&exhibit);

    for (size_t r = 0; r < COUNTOF(rows); r++) {
        for (int i = 0; i < EVENTS; i++)
            events[i] = (struct event){.when = {.from = DAY(1900 + i, 1, 1)},
                                       .panels = &panel,
                                       .panel_count = i == rows[r].first || i == rows[r].last,
                                       .importance = 2};
        struct axis_window window = axis_view_around(&exhibit, 0);
        bool whole = window.start <= first.start && window.start + window.days >= first.start + first.days;

        assert_int_equal(whole, rows[r].whole);
        assert_true(window.start < axis_event_place(&exhibit, rows[r].first));
        assert_true(window.start + window.days > axis_event_place(&exhibit, rows[r].last));
    }
}

static void places_and_days_are_one_another(void **state)
{
    struct time_break breaks[] = {{100, 300, 100, 110}, {1000, 5000, 810, 830}};
    const struct exhibit plain = {0}, broken = {.breaks = breaks, .break_count = COUNTOF(breaks)};
    static const struct {
        double day, place;
    } rows[] = {{-50, -50}, {99, 99}, {100, 100}, {200, 105}, {300, 110}, {301, 111}, {1000, 810}, {3000, 820}, {5000, 830}, {6000, 1830}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_true(fabs(axis_scale_place(&broken, rows[i].day) - rows[i].place) < 1e-9);
        assert_true(fabs(axis_scale_day(&broken, rows[i].place) - rows[i].day) < 1e-9);
        assert_true(axis_scale_place(&plain, rows[i].day) == rows[i].day && axis_scale_day(&plain, rows[i].day) == rows[i].day);
    }
}

/* What is shorter stays as it is; near events nothing is pressed together; without the key nothing is at all. */
static void only_long_stretches_take_less_room(void **state)
{
    static struct event events[] = {
        {.when = {.from = DAY(1900, 1, 1)}},
        {.when = {.from = DAY(1904, 1, 1)}},
        {.when = {.from = DAY(1990, 1, 1), .to = DAY(1991, 1, 1)}},
        {.when = {.from = DAY(2000, 1, 1)}},
    };
    static struct era era = {.when = {.from = DAY(1930, 1, 1), .to = DAY(1930, 12, 31)}};
    struct exhibit exhibit = {.events = events, .event_count = COUNTOF(events), .eras = &era, .era_count = 1, .compress = true};
    double all = axis_event_day(&events[3]) + 1 - axis_event_day(&events[0]);
    struct arena *arena = arena_create();

    (void)state;
    breaks_find(&exhibit, arena);
    assert_int_equal(exhibit.break_count, 3); /* to the era, from it on, and the last nine years */
    for (int i = 0; i < exhibit.break_count; i++) {
        struct time_break one = exhibit.breaks[i];

        assert_true(one.place_to - one.place_from < 0.01 * all && one.to - one.from > 0.03 * all);
        for (int e = 0; e < exhibit.event_count; e++)
            assert_true(fabs(axis_event_day(&events[e]) - one.from) > 0.005 * all &&
                        fabs(axis_event_day(&events[e]) - one.to) > 0.005 * all);
    }
    assert_true(fabs(axis_event_place(&exhibit, 1) - axis_event_place(&exhibit, 0) - 1460) < 1e-6);
    assert_true(axis_event_place(&exhibit, 3) - axis_event_place(&exhibit, 0) < 0.15 * all);
    exhibit.compress = false;
    breaks_find(&exhibit, arena);
    assert_int_equal(exhibit.break_count, 0);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_in_words),
        cmocka_unit_test(intervals_are_honest),
        cmocka_unit_test(range_holds_everything),
        cmocka_unit_test(steps_begin_where_people_count),
        cmocka_unit_test(steps_of_a_day_begin_on_the_clock),
        cmocka_unit_test(grain_follows_what_is_known),
        cmocka_unit_test(a_cluster_is_opened_whole),
        cmocka_unit_test(looking_closer_brings_the_event_in_focus_to_the_middle),
        cmocka_unit_test(looking_closer_means_what_matters),
        cmocka_unit_test(a_panels_events_are_shown_among_others),
        cmocka_unit_test(a_look_no_closer_shows_what_matters_too),
        cmocka_unit_test(places_and_days_are_one_another),
        cmocka_unit_test(only_long_stretches_take_less_room),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
