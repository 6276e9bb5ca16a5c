/* When events were, and the steps of ticks. */
#include "axis/event.h"
#include "axis/step.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const english_months[] = {"January", "February", "March",     "April",   "May",      "June",
                                             "July",    "August",   "September", "October", "November", "December"};
static const struct words english = {.dates = {"{day} {month} {year}", "{month} {year}", english_months}};

static void events_in_words(void **state)
{
    static const struct {
        struct event event;
        const char *text;
    } rows[] = {
        {{.date = {1973, 9, 11}}, "11 September 1973"},
        {{.date = {1972, 10, 9}, .to = {1972, 11, 5}}, "9 October – 5 November 1972"},
        {{.date = {1969, 10, 9}, .second_date = {1969, 12, 17}}, "9 October 1969 · 17 December 1969"},
        {{.date = {1975, 3, 1}, .precision = PRECISION_MONTH}, "March 1975"},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_string_equal(axis_event_text(arena, &english, &rows[i].event), rows[i].text);
    arena_destroy(arena);
}

static void intervals_are_honest(void **state)
{
    static const struct {
        struct event event;
        struct date from, after;
        double day; /* that its label points to, behind `from` */
    } rows[] = {
        {{.date = {1973, 9, 11}}, {1973, 9, 11}, {1973, 9, 12}, 0},
        {{.date = {1973, 9, 12}, .to = {1973, 11, 9}}, {1973, 9, 12}, {1973, 11, 10}, 0},
        {{.date = {1969, 10, 9}, .second_date = {1969, 12, 17}}, {1969, 10, 9}, {1969, 10, 10}, 0}, /* told, not drawn */
        {{.date = {1975, 3, 1}, .precision = PRECISION_MONTH}, {1975, 3, 1}, {1975, 4, 1}, 15.5},
        {{.date = {1975, 3, 17}, .precision = PRECISION_MONTH}, {1975, 3, 1}, {1975, 4, 1}, 15.5},
        {{.date = {1975, 12, 1}, .to = {1976, 2, 1}, .precision = PRECISION_MONTH}, {1975, 12, 1}, {1976, 3, 1}, 15.5},
        {{.date = {1972, 1, 1}, .precision = PRECISION_YEAR}, {1972, 1, 1}, {1973, 1, 1}, 183},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct axis_interval interval = axis_event_interval(&rows[i].event);

        assert_int_equal(interval.from, date_to_day(rows[i].from));
        assert_int_equal(interval.to, date_to_day(rows[i].after));
        assert_true(axis_event_day(&rows[i].event) == interval.from + rows[i].day);
    }
}

static void range_holds_everything(void **state)
{
    struct event events[] = {{.date = {1964, 3, 31}}, {.date = {2024, 1, 1}, .precision = PRECISION_YEAR}};
    struct era eras[] = {{.from = {1950, 1, 1}, .to = {1990, 1, 1}}};
    struct exhibit exhibit = {.events = events, .event_count = 2, .eras = eras, .era_count = 1};
    struct axis_interval range = axis_event_range(&exhibit);

    (void)state;
    assert_int_equal(range.from, date_to_day((struct date){1950, 1, 1}));
    assert_int_equal(range.to, date_to_day((struct date){2025, 1, 1}));
    exhibit = (struct exhibit){.events = events, .event_count = 1};
    range = axis_event_range(&exhibit);
    assert_int_equal(range.to - range.from, AXIS_RANGE_LEAST);
    assert_true(range.from < date_to_day(events[0].date) && range.to > date_to_day(events[0].date));
    exhibit = (struct exhibit){0};
    range = axis_event_range(&exhibit);
    assert_int_equal(range.to - range.from, 365);
}

static void steps_begin_where_people_count(void **state)
{
    static const struct {
        struct axis_step step;
        struct date day, from, after;
    } rows[] = {
        {{AXIS_DAYS, 1}, {1973, 9, 11}, {1973, 9, 11}, {1973, 9, 12}},  {{AXIS_DAYS, 5}, {1973, 9, 11}, {1973, 9, 10}, {1973, 9, 15}},
        {{AXIS_DAYS, 5}, {1973, 9, 4}, {1973, 9, 1}, {1973, 9, 5}},     {{AXIS_DAYS, 5}, {1973, 12, 31}, {1973, 12, 25}, {1974, 1, 1}},
        {{AXIS_DAYS, 5}, {1972, 2, 29}, {1972, 2, 25}, {1972, 3, 1}},   {{AXIS_MONTHS, 1}, {1973, 12, 31}, {1973, 12, 1}, {1974, 1, 1}},
        {{AXIS_MONTHS, 3}, {1973, 9, 11}, {1973, 7, 1}, {1973, 10, 1}}, {{AXIS_YEARS, 1}, {1973, 9, 11}, {1973, 1, 1}, {1974, 1, 1}},
        {{AXIS_YEARS, 10}, {1973, 9, 11}, {1970, 1, 1}, {1980, 1, 1}},  {{AXIS_YEARS, 100}, {2000, 1, 1}, {2000, 1, 1}, {2100, 1, 1}},
        {{AXIS_YEARS, 10}, {-3, 5, 5}, {-10, 1, 1}, {0, 1, 1}}, /* a window may reach behind the first year */
        {{AXIS_MONTHS, 3}, {-3, 5, 5}, {-3, 4, 1}, {-3, 7, 1}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_int_equal(axis_step_begin(rows[i].step, date_to_day(rows[i].day)), date_to_day(rows[i].from));
        assert_int_equal(axis_step_next(rows[i].step, date_to_day(rows[i].day)), date_to_day(rows[i].after));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_in_words),
        cmocka_unit_test(intervals_are_honest),
        cmocka_unit_test(range_holds_everything),
        cmocka_unit_test(steps_begin_where_people_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
