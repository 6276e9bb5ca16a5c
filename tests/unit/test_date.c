/* The calendars: which date comes first, and the numbers of days. */
#include "text/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool same_date(struct date one, struct date other)
{
    return one.year == other.year && one.month == other.month && one.day == other.day;
}

static void dates_have_an_order(void **state)
{
    static const struct date rows[] = {{-44, 3, 15}, {-43, 0, 0},  {1, 1, 1},      {1973, 0, 0}, {1973, 1, 1},
                                       {1973, 1, 2}, {1973, 2, 1}, {1973, 12, 31}, {1974, 0, 0}};

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
        {{1970, 1, 1}, 0},      {{1969, 12, 31}, -1},      {{1973, 9, 11}, 1349},     {{2000, 2, 29}, 11016},  {{1900, 2, 28}, -25509},
        {{1900, 3, 1}, -25508}, {{2023, 9, 11}, 19611},    {{1, 1, 1}, -719162},      {{-1, 12, 31}, -719163}, {{-1, 2, 29}, -719469},
        {{1973, 9, 0}, 1339},   {{-9999, 1, 1}, -4371222}, {{9999, 12, 31}, 2932896},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_int_equal(date_to_day(rows[i].date), rows[i].day);
        if (rows[i].date.day > 0)
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
        bool next_month =
            date.day == 1 && (date_year_to_number(date.year) - date_year_to_number(last.year)) * 12 + date.month - last.month == 1;

        assert_int_equal(date_to_day(date), day);
        assert_true(next_day || next_month);
        last = date;
    }
}

/* Days that both calendars tell of: the reform itself, the October revolution, the fall of Constantinople, the ides of March. */
static void julian_days_are_counted(void **state)
{
    static const struct {
        struct date julian, gregorian;
    } rows[] = {
        {{1582, 10, 5}, {1582, 10, 15}}, {{1917, 10, 25}, {1917, 11, 7}}, {{1453, 5, 29}, {1453, 6, 7}},
        {{-44, 3, 15}, {-44, 3, 13}},    {{1900, 2, 29}, {1900, 3, 13}},  {{1, 1, 1}, {-1, 12, 30}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_true(same_date(date_from_day(date_calendar_to_day(CALENDAR_JULIAN, rows[i].julian)), rows[i].gregorian));
    assert_int_equal(date_days_of_month(CALENDAR_JULIAN, (struct date){1900, 2, 0}), 29);
    assert_int_equal(date_days_of_month(CALENDAR_GREGORIAN, (struct date){1900, 2, 0}), 28);
    assert_int_equal(date_days_of_month(CALENDAR_GREGORIAN, (struct date){-1, 2, 0}), 29);
    assert_int_equal(date_days_of_month(CALENDAR_GREGORIAN, (struct date){-5, 2, 0}), 29);
    assert_int_equal(date_days_of_month(CALENDAR_GREGORIAN, (struct date){-4, 2, 0}), 28);
}

static void years_have_no_zero(void **state)
{
    (void)state;
    assert_int_equal(date_year_to_number(1), 1);
    assert_int_equal(date_year_to_number(-1), 0);
    for (int number = -10; number <= 10; number++)
        assert_int_equal(date_year_to_number(date_year_from_number(number)), number);
}

static void dates_are_cut(void **state)
{
    static const struct date day = {1973, 9, 11}, month = {1973, 9, 0}, year = {1973, 0, 0};

    (void)state;
    assert_true(same_date(date_cut(day, PRECISION_DAY), day) && same_date(date_cut(day, PRECISION_MONTH), month));
    assert_true(same_date(date_cut(day, PRECISION_YEAR), year) && same_date(date_cut(year, PRECISION_DAY), year));
    assert_int_equal(date_precision(day), PRECISION_DAY);
    assert_int_equal(date_precision(month), PRECISION_MONTH);
    assert_int_equal(date_precision(year), PRECISION_YEAR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(julian_days_are_counted), cmocka_unit_test(years_have_no_zero), cmocka_unit_test(dates_are_cut),
        cmocka_unit_test(dates_have_an_order),     cmocka_unit_test(days_are_counted),   cmocka_unit_test(every_day_comes_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
