#include "hours/check_hours.h"

#include "hours/hours.h"
#include "hours/times.h"
#include "yaml/report.h"

#include <string.h>

static const char *const weekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

static bool is_dated(const struct opening_rule *rule)
{
    return rule->dates.from.date.year != 0;
}

static bool is_uncertain(const struct moment *moment)
{
    return moment->timed || moment->surety != DATE_SURE;
}

static void check_days(struct report *report, const struct opening_rule *rule)
{
    const struct dating *dates = &rule->dates;

    if (is_dated(rule) == (rule->weekdays != 0))
        report_error(
            report, rule->origin,
            CODED("hours-wrong") "open: these hours have neither days nor a date, or have both; write one of the two: days: [saturday, "
                                 "sunday], or date: 2026-12-24");
    else if (is_uncertain(&dates->from) || is_uncertain(&dates->to))
        report_error(
            report, rule->origin,
            CODED("hours-wrong") "date: opening hours are given for whole days; write the day alone, 2026-12-24, or 2026-12-24/2027-01-06");
    else if (dates->to.date.year != 0 && moment_is_before(&dates->to, &dates->from, dates->calendar))
        report_error(report, rule->origin, CODED("span-reversed") "date: it ends before it begins; exchange the two days, or correct one");
}

static void check_times(struct report *report, struct opening_rule *rule)
{
    static const char *const faults[] = {
        [TIMES_UNREAD] = "is not read as times; write them as \"10:00-18:00\", \"10:00-13:00, 15:00-20:00\" or closed",
        [TIMES_BEYOND] = "has a time that no day has; hours go from 0:00 to 24:00, minutes to 59",
        [TIMES_REVERSED] = "closes before it opens; exchange the two times (a night may end by 6:00 of the next day)",
        [TIMES_OVERLAP] = "has times that lie in one another; write them one after the other",
        [TIMES_MANY] = "has more than four times; join some of them",
    };
    enum times_fault fault = times_parse(rule->times, rule->openings, &rule->opening_count);

    if (fault != TIMES_FINE)
        report_error(report, rule->origin, CODED("hours-wrong") "times: \"%s\" %s", report_quote(rule->times).text, faults[fault]);
}

static bool dates_meet(const struct opening_rule *one, const struct opening_rule *other)
{
    struct extent a = dating_extent(&one->dates), b = dating_extent(&other->dates);

    return is_dated(one) && is_dated(other) && a.earliest < b.latest && b.earliest < a.latest;
}

static void check_pair(struct report *report, const struct opening_rule *before, const struct opening_rule *rule)
{
    unsigned both = before->weekdays & rule->weekdays;

    for (size_t i = 0; i < COUNTOF(weekdays); i++)
        if (both >> i & 1)
            report_error(report, rule->origin,
                         CODED("hours-wrong") "days: %s has its times in line %d already; write all times of a day in one place: "
                                              "\"10:00-13:00, 15:00-20:00\"",
                         weekdays[i], before->origin.line);
    if (dates_meet(before, rule))
        report_error(report, rule->origin, CODED("hours-wrong") "date: a day of it has its times in line %d already; let one of the two go",
                     before->origin.line);
}

/* Of which days a rule with a fault is nobody knows: it meets no other. */
static void check_rule(struct report *report, struct hours *hours, int which)
{
    struct opening_rule *rule = &hours->rules[which];
    int errors = report->errors;

    check_days(report, rule);
    if (report->errors > errors) {
        rule->weekdays = 0;
        rule->dates = (struct dating){0};
    }
    check_times(report, rule);
    for (int i = 0; i < which; i++)
        check_pair(report, &hours->rules[i], rule);
}

void check_hours(struct exhibit *exhibit, struct findings *findings)
{
    struct hours *hours = exhibit->hours;
    struct report report = {.findings = findings, .file = "config/exhibit.yaml"};

    for (int i = 0; hours && i < hours->rule_count; i++)
        check_rule(&report, hours, i);
    if (report.errors > 0)
        exhibit->hours = NULL;
}
