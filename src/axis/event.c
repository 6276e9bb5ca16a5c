/* Events lie in the exhibit by date, so neighbours in time are neighbours in the array. */
#include "axis/event.h"

#include "axis/step.h"

#include <math.h>

static const double MINUTE = 1.0 / (24 * 60), EQUAL = 1e-7; /* days; EQUAL: far less than a minute, more than sums of fractions err */
static const char DOT[] = " \xC2\xB7 ";

/* ---- one event ---- */

static struct axis_interval interval_of(const struct dating *dating)
{
    struct extent extent = dating_extent(dating);

    return (struct axis_interval){extent.earliest, extent.latest};
}

struct axis_interval axis_event_interval(const struct event *event)
{
    return interval_of(&event->when);
}

double axis_event_day(const struct event *event)
{
    return dating_point(&event->when);
}

struct axis_interval axis_event_places(const struct exhibit *exhibit, int event)
{
    return axis_scale_places(exhibit, axis_event_interval(&exhibit->events[event]));
}

double axis_event_place(const struct exhibit *exhibit, int event)
{
    return axis_scale_place(exhibit, axis_event_day(&exhibit->events[event]));
}

struct axis_interval axis_era_interval(const struct era *era)
{
    return interval_of(&era->when);
}

const char *axis_event_text(struct arena *arena, const struct exhibit *exhibit, int language, const struct event *event)
{
    const char *display = text_in(event->display, language);
    const struct date_format *format = &exhibit->words[language].dates;

    if (display[0])
        return display;
    const char *text = date_text_dating(arena, format, &event->when);

    if (event->second.date.year == 0)
        return text;
    return arena_printf(arena, "%s%s%s", text, DOT, date_text_moment(arena, format, &event->second, event->when.calendar));
}

/* ---- all events ---- */

double axis_event_grain(const struct exhibit *exhibit)
{
    return exhibit->has_times ? MINUTE : 1;
}

static void include(struct axis_interval *range, struct axis_interval more)
{
    if (range->from >= range->to)
        *range = more;
    range->from = fmin(range->from, more.from);
    range->to = fmax(range->to, more.to);
}

struct axis_interval axis_event_range(const struct exhibit *exhibit)
{
    struct axis_interval range = {0, 0};

    for (int i = 0; i < exhibit->era_count; i++)
        include(&range, axis_era_interval(&exhibit->eras[i]));
    for (int i = 0; i < exhibit->event_count; i++)
        include(&range, axis_event_interval(&exhibit->events[i]));
    if (range.from >= range.to)
        range.to = axis_step_next((struct axis_step){AXIS_YEARS, 1}, range.from);
    double grain = axis_event_grain(exhibit), lack = fmax(0, AXIS_RANGE_LEAST - (range.to - range.from) / grain);

    return (struct axis_interval){range.from - floor(lack / 2) * grain, range.to + ceil(lack / 2) * grain};
}

/* ---- neighbours ---- */

/* Of one lane, or of all for -1; -1 where there is none. */
static int nearest_event(const struct exhibit *exhibit, int lane, double place)
{
    int best = -1;
    double least = INFINITY;

    for (int i = 0; i < exhibit->event_count; i++) {
        double far = fabs(axis_event_place(exhibit, i) - place);

        if ((lane < 0 || exhibit->events[i].lane == lane) && far < least) {
            least = far;
            best = i;
        }
    }
    return best;
}

int axis_event_next(const struct exhibit *exhibit, int event, int by, double place)
{
    int next = event + by;

    if (event < 0)
        return nearest_event(exhibit, -1, place);
    return next >= 0 && next < exhibit->event_count ? next : event;
}

/* How far down a lane stands. */
static int lane_place(const struct exhibit *exhibit, int lane)
{
    return lane + (int)exhibit->lanes[lane].side * EXHIBIT_LANES_MAX;
}

/* The next lane below (by 1) or above (by -1); -1 for none. */
static int lane_beside(const struct exhibit *exhibit, int lane, int by)
{
    int found = -1, best = INT32_MAX;

    for (int other = 0; other < exhibit->lane_count; other++) {
        int far = (lane_place(exhibit, other) - lane_place(exhibit, lane)) * by;

        if (far <= 0 || far >= best)
            continue;
        best = far;
        found = other;
    }
    return found;
}

int axis_event_across(const struct exhibit *exhibit, int event, int by)
{
    double place = axis_event_place(exhibit, event);

    for (int lane = lane_beside(exhibit, exhibit->events[event].lane, by); lane >= 0; lane = lane_beside(exhibit, lane, by)) {
        int nearest = nearest_event(exhibit, lane, place);

        if (nearest >= 0)
            return nearest;
    }
    return event;
}

bool axis_event_is_listed(const struct exhibit *exhibit, int event, int first)
{
    return fabs(axis_event_day(&exhibit->events[event]) - axis_event_day(&exhibit->events[first])) < axis_event_grain(exhibit) - EQUAL;
}

bool axis_event_heads_list(const struct exhibit *exhibit, int event)
{
    return event + 1 < exhibit->event_count && axis_event_is_listed(exhibit, event + 1, event) &&
           (event == 0 || !axis_event_is_listed(exhibit, event - 1, event));
}
