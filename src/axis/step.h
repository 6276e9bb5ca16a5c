/* Steps of the calendar: where the ticks of the axis stand, and how much time a month or a year takes. Pure. */
#pragma once

enum axis_unit { AXIS_MINUTES, AXIS_DAYS, AXIS_MONTHS, AXIS_YEARS };

/* Every `count` units. Of minutes: a divisor of a day's 1,440; of days: 1, or 5 for the 1st, 5th, 10th ... 25th of each month; of months: a
 * divisor of 12; of years: any. */
struct axis_step {
    enum axis_unit unit;
    int count;
};

/* Days are numbers as in text/date.h, with the time of day as a fraction. The beginning of the step that holds this time. */
double axis_step_begin(struct axis_step step, double day);
/* The beginning of the step after the one that holds this time. */
double axis_step_next(struct axis_step step, double day);
/* Its mean length in days. */
double axis_step_days(struct axis_step step);
