/* Steps begin with the first day of a year, a month or a fifth of a month; years are counted as on paper: of a step of
 * many years that would begin with a year 0, the first is the year 1. */
#include "axis/step.h"

#include "text/date.h"

#include <math.h>

enum { FIFTH = 5, LAST_FIFTH = 25, MINUTES_OF_DAY = 24 * 60 };
static const double ROUNDING = 1e-4; /* of a minute or a day: what sums of fractions may lack */

static int day_of(int year, int month, int day)
{
    return date_to_day((struct date){year, month, day});
}

/* Months are counted from January of 1 BC. */
static int month_number(struct date date)
{
    return date_year_to_number(date.year) * 12 + date.month - 1;
}

static int day_of_month(int months)
{
    int year = int_floor_div(months, 12);

    return day_of(date_year_from_number(year), months - year * 12 + 1, 1);
}

/* `year` may be 0, which is no year. */
static int day_of_year(int year)
{
    return day_of(year == 0 ? 1 : year, 1, 1);
}

/* The year, or 0, that a step of so many years begins with. */
static int year_begin(int count, int year)
{
    return count == 1 ? year : int_floor_div(year, count) * count;
}

/* 1, 5, 10 ... 25: the 30th would stand too near the first of the next month. */
static int fifth_of(int day_of_month)
{
    return day_of_month < FIFTH ? 1 : int_min(day_of_month / FIFTH * FIFTH, LAST_FIFTH);
}

/* As exact as a double holds it: the same number for the same minute, however it was come by. */
static double of_minutes(double minutes)
{
    return minutes / MINUTES_OF_DAY;
}

static int day_begin(struct axis_step step, int day)
{
    struct date date = date_from_day(day);
    int months = month_number(date);

    switch (step.unit) {
    case AXIS_MINUTES:
    case AXIS_DAYS:
        return step.count == 1 ? day : day - date.day + fifth_of(date.day);
    case AXIS_MONTHS:
        return day_of_month(int_floor_div(months, step.count) * step.count);
    case AXIS_YEARS:
        break;
    }
    return day_of_year(year_begin(step.count, date.year));
}

double axis_step_begin(struct axis_step step, double day)
{
    if (step.unit == AXIS_MINUTES)
        return of_minutes(floor(floor(day * MINUTES_OF_DAY + ROUNDING) / step.count) * step.count);
    return day_begin(step, (int)floor(day + ROUNDING));
}

double axis_step_next(struct axis_step step, double day)
{
    double begin = axis_step_begin(step, day);
    struct date date = date_from_day((int)floor(begin));
    int months = month_number(date);

    switch (step.unit) {
    case AXIS_MINUTES:
        return of_minutes(round(begin * MINUTES_OF_DAY) + step.count);
    case AXIS_DAYS:
        if (step.count == 1)
            return begin + 1;
        if (date.day >= LAST_FIFTH)
            return day_of_month(months + 1);
        return day_of(date.year, date.month, date.day < FIFTH ? FIFTH : date.day + FIFTH);
    case AXIS_MONTHS:
        return day_of_month(months + step.count);
    case AXIS_YEARS:
        break;
    }
    return day_of_year(year_begin(step.count, date.year) + step.count);
}

double axis_step_days(struct axis_step step)
{
    static const double days[] = {
        [AXIS_MINUTES] = 1.0 / MINUTES_OF_DAY, [AXIS_DAYS] = 1, [AXIS_MONTHS] = 365.2425 / 12, [AXIS_YEARS] = 365.2425};

    return days[step.unit] * step.count;
}
