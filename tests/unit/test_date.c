/* The calendar: what is a date, which comes first, and the numbers of days. */
#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool same_date(struct date one, struct date other)
{
    return one.year == other.year && one.month == other.month && one.day == other.day;
}

static void only_days_that_there_are_are_read(void **state)
{
    static const struct {
        const char *text;
        struct date date; /* year 0: refused */
    } rows[] = {
        {"1973-09-11", {1973, 9, 11}},
        {"2000-02-29", {2000, 2, 29}},
        {"0001-01-01", {1, 1, 1}},
        {"9999-12-31", {9999, 12, 31}},
        {"1900-02-29", {0}},
        {"1973-09-31", {0}},
        {"1973-13-01", {0}},
        {"1973-00-01", {0}},
        {"1973-09-00", {0}},
        {"0000-01-01", {0}},
        {"1973-9-11", {0}},
        {"1973-09-1", {0}},
        {"1973/09/11", {0}},
        {"1973-09-11 ", {0}},
        {"-973-09-11", {0}},
        {"1973", {0}},
        {"", {0}},
    };
    static const struct {
        const char *text;
        int year; /* 0: refused */
    } years[] = {{"1973", 1973}, {"9999", 9999}, {"0973", 0}, {"973", 0}, {"19733", 0}, {"197a", 0}, {"-197", 0}, {"", 0}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct date date = {0};

        assert_int_equal(date_parse(rows[i].text, &date), rows[i].date.year > 0);
        assert_true(same_date(date, rows[i].date));
    }
    for (size_t i = 0; i < COUNTOF(years); i++) {
        struct date date = {0};

        assert_int_equal(date_parse_year(years[i].text, &date), years[i].year > 0);
        assert_true(same_date(date, (struct date){.year = years[i].year}));
    }
}

static void dates_have_an_order(void **state)
{
    static const struct date rows[] = {{1973, 0, 0}, {1973, 1, 1}, {1973, 1, 2}, {1973, 2, 1}, {1973, 12, 31}, {1974, 0, 0}};

    (void)state;
    for (int i = 0; i < (int)COUNTOF(rows); i++)
        for (int j = 0; j < (int)COUNTOF(rows); j++)
            assert_int_equal(date_compare(rows[i], rows[j]), (i > j) - (i < j));
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
        assert_int_equal(date_to_day(rows[i].date), rows[i].day);
        assert_true(same_date(date_from_day(rows[i].day), rows[i].date));
    }
}

static void every_day_comes_back(void **state)
{
    struct date last = date_from_day(-800001);

    (void)state;
    for (int day = -800000; day < 3000000; day++) {
        struct date date = date_from_day(day);
        bool next_day = date.year == last.year && date.month == last.month && date.day == last.day + 1;
        bool next_month = date.day == 1 && (date.year - last.year) * 12 + date.month - last.month == 1;

        assert_int_equal(date_to_day(date), day);
        assert_true(next_day || next_month);
        last = date;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_days_that_there_are_are_read),
        cmocka_unit_test(dates_have_an_order),
        cmocka_unit_test(days_are_counted),
        cmocka_unit_test(every_day_comes_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
