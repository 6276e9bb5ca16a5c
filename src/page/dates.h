/* Time as the timeline counts it: days, dates in words, and the steps that ticks stand on. Pure.
 * A day is counted from 1 January 1970, in the Gregorian calendar before 1582 too. */
#pragma once

#include "base/mem.h"
#include "exhibit/model.h"

int timeline_day(struct date date);
struct date timeline_date(int day);

/* "11 September 1973", "November 1975", "1972": no more than the precision allows, by the patterns of words.yaml. In the arena. */
const char *timeline_date_text(struct arena *arena, const struct words *words, struct date date, enum precision precision);
/* "31 March – 1 April 1964", "21 – 22 August 1971": what both ends share at their end is said once. Equal ends: one date. */
const char *timeline_span_text(struct arena *arena, const struct words *words, struct date from, struct date to, enum precision precision);
