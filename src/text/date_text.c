/* Patterns come from files; the schema has checked that they name nothing but {day}, {month} and {year}. */
#include "text/date_text.h"

#include <stdio.h>
#include <string.h>

static const char DASH[] = " \xE2\x80\x93 ";

/* The pattern with its names in braces filled in. */
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

const char *date_text(struct arena *arena, const struct date_format *format, struct date date, enum precision precision)
{
    switch (precision) {
    case PRECISION_DAY:
        return filled(arena, format->day, date, format->months[date.month - 1]);
    case PRECISION_MONTH:
        return filled(arena, format->month, date, format->months[date.month - 1]);
    case PRECISION_YEAR:
        break;
    }
    return arena_printf(arena, "%d", date.year);
}

/* The length of `first` without the whole words at its end that `second` ends with too. */
static size_t unshared_length(const char *first, const char *second)
{
    size_t at = strlen(first), other = strlen(second), length = at;

    while (at > 0 && other > 0 && first[at - 1] == second[other - 1]) {
        at--;
        other--;
        if (first[at] == ' ' && at > 0)
            length = at;
    }
    return length;
}

const char *date_text_interval(struct arena *arena, const struct date_format *format, struct date_interval interval,
                               enum precision precision)
{
    const char *first = date_text(arena, format, interval.from, precision), *last = date_text(arena, format, interval.to, precision);

    if (strcmp(first, last) == 0)
        return first;
    return arena_printf(arena, "%.*s%s%s", (int)unshared_length(first, last), first, DASH, last);
}
