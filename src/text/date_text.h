/* Dates as a language writes them. Texts lie in the arena. Pure. */
#pragma once

#include "base/date.h"
#include "base/mem.h"

/* day: the pattern of a day, with {day}, {month} and {year}; month: that of a month, with {month} and {year}. months: twelve names. */
struct date_format {
    const char *day, *month;
    const char *const *months;
};

/* Both days belong to it. */
struct date_interval {
    struct date from, to;
};

/* "11 September 1973", "November 1975", "1972": no more than the precision allows. A year alone needs PRECISION_YEAR. */
const char *date_text(struct arena *arena, const struct date_format *format, struct date date, enum precision precision);
/* "31 March – 1 April 1964", "21 – 22 August 1971": what both ends share at their end is said once. Equal ends: one date. */
const char *date_text_interval(struct arena *arena, const struct date_format *format, struct date_interval interval,
                               enum precision precision);
