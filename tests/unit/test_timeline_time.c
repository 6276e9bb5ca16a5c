/* The timeline's calendar, dates in words and steps of ticks. */
#include "timeline/event.h"
#include "timeline/step.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const english_months[] = {"January", "February", "March",     "April",   "May",      "June",
                                             "July",    "August",   "September", "October", "November", "December"};
static const char *const spanish_months[] = {"enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
                                             "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre"};
static const struct words languages[] = {
    {.date = "{day} {month} {year}", .month_year = "{month} {year}", .months = english_months},
    {.date = "{day} de {month} de {year}", .month_year = "{month} de {year}", .months = spanish_months},
    {.date = "{year}, {month} {day}.", .month_year = "{year}, {month}", .months = english_months},
};

static bool same_date(struct date one, struct date other)
{
    return one.year == other.year && one.month == other.month && one.day == other.day;
}

static void days_are_counted(void **state)
{
    static const struct {
        struct date date;
        int day;
    } rows[] = {
        {{1970, 1, 1}, 0},      {{1969, 12, 31}, -1},   {{1973, 9, 11}, 1349}, {{2000, 2, 29}, 11016},    {{1900, 2, 28}, -25509},
        {{1900, 3, 1}, -25508}, {{2023, 9, 11}, 19611}, {{1, 1, 1}, -719162},  {{9999, 12, 31}, 2932896},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_int_equal(timeline_day(rows[i].date), rows[i].day);
        assert_true(same_date(timeline_date(rows[i].day), rows[i].date));
    }
}

static void every_day_comes_back(void **state)
{
    struct date last = timeline_date(-800001);

    (void)state;
    for (int day = -800000; day < 3000000; day++) {
        struct date date = timeline_date(day);
        bool next_day = date.year == last.year && date.month == last.month && date.day == last.day + 1;
        bool next_month = date.day == 1 && (date.year - last.year) * 12 + date.month - last.month == 1;

        assert_int_equal(timeline_day(date), day);
        assert_true(next_day || next_month);
        last = date;
    }
}

static void dates_in_words(void **state)
{
    static const struct {
        int language;
        struct date from, to;
        enum precision precision;
        const char *text;
    } rows[] = {
        {0, {1973, 9, 11}, {1973, 9, 11}, PRECISION_DAY, "11 September 1973"},
        {1, {1973, 9, 11}, {1973, 9, 11}, PRECISION_DAY, "11 de septiembre de 1973"},
        {0, {1975, 11, 1}, {1975, 11, 1}, PRECISION_MONTH, "November 1975"},
        {1, {1975, 11, 1}, {1975, 11, 1}, PRECISION_MONTH, "noviembre de 1975"},
        {1, {1972, 1, 1}, {1972, 1, 1}, PRECISION_YEAR, "1972"},
        {0, {1964, 3, 31}, {1964, 4, 1}, PRECISION_DAY, "31 March – 1 April 1964"},
        {1, {1964, 3, 31}, {1964, 4, 1}, PRECISION_DAY, "31 de marzo – 1 de abril de 1964"},
        {0, {1971, 8, 21}, {1971, 8, 22}, PRECISION_DAY, "21 – 22 August 1971"},
        {1, {1971, 8, 21}, {1971, 8, 22}, PRECISION_DAY, "21 – 22 de agosto de 1971"},
        {0, {1973, 12, 31}, {1974, 1, 1}, PRECISION_DAY, "31 December 1973 – 1 January 1974"},
        {0, {1973, 1, 11}, {1973, 2, 11}, PRECISION_DAY, "11 January – 11 February 1973"},
        {0, {1972, 6, 1}, {1972, 8, 1}, PRECISION_MONTH, "June – August 1972"},
        {1, {1972, 6, 1}, {1973, 6, 1}, PRECISION_MONTH, "junio de 1972 – junio de 1973"},
        {0, {1964, 1, 1}, {2023, 1, 1}, PRECISION_YEAR, "1964 – 2023"},
        {2, {1973, 9, 11}, {1973, 9, 12}, PRECISION_DAY, "1973, September 11. – 1973, September 12."},
        {0, {987, 5, 3}, {987, 5, 3}, PRECISION_DAY, "3 May 987"},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_string_equal(timeline_span_text(arena, &languages[rows[i].language], rows[i].from, rows[i].to, rows[i].precision),
                            rows[i].text);
    arena_destroy(arena);
}

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
        assert_string_equal(timeline_event_text(arena, &languages[0], &rows[i].event), rows[i].text);
    arena_destroy(arena);
}

static void stretches_are_honest(void **state)
{
    static const struct {
        struct event event;
        struct date from, after;
        double anchor_from; /* of the stem, days behind `from` */
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
        struct timeline_interval stretch = timeline_event_interval(&rows[i].event);

        assert_int_equal(stretch.from, timeline_day(rows[i].from));
        assert_int_equal(stretch.to, timeline_day(rows[i].after));
        assert_true(timeline_event_day(&rows[i].event) == stretch.from + rows[i].anchor_from);
    }
}

static void range_holds_everything(void **state)
{
    struct event events[] = {{.date = {1964, 3, 31}}, {.date = {2024, 1, 1}, .precision = PRECISION_YEAR}};
    struct era eras[] = {{.from = {1950, 1, 1}, .to = {1990, 1, 1}}};
    struct exhibit exhibit = {.events = events, .event_count = 2, .eras = eras, .era_count = 1};
    struct timeline_interval range = timeline_event_range(&exhibit);

    (void)state;
    assert_int_equal(range.from, timeline_day((struct date){1950, 1, 1}));
    assert_int_equal(range.to, timeline_day((struct date){2025, 1, 1}));
    exhibit = (struct exhibit){.events = events, .event_count = 1};
    range = timeline_event_range(&exhibit);
    assert_int_equal(range.to - range.from, TIMELINE_RANGE_LEAST);
    assert_true(range.from < timeline_day(events[0].date) && range.to > timeline_day(events[0].date));
    exhibit = (struct exhibit){0};
    range = timeline_event_range(&exhibit);
    assert_int_equal(range.to - range.from, 365);
}

static void steps_begin_where_people_count(void **state)
{
    static const struct {
        struct timeline_step step;
        struct date day, from, after;
    } rows[] = {
        {{TIMELINE_DAYS, 1}, {1973, 9, 11}, {1973, 9, 11}, {1973, 9, 12}},
        {{TIMELINE_DAYS, 5}, {1973, 9, 11}, {1973, 9, 10}, {1973, 9, 15}},
        {{TIMELINE_DAYS, 5}, {1973, 9, 4}, {1973, 9, 1}, {1973, 9, 5}},
        {{TIMELINE_DAYS, 5}, {1973, 12, 31}, {1973, 12, 25}, {1974, 1, 1}},
        {{TIMELINE_DAYS, 5}, {1972, 2, 29}, {1972, 2, 25}, {1972, 3, 1}},
        {{TIMELINE_MONTHS, 1}, {1973, 12, 31}, {1973, 12, 1}, {1974, 1, 1}},
        {{TIMELINE_MONTHS, 3}, {1973, 9, 11}, {1973, 7, 1}, {1973, 10, 1}},
        {{TIMELINE_YEARS, 1}, {1973, 9, 11}, {1973, 1, 1}, {1974, 1, 1}},
        {{TIMELINE_YEARS, 10}, {1973, 9, 11}, {1970, 1, 1}, {1980, 1, 1}},
        {{TIMELINE_YEARS, 100}, {2000, 1, 1}, {2000, 1, 1}, {2100, 1, 1}},
        {{TIMELINE_YEARS, 10}, {-3, 5, 5}, {-10, 1, 1}, {0, 1, 1}}, /* a window may reach behind the first year */
        {{TIMELINE_MONTHS, 3}, {-3, 5, 5}, {-3, 4, 1}, {-3, 7, 1}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_int_equal(timeline_step_begin(rows[i].step, timeline_day(rows[i].day)), timeline_day(rows[i].from));
        assert_int_equal(timeline_step_next(rows[i].step, timeline_day(rows[i].day)), timeline_day(rows[i].after));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted),
        cmocka_unit_test(every_day_comes_back),
        cmocka_unit_test(dates_in_words),
        cmocka_unit_test(events_in_words),
        cmocka_unit_test(stretches_are_honest),
        cmocka_unit_test(range_holds_everything),
        cmocka_unit_test(steps_begin_where_people_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
