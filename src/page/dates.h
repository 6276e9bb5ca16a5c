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
/* When an event was, for its card: a date or a span, and behind " · " its second date. */
const char *timeline_event_text(struct arena *arena, const struct words *words, const struct event *event);

/* Days from..to - 1, all that an event may have covered: of a date known to the month, the month. */
struct timeline_stretch {
    int from, to;
};

struct timeline_stretch timeline_stretch(const struct event *event);
/* Where its stem stands: the beginning of what is known to the day, the middle of a month or year. */
double timeline_anchor(const struct event *event);
/* All that the exhibit tells of, events and eras; a year of nothing where there are none. At least TIMELINE_RANGE_LEAST days. */
struct timeline_stretch timeline_range(const struct exhibit *exhibit);

enum { TIMELINE_RANGE_LEAST = 10 };

/* Every day, every fifth (1, 5, 10 ... 25), every so many months or years. */
enum timeline_unit { TIMELINE_DAYS, TIMELINE_MONTHS, TIMELINE_YEARS };

struct timeline_step {
    enum timeline_unit unit;
    int count; /* of days: 1 or 5; of months: a divisor of 12 */
};

/* Where the step that holds this day begins. */
int timeline_step_from(struct timeline_step step, int day);
/* Where the one after it begins. */
int timeline_step_after(struct timeline_step step, int day);
/* Its mean length in days. */
double timeline_step_days(struct timeline_step step);
