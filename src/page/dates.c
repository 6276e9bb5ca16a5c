/* The calendar, and dates in a language's own pattern. */
#include "page/dates.h"

#include <stdio.h>
#include <string.h>

enum { DAYS_OF_ERA = 146097, EPOCH_SHIFT = 719468 };

static const char DASH[] = " \xE2\x80\x93 ";

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
