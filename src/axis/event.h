/* When an event was, for the timeline, and which event stands beside another. Pure. */
#pragma once

#include "axis/scale.h"

enum { AXIS_RANGE_LEAST = 10 }; /* grains */

/* The finest that the exhibit's events tell of: a day or, where a time of day is known of any, a minute; in days. */
double axis_event_grain(const struct exhibit *exhibit);

/* All of the time that the event, or the era, may have covered: of a date known to the month, the whole month. */
struct axis_interval axis_event_interval(const struct event *event);
struct axis_interval axis_era_interval(const struct era *era);
/* The day that its mark and its label point to: the first of a date known to the day, the middle of a month or year. */
double axis_event_day(const struct event *event);
/* The same two as places on the axis. */
struct axis_interval axis_event_places(const struct exhibit *exhibit, int event);
double axis_event_place(const struct exhibit *exhibit, int event);
/* For its card: its display text; else a date, or an interval of dates, and behind " · " the second date if it has one. In the arena. */
const char *axis_event_text(struct arena *arena, const struct exhibit *exhibit, int language, const struct event *event);
/* From the beginning of the first to the end of the last of all events and eras, in days, AXIS_RANGE_LEAST grains at least; a year where
 * there are none. */
struct axis_interval axis_event_range(const struct exhibit *exhibit);

/* The next event in time (by 1) or the one before (by -1); `event` itself at an end. With event -1: the one nearest to `place`, which else
 * is not looked at. -1 only where there are no events. */
int axis_event_next(const struct exhibit *exhibit, int event, int by, double place);
/* The nearest event in the next lane below (by 1) or above (by -1) that has any; `event` itself where there is no such lane. */
int axis_event_across(const struct exhibit *exhibit, int event, int by);

/* Events less than a grain apart cannot be parted by looking closer, so a cluster of them opens as a list. Whether `event` stands in the
 * list that begins with `first`. */
bool axis_event_is_listed(const struct exhibit *exhibit, int event, int first);
/* Whether a list begins with this event: others follow it within the grain, none goes before. */
bool axis_event_heads_list(const struct exhibit *exhibit, int event);
