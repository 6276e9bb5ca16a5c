/* Days of the calendar, and their numbers. The Gregorian calendar holds for all times, as in ISO 8601. Pure. */
#pragma once

#include "base/base.h"

/* Year 0: no date. Month and day 0: a year alone. */
struct date {
    int year, month, day;
};

/* How exactly a date is known: of PRECISION_YEAR only its year may be shown. */
enum precision { PRECISION_DAY, PRECISION_MONTH, PRECISION_YEAR };

/* "1973-09-11", a day that there is, from the year 1 on. False, and the date untouched, for anything else. */
bool date_parse(const char *text, struct date *date);
/* "1973", four digits: a year alone. */
bool date_parse_year(const char *text, struct date *date);
/* Below, at or above 0 as the one comes before, with or after the other; a year alone comes before its days. */
int date_compare(struct date one, struct date other);

/* The number of a day, counted from 1 January 1970, and the day of a number. Years may be 0 and below. */
int date_to_day(struct date date);
struct date date_from_day(int day);
