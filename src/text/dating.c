/* A moment is never a point: a year lasts a year. */
#include "text/dating.h"

enum { MINUTES_OF_DAY = 24 * 60 };

static const double DAYS_OF_YEAR = 365.2425, DAYS_OF_MONTH = 365.2425 / 12;

enum precision moment_precision(const struct moment *moment)
{
    return moment->timed ? PRECISION_MINUTE : date_precision(moment->date);
}

struct moment moment_cut(struct moment moment, enum precision precision)
{
    moment.date = date_cut(moment.date, precision);
    moment.timed = moment.timed && precision == PRECISION_MINUTE;
    moment.minute = moment.timed ? moment.minute : 0;
    return moment;
}

/* As if it were sure. */
static struct extent written_extent(const struct moment *moment, enum calendar calendar)
{
    struct date date = moment->date, next = date;
    double first = date_calendar_to_day(calendar, date), minute = (double)moment->minute;

    switch (moment_precision(moment)) {
    case PRECISION_MINUTE:
        return (struct extent){first + minute / MINUTES_OF_DAY, first + (minute + 1) / MINUTES_OF_DAY};
    case PRECISION_DAY:
        return (struct extent){first, first + 1};
    case PRECISION_MONTH:
        return (struct extent){first, first + date_days_of_month(calendar, date)};
    case PRECISION_YEAR:
        break;
    }
    next.year = date_year_from_number(date_year_to_number(date.year) + 1);
    return (struct extent){first, date_calendar_to_day(calendar, next)};
}

/* Days; round years are rounder guesses. */
static double doubt_of(const struct moment *moment)
{
    switch (moment_precision(moment)) {
    case PRECISION_MINUTE:
        return 30.0 / MINUTES_OF_DAY;
    case PRECISION_DAY:
        return 3;
    case PRECISION_MONTH:
        return DAYS_OF_MONTH / 2;
    case PRECISION_YEAR:
        break;
    }
    return DAYS_OF_YEAR * (moment->date.year % 100 == 0 ? 25 : moment->date.year % 10 == 0 ? 5 : 1);
}

struct extent moment_extent(const struct moment *moment, enum calendar calendar)
{
    struct extent extent = written_extent(moment, calendar);
    double doubt = moment->surety == DATE_SURE ? 0 : doubt_of(moment);

    return (struct extent){extent.earliest - doubt, extent.latest + doubt};
}

const struct moment *dating_last(const struct dating *dating)
{
    return dating->to.date.year ? &dating->to : &dating->from;
}

struct extent dating_extent(const struct dating *dating)
{
    struct extent first = moment_extent(&dating->from, dating->calendar), last = moment_extent(dating_last(dating), dating->calendar);

    return (struct extent){first.earliest, last.latest > first.latest ? last.latest : first.latest};
}

double dating_point(const struct dating *dating)
{
    struct extent extent = written_extent(&dating->from, dating->calendar);

    return moment_precision(&dating->from) <= PRECISION_DAY ? extent.earliest : (extent.earliest + extent.latest) / 2;
}

bool moment_is_before(const struct moment *one, const struct moment *other, enum calendar calendar)
{
    return written_extent(one, calendar).latest <= written_extent(other, calendar).earliest;
}
