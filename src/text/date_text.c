/* Patterns come from files; the schema has checked that they name nothing but what is filled in here. */
#include "text/date_text.h"

#include "text/pattern.h"

#include <string.h>

static const char DASH[] = " \xE2\x80\x93 ";

static const char *with_date(struct arena *arena, const char *pattern, const char *date)
{
    return pattern_filled(arena, pattern, (const struct pattern_fill[]){{"{date}", date}, {0}});
}

/* In the language's reckoning; below 0: before its beginning. No reckoning has a year 0. */
static int counted_year(const struct date_format *format, struct date date)
{
    int year = date.year + format->years_added;

    if (format->years_added == 0 || date.year > 0)
        return year;
    return year >= 0 ? year + 1 : year;
}

/* Without BC or AD. */
static const char *bare_text(struct arena *arena, const struct date_format *format, struct date date)
{
    bool day = date_precision(date) <= PRECISION_DAY;
    int year = counted_year(format, date);
    const char *const *months = day || !format->months_alone ? format->months : format->months_alone;
    const struct pattern_fill fills[] = {
        {"{day}", digits_text(arena, format->digits, date.day, 1)},
        {"{month}", date.month > 0 ? months[date.month - 1] : ""},
        {"{year}", digits_text(arena, format->digits, year < 0 ? -year : year, 1)},
        {0},
    };

    if (day)
        return pattern_filled(arena, format->day, fills);
    if (date_precision(date) == PRECISION_MONTH)
        return pattern_filled(arena, format->month, fills);
    return format->year ? pattern_filled(arena, format->year, fills) : fills[2].value;
}

const char *date_text(struct arena *arena, const struct date_format *format, struct date date)
{
    const char *bare = bare_text(arena, format, date);

    return counted_year(format, date) < 0 ? with_date(arena, format->before_christ, bare) : bare;
}

/* ---- one moment ---- */

const char *date_text_clock(struct arena *arena, const struct date_format *format, int minute)
{
    int hour = minute / 60, hour12 = (hour + 11) % 12 + 1;
    const struct pattern_fill fills[] = {
        {"{hour}", digits_text(arena, format->digits, hour, 1)},
        {"{hour12}", digits_text(arena, format->digits, hour12, 1)},
        {"{minute}", digits_text(arena, format->digits, minute % 60, 2)},
        {"{half}", format->halves ? format->halves[hour / 12] : ""},
        {0},
    };

    return pattern_filled(arena, format->clock ? format->clock : "{hour}:{minute}", fills);
}

/* Only where there were two calendars, and the day matters. */
static bool needs_both(const struct moment *moment, enum calendar calendar)
{
    static const struct date reform = {1582, 10, 5};

    return calendar == CALENDAR_JULIAN && moment_precision(moment) <= PRECISION_DAY && date_compare(moment->date, reform) >= 0;
}

/* The words around a date: what is not sure, and which era it is of where that must be said. */
static const char *surrounded(struct arena *arena, const struct date_format *format, const struct moment *moment, const char *text)
{
    switch (moment->surety) {
    case DATE_SURE:
        break;
    case DATE_ABOUT:
        return with_date(arena, format->about, text);
    case DATE_DOUBTED:
        return arena_printf(arena, "%s?", text);
    }
    return text;
}

const char *date_text_moment(struct arena *arena, const struct date_format *format, const struct moment *moment, enum calendar calendar)
{
    const char *text = date_text(arena, format, moment->date);

    if (needs_both(moment, calendar))
        text = arena_printf(arena, "%s (%s)", text,
                            date_text(arena, format, date_from_day(date_calendar_to_day(CALENDAR_JULIAN, moment->date))));
    if (moment->timed)
        text = pattern_filled(
            arena, format->time,
            (const struct pattern_fill[]){{"{date}", text}, {"{time}", date_text_clock(arena, format, moment->minute)}, {0}});
    return surrounded(arena, format, moment, text);
}

/* ---- spans ---- */

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

static bool is_same_day(const struct dating *dating)
{
    return dating->from.timed && dating->to.timed && date_compare(dating->from.date, dating->to.date) == 0 &&
           dating->from.surety == dating->to.surety;
}

const char *date_text_dating(struct arena *arena, const struct date_format *format, const struct dating *dating)
{
    const struct moment *from = &dating->from, *to = dating_last(dating);
    const char *first = date_text_moment(arena, format, from, dating->calendar);
    const char *last = date_text_moment(arena, format, to, dating->calendar);

    if (strcmp(first, last) == 0)
        return first;
    if (is_same_day(dating))
        return arena_printf(arena, "%s%s%s%s", first, DASH, date_text_clock(arena, format, to->minute),
                            to->surety == DATE_DOUBTED ? "?" : "");
    bool eras = counted_year(format, from->date) < 0 && counted_year(format, to->date) > 0;

    if (eras) {
        struct moment sure = *to;

        sure.surety = DATE_SURE;
        last = with_date(arena, format->anno_domini, date_text_moment(arena, format, &sure, dating->calendar));
        last = surrounded(arena, format, to, last);
    }
    bool shares = !eras && from->surety == to->surety && !needs_both(from, dating->calendar) && !needs_both(to, dating->calendar);
    size_t unshared = shares ? unshared_length(first, last) : strlen(first);

    return arena_printf(arena, "%.*s%s%s", (int)unshared, first, DASH, last);
}
