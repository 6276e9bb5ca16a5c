/* When the venue is open. Pure: times are those of a clock on its wall, in minutes since midnight of 1 January 1970 as that clock had it;
 * which moment of the world that is, and summer time, is the caller's matter. */
#pragma once

#include "exhibit/model.h"

/* A date's rule goes before the weekday's. A day of which no rule speaks is open all day if no rule speaks of weekdays, and else closed. */
bool hours_open(const struct hours *hours, int64_t wall_min);
/* When it next opens or closes after that time; INT64_MAX: not within a year. */
int64_t hours_change(const struct hours *hours, int64_t wall_min);
/* The day of that time, since 1 January 1970; and when a day begins. */
int hours_day(int64_t wall_min);
int64_t hours_day_begins(int day);
/* Those that begin on that day, as they are written; returns how many, none if it is closed. */
int hours_openings(const struct hours *hours, int day, const struct open_span **openings);
