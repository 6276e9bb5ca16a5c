/* When a venue is open: times as they are written, and what rules of weekdays and dates come to. */
#include "hours/hours.h"
#include "hours/times.h"
#include "hours/today.h"
#include "text/dating_parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { DAY = 24 * 60, MONDAY = 1 << 0, FRIDAY = 1 << 4, SATURDAY = 1 << 5, SUNDAY = 1 << 6 };

static void times_as_they_are_written(void **state)
{
    static const struct {
        const char *text;
        enum times_fault fault;
        int count;
        struct open_span openings[OPENINGS_MAX];
    } rows[] = {
        {"10:00-18:00", TIMES_FINE, 1, {{600, 1080}}},
        {" 9 \xE2\x80\x93 12.30 ", TIMES_FINE, 1, {{540, 750}}},
        {"9h-12h30", TIMES_FINE, 1, {{540, 750}}},
        {"9h-12h, 14h30 - 17h", TIMES_FINE, 2, {{540, 720}, {870, 1020}}},
        {"10:00-13:00, 15:00-20:00", TIMES_FINE, 2, {{600, 780}, {900, 1200}}},
        {"0:00-24:00", TIMES_FINE, 1, {{0, 1440}}},
        {"0-0", TIMES_FINE, 1, {{0, 1440}}},
        {"18:00-0:00", TIMES_FINE, 1, {{1080, 1440}}},
        {"18:00-01:00", TIMES_FINE, 1, {{1080, 1500}}},
        {"6:00-6:00", TIMES_FINE, 1, {{360, 1800}}},
        {"closed", TIMES_FINE, 0, {{0, 0}}},
        {" closed ", TIMES_FINE, 0, {{0, 0}}},
        {"8-9,10-11,12-13,14-15", TIMES_FINE, 4, {{480, 540}, {600, 660}, {720, 780}, {840, 900}}},
        {"8-9,10-11,12-13,14-15,16-17", TIMES_MANY, 0, {{0, 0}}},
        {"18:00-10:00", TIMES_REVERSED, 0, {{0, 0}}},
        {"10:00-10:00", TIMES_REVERSED, 0, {{0, 0}}},
        {"10:00-13:00, 12:00-14:00", TIMES_OVERLAP, 0, {{0, 0}}},
        {"15:00-20:00, 10:00-13:00", TIMES_OVERLAP, 0, {{0, 0}}},
        {"18:00-02:00, 19:00-20:00", TIMES_OVERLAP, 0, {{0, 0}}},
        {"10:60-18:00", TIMES_BEYOND, 0, {{0, 0}}},
        {"10:00-24:01", TIMES_BEYOND, 0, {{0, 0}}},
        {"10:00-25:00", TIMES_BEYOND, 0, {{0, 0}}},
        {"", TIMES_UNREAD, 0, {{0, 0}}},
        {"10:00", TIMES_UNREAD, 0, {{0, 0}}},
        {"10:00-", TIMES_UNREAD, 0, {{0, 0}}},
        {"10:-18", TIMES_UNREAD, 0, {{0, 0}}},
        {"10-18,", TIMES_UNREAD, 0, {{0, 0}}},
        {"10-18 h", TIMES_UNREAD, 0, {{0, 0}}},
        {"10am-6pm", TIMES_UNREAD, 0, {{0, 0}}},
        {"100-18", TIMES_UNREAD, 0, {{0, 0}}},
        {"-10-18", TIMES_UNREAD, 0, {{0, 0}}},
        {"closed 10-18", TIMES_UNREAD, 0, {{0, 0}}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct open_span openings[OPENINGS_MAX] = {{0, 0}};
        int count;

        if (times_parse(rows[i].text, openings, &count) != rows[i].fault || count != rows[i].count)
            fail_msg("\"%s\" is taken for something else", rows[i].text);
        assert_memory_equal(openings, rows[i].openings, sizeof(openings));
    }
}

static struct opening_rule rule(unsigned weekdays, const char *dates, const char *times)
{
    struct opening_rule read = {.weekdays = weekdays, .times = times};

    if (dates)
        assert_int_equal(dating_parse(dates, CALENDAR_GREGORIAN, &read.dates), DATING_FINE);
    assert_int_equal(times_parse(times, read.openings, &read.opening_count), TIMES_FINE);
    return read;
}

static int64_t wall(int year, int month, int day, int hour, int minute)
{
    return (int64_t)date_to_day((struct date){year, month, day}) * DAY + hour * 60 + minute;
}

static void assert_next(const struct hours *hours, int64_t at, bool open, int64_t change)
{
    assert_int_equal(hours_open(hours, at), open);
    assert_int_equal(hours_change(hours, at), change);
}

static void a_week_with_its_exceptions(void **state)
{
    struct opening_rule rules[] = {
        rule(0, "2026-12-24", "10:00-14:00"),
        rule(FRIDAY | SATURDAY, NULL, "18:00-02:00"),
        rule(SUNDAY, NULL, "10:00-13:00, 15:00-20:00"),
        rule(0, "2026-12-25/2027-01-03", "closed"),
        rule(0, "2027-02", "0:00-24:00"),
    };
    const struct hours hours = {.rules = rules, .rule_count = COUNTOF(rules)};

    (void)state;
    assert_next(&hours, wall(2026, 11, 30, 12, 0), false, wall(2026, 12, 4, 18, 0)); /* a Monday, and no rule is of it */
    assert_next(&hours, wall(2026, 12, 4, 18, 0), true, wall(2026, 12, 5, 2, 0));
    assert_next(&hours, wall(2026, 12, 5, 1, 59), true, wall(2026, 12, 5, 2, 0)); /* still Friday's */
    assert_next(&hours, wall(2026, 12, 5, 2, 0), false, wall(2026, 12, 5, 18, 0));
    assert_next(&hours, wall(2026, 12, 6, 13, 0), false, wall(2026, 12, 6, 15, 0));
    assert_next(&hours, wall(2026, 12, 24, 9, 0), false, wall(2026, 12, 24, 10, 0)); /* a Thursday that is open for once */
    assert_next(&hours, wall(2026, 12, 24, 14, 0), false, wall(2027, 1, 8, 18, 0));
    assert_next(&hours, wall(2027, 1, 2, 19, 0), false, wall(2027, 1, 8, 18, 0)); /* a Saturday of the span */
    assert_next(&hours, wall(2027, 1, 31, 20, 0), false, wall(2027, 2, 1, 0, 0));
    assert_next(&hours, wall(2027, 2, 1, 0, 0), true, wall(2027, 3, 1, 0, 0)); /* days that meet are one */
}

static void dates_alone_leave_other_days_open(void **state)
{
    struct opening_rule rules[] = {rule(0, "2026-12-25", "closed"), rule(0, "2026-12-31", "10:00-01:00")};
    const struct hours hours = {.rules = rules, .rule_count = COUNTOF(rules)};

    (void)state;
    assert_next(&hours, wall(2026, 12, 1, 3, 0), true, wall(2026, 12, 25, 0, 0));
    assert_next(&hours, wall(2026, 12, 25, 0, 0), false, wall(2026, 12, 26, 0, 0));
    assert_next(&hours, wall(2026, 12, 31, 9, 0), false, wall(2026, 12, 31, 10, 0));
    assert_next(&hours, wall(2026, 12, 31, 10, 0), true, INT64_MAX);  /* for a year: the night goes over into an open day */
    assert_next(&hours, wall(1969, 12, 31, 23, 59), true, INT64_MAX); /* a clock that nobody has set */
    rules[0] = rules[1] = rule(MONDAY | FRIDAY | SATURDAY | SUNDAY | 1 << 1 | 1 << 2 | 1 << 3, NULL, "closed");
    assert_next(&hours, wall(2026, 12, 1, 3, 0), false, INT64_MAX);
}

/* Minute for minute, against what stands between two changes. */
static void changes_are_the_first(void **state)
{
    static const char *const times[] = {"10:00-18:00", "closed", "18:00-06:00", "0:00-24:00", "0:30-1:00, 23:00-0:30", "6:00-6:00"};

    (void)state;
    for (unsigned seed = 0; seed < 60; seed++) {
        struct opening_rule rules[3] = {rule(1 + seed % 127, NULL, times[seed % COUNTOF(times)]),
                                        rule(0, "2026-12-09", times[(seed / 2) % COUNTOF(times)]),
                                        rule(0, "2026-12-10/2026-12-11", times[(seed / 5) % COUNTOF(times)])};
        const struct hours hours = {.rules = rules, .rule_count = COUNTOF(rules)};
        int64_t at = wall(2026, 12, 7, 0, 0), end = wall(2026, 12, 14, 0, 0), change = hours_change(&hours, at);
        bool open = hours_open(&hours, at);

        for (; at < end; at += 10) {
            if (hours_open(&hours, at) != open) {
                assert_int_equal(at, change);
                open = !open;
                change = hours_change(&hours, at);
            }
            assert_true(at < change);
        }
    }
}

/* What staff say goes before the rules, to the next midnight and no longer, the program begun anew or not. */
static void a_word_for_the_rest_of_a_day(void **state)
{
    struct opening_rule rules[] = {rule(MONDAY, NULL, "10:00-18:00")};
    const struct hours hours = {.rules = rules, .rule_count = COUNTOF(rules)};
    const int64_t noon = wall(2026, 11, 30, 12, 0), evening = wall(2026, 11, 30, 20, 0), midnight = wall(2026, 12, 1, 0, 0);
    const struct {
        enum today_word word;
        int64_t at;
        bool open;
        int64_t change;
    } rows[] = {
        {TODAY_AS_WRITTEN, noon, true, wall(2026, 11, 30, 18, 0)},
        {TODAY_OPEN, noon, true, midnight},
        {TODAY_CLOSED, noon, false, midnight},
        {TODAY_OPEN, evening, true, midnight},
        {TODAY_CLOSED, evening, false, midnight},
        {TODAY_OPEN, midnight, false, wall(2026, 12, 7, 10, 0)},
        {TODAY_OPEN, wall(2026, 11, 29, 23, 59), false, wall(2026, 11, 30, 10, 0)}, /* the clock was set back */
        {TODAY_CLOSED, wall(2026, 12, 7, 12, 0), true, wall(2026, 12, 7, 18, 0)},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct today today = today_from(noon, rows[i].word);
        char text[TODAY_TEXT_BYTES];

        today_text(&today, text);
        today = today_read(text);
        assert_int_equal(today_open(&today, &hours, rows[i].at), rows[i].open);
        assert_int_equal(today_change(&today, &hours, rows[i].at), rows[i].change);
    }
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(today_read((const char *[]){"", "open", "open 20787", "shut 20787\n", "open x\n"}[i]).word, TODAY_AS_WRITTEN);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_as_they_are_written),         cmocka_unit_test(a_week_with_its_exceptions),
        cmocka_unit_test(dates_alone_leave_other_days_open), cmocka_unit_test(changes_are_the_first),
        cmocka_unit_test(a_word_for_the_rest_of_a_day),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
