/* The calendar, and dates in a language's own pattern. */
#include "page/dates.h"

#include <stdio.h>
#include <string.h>

enum { DAYS_OF_ERA = 146097, EPOCH_SHIFT = 719468, FIFTH = 5, LAST_FIFTH = 25 };

static const char DASH[] = " \xE2\x80\x93 ", DOT[] = " \xC2\xB7 ";

static int floor_div(int value, int by)
{
    return value / by - (value % by < 0);
}

/* Years begin in March here, so that the leap day is the last of its year; eras of 400 years are all alike. */
int timeline_day(struct date date)
{
    int year = date.year - (date.month <= 2), era = floor_div(year, 400), of_era = year - era * 400;
    int of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;

    return era * DAYS_OF_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH_SHIFT;
}

struct date timeline_date(int day)
{
    int shifted = day + EPOCH_SHIFT, era = floor_div(shifted, DAYS_OF_ERA), of_era = shifted - era * DAYS_OF_ERA;
    int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
    struct date date = {.day = of_year - (153 * month + 2) / 5 + 1, .month = month < 10 ? month + 3 : month - 9};

    date.year = year + era * 400 + (date.month <= 2);
    return date;
}

/* ---- words ---- */

/* The pattern with its names in braces filled in; the schema has checked that it knows no others. */
static const char *filled(struct arena *arena, const char *pattern, struct date date, const char *month)
{
    char day[16], year[16];
    const struct {
        const char *name, *value;
    } values[] = {{"{day}", day}, {"{month}", month}, {"{year}", year}};
    char *text = arena_alloc(arena, strlen(pattern) + strlen(month) + sizeof(day) + sizeof(year)), *end = text;

    snprintf(day, sizeof(day), "%d", date.day);
    snprintf(year, sizeof(year), "%d", date.year);
    while (*pattern) {
        const char *value = NULL;

        for (size_t i = 0; i < COUNTOF(values) && !value; i++) {
            if (strncmp(pattern, values[i].name, strlen(values[i].name)) == 0) {
                value = values[i].value;
                pattern += strlen(values[i].name);
            }
        }
        if (!value) {
            *end++ = *pattern++;
            continue;
        }
        while (*value)
            *end++ = *value++;
    }
    return text;
}

const char *timeline_date_text(struct arena *arena, const struct words *words, struct date date, enum precision precision)
{
    const char *month = words->months[date.month - 1];

    switch (precision) {
    case PRECISION_DAY:
        return filled(arena, words->date, date, month);
    case PRECISION_MONTH:
        return filled(arena, words->month_year, date, month);
    case PRECISION_YEAR:
        break;
    }
    return arena_printf(arena, "%d", date.year);
}

/* Bytes of the first text in front of the words at its end that the second ends with too. */
static size_t unshared(const char *first, const char *second)
{
    size_t one = strlen(first), other = strlen(second), at = one, keep = one;

    while (at > 0 && other > 0 && first[at - 1] == second[other - 1]) {
        at--;
        other--;
        if (first[at] == ' ' && at > 0)
            keep = at;
    }
    return keep;
}

const char *timeline_span_text(struct arena *arena, const struct words *words, struct date from, struct date to, enum precision precision)
{
    const char *first = timeline_date_text(arena, words, from, precision), *last = timeline_date_text(arena, words, to, precision);

    if (strcmp(first, last) == 0)
        return first;
    return arena_printf(arena, "%.*s%s%s", (int)unshared(first, last), first, DASH, last);
}

const char *timeline_event_text(struct arena *arena, const struct words *words, const struct event *event)
{
    const char *text = timeline_span_text(arena, words, event->date, event->to.year ? event->to : event->date, event->precision);

    if (event->second_date.year == 0)
        return text;
    return arena_printf(arena, "%s%s%s", text, DOT, timeline_date_text(arena, words, event->second_date, event->precision));
}

/* ---- stretches ---- */

static struct timeline_step step_of(enum precision precision)
{
    static const struct timeline_step steps[] = {
        [PRECISION_DAY] = {TIMELINE_DAYS, 1}, [PRECISION_MONTH] = {TIMELINE_MONTHS, 1}, [PRECISION_YEAR] = {TIMELINE_YEARS, 1}};

    return steps[precision];
}

struct timeline_stretch timeline_stretch(const struct event *event)
{
    struct timeline_step step = step_of(event->precision);
    int last = timeline_day(event->to.year ? event->to : event->date);

    return (struct timeline_stretch){timeline_step_from(step, timeline_day(event->date)), timeline_step_after(step, last)};
}

double timeline_anchor(const struct event *event)
{
    struct timeline_step step = step_of(event->precision);
    int from = timeline_step_from(step, timeline_day(event->date));

    return event->precision == PRECISION_DAY ? from : (from + timeline_step_after(step, from)) / 2.0;
}

static void include(struct timeline_stretch *range, int from, int to)
{
    if (range->from == range->to)
        *range = (struct timeline_stretch){from, to};
    range->from = int_min(range->from, from);
    range->to = int_max(range->to, to);
}

struct timeline_stretch timeline_range(const struct exhibit *exhibit)
{
    struct timeline_stretch range = {0, 0};

    for (int i = 0; i < exhibit->era_count; i++)
        include(&range, timeline_day(exhibit->eras[i].from), timeline_day(exhibit->eras[i].to) + 1);
    for (int i = 0; i < exhibit->event_count; i++) {
        struct timeline_stretch stretch = timeline_stretch(&exhibit->events[i]);

        include(&range, stretch.from, stretch.to);
    }
    if (range.from == range.to)
        range.to = timeline_step_after((struct timeline_step){TIMELINE_YEARS, 1}, range.from);
    int lack = int_max(0, TIMELINE_RANGE_LEAST - (range.to - range.from));

    return (struct timeline_stretch){range.from - lack / 2, range.to + lack - lack / 2};
}

/* ---- steps ---- */

static int day_of(int year, int month, int day)
{
    return timeline_day((struct date){year, month, day});
}

/* months: counted from the year 0. */
static int day_of_month(int months)
{
    int year = floor_div(months, 12);

    return day_of(year, months - year * 12 + 1, 1);
}

/* 1, 5, 10 ... 25: the 30th would stand too near the first of the next month. */
static int fifth_of(int day_of_month)
{
    return day_of_month < FIFTH ? 1 : int_min(day_of_month / FIFTH * FIFTH, LAST_FIFTH);
}

int timeline_step_from(struct timeline_step step, int day)
{
    struct date date = timeline_date(day);
    int months = date.year * 12 + date.month - 1;

    switch (step.unit) {
    case TIMELINE_DAYS:
        return step.count == 1 ? day : day - date.day + fifth_of(date.day);
    case TIMELINE_MONTHS:
        return day_of_month(floor_div(months, step.count) * step.count);
    case TIMELINE_YEARS:
        break;
    }
    return day_of(floor_div(date.year, step.count) * step.count, 1, 1);
}

int timeline_step_after(struct timeline_step step, int day)
{
    struct date date = timeline_date(timeline_step_from(step, day));
    int months = date.year * 12 + date.month - 1;

    switch (step.unit) {
    case TIMELINE_DAYS:
        if (step.count == 1)
            return day + 1;
        if (date.day >= LAST_FIFTH)
            return day_of_month(months + 1);
        return day_of(date.year, date.month, date.day < FIFTH ? FIFTH : date.day + FIFTH);
    case TIMELINE_MONTHS:
        return day_of_month(months + step.count);
    case TIMELINE_YEARS:
        break;
    }
    return day_of(date.year + step.count, 1, 1);
}

double timeline_step_days(struct timeline_step step)
{
    static const double days[] = {[TIMELINE_DAYS] = 1, [TIMELINE_MONTHS] = 365.2425 / 12, [TIMELINE_YEARS] = 365.2425};

    return days[step.unit] * step.count;
}
