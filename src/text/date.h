/* Days of the calendar, and their numbers. Pure.
 *
 * Years are counted as historians do: 44 BC is -44, and no year 0 lies between 1 BC and AD 1. The Gregorian calendar holds for all times,
 * as in ISO 8601, unless a date is said to be of the Julian one. */
#pragma once

#include "base/base.h"

enum { DATE_YEAR_MAX = 9999 };

/* Year 0: no date. Month 0: a year alone; day 0: a month alone. */
struct date {
    int year, month, day;
};

/* How exactly a date is known. Greater is coarser. */
enum precision { PRECISION_MINUTE, PRECISION_DAY, PRECISION_MONTH, PRECISION_YEAR };

enum calendar { CALENDAR_GREGORIAN, CALENDAR_JULIAN };

/* Never PRECISION_MINUTE. */
enum precision date_precision(struct date date);
/* Without what is finer than that. */
struct date date_cut(struct date date, enum precision precision);
/* Below, at or above 0 as the one comes before, with or after the other; a year alone comes before its days. */
int date_compare(struct date one, struct date other);
/* How many days a month of that year has. */
int date_days_of_month(enum calendar calendar, struct date month);

/* The number of a day, counted from 1 January 1970, and the day of a number. A year or a month alone stands for its first day. */
int date_to_day(struct date date);
struct date date_from_day(int day);
/* The number of a day of that calendar. */
int date_calendar_to_day(enum calendar calendar, struct date date);

/* Years as one row of whole numbers, for sums: 1 BC is 0, 2 BC is -1. */
int date_year_to_number(int year);
int date_year_from_number(int number);
