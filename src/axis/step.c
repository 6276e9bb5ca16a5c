/* Steps begin with the first day of a year, a month or a fifth of a month; the year 0 and those before it are years like all others. */
#include "axis/step.h"

#include "base/date.h"

enum { FIFTH = 5, LAST_FIFTH = 25 };

static int day_of(int year, int month, int day)
{
    return date_to_day((struct date){year, month, day});
}

/* months: counted from the year 0. */
static int day_of_month(int months)
{
    int year = int_floor_div(months, 12);

    return day_of(year, months - year * 12 + 1, 1);
}

/* 1, 5, 10 ... 25: the 30th would stand too near the first of the next month. */
static int fifth_of(int day_of_month)
{
    return day_of_month < FIFTH ? 1 : int_min(day_of_month / FIFTH * FIFTH, LAST_FIFTH);
}

int axis_step_begin(struct axis_step step, int day)
{
    struct date date = date_from_day(day);
    int months = date.year * 12 + date.month - 1;

    switch (step.unit) {
    case AXIS_DAYS:
        return step.count == 1 ? day : day - date.day + fifth_of(date.day);
    case AXIS_MONTHS:
        return day_of_month(int_floor_div(months, step.count) * step.count);
    case AXIS_YEARS:
        break;
    }
    return day_of(int_floor_div(date.year, step.count) * step.count, 1, 1);
}

int axis_step_next(struct axis_step step, int day)
{
    struct date date = date_from_day(axis_step_begin(step, day));
    int months = date.year * 12 + date.month - 1;

    switch (step.unit) {
    case AXIS_DAYS:
        if (step.count == 1)
            return day + 1;
        if (date.day >= LAST_FIFTH)
            return day_of_month(months + 1);
        return day_of(date.year, date.month, date.day < FIFTH ? FIFTH : date.day + FIFTH);
    case AXIS_MONTHS:
        return day_of_month(months + step.count);
    case AXIS_YEARS:
        break;
    }
    return day_of(date.year + step.count, 1, 1);
}

double axis_step_days(struct axis_step step)
{
    static const double days[] = {[AXIS_DAYS] = 1, [AXIS_MONTHS] = 365.2425 / 12, [AXIS_YEARS] = 365.2425};

    return days[step.unit] * step.count;
}
