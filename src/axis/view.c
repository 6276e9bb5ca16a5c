/* Events are by date, but what is known to a year only stands in its middle: places are sorted before they are counted. */
#include "axis/view.h"

#include <math.h>
#include <stdlib.h>

static const double MOST = 0.8;                          /* of all events' weight */
static const double CROWDED = 0.2;                       /* of all time, in which they lie */
static const double MARGIN = 0.15;                       /* around them */
static const double KEPT_LEAST = 0.05, KEPT_MOST = 0.95; /* an event between these keeps its place, and that in focus anywhere */
enum { LEAST_IMPORTANT = 3, NONE = -1 };                 /* its weight is 1, that of importance 1 is 3 */

struct weighed {
    double day;
    int weight;
};

static int compare_days(const void *one, const void *other)
{
    double a = ((const struct weighed *)one)->day, b = ((const struct weighed *)other)->day;

    return (a > b) - (a < b);
}

/* The shortest window over events that weigh `least` together. */
static struct axis_window shortest(const struct weighed *events, int count, double least)
{
    struct axis_window best = {0, INFINITY};
    int weight = 0;

    for (int from = 0, to = 0; from < count; weight -= events[from++].weight) {
        while (to < count && weight < least)
            weight += events[to++].weight;
        if (weight < least)
            break;
        if (events[to - 1].day - events[from].day < best.days)
            best = (struct axis_window){events[from].day, events[to - 1].day - events[from].day};
    }
    return best;
}

struct axis_window axis_view_first(const struct exhibit *exhibit)
{
    struct axis_limits limits = axis_motion_limits(exhibit);
    struct axis_window all = {limits.from, limits.to - limits.from}, crowd;
    int count = exhibit->event_count, weight = 0;
    struct weighed *events = mem_alloc(sizeof(*events) * (size_t)(count + 1));

    for (int i = 0; i < count; i++) {
        events[i] = (struct weighed){axis_event_day(&exhibit->events[i]), LEAST_IMPORTANT + 1 - exhibit->events[i].importance};
        weight += events[i].weight;
    }
    qsort(events, (size_t)count, sizeof(*events), compare_days);
    crowd = shortest(events, count, MOST * weight);
    free(events);
    if (count == 0 || crowd.days >= CROWDED * all.days)
        return all;
    double margin = fmax(MARGIN * crowd.days, AXIS_RANGE_LEAST * limits.least / 2);

    return (struct axis_window){crowd.start - margin, crowd.days + 2 * margin};
}

double axis_view_share(struct axis_interval days, struct axis_window window)
{
    return fmax(0, fmin(days.to, window.start + window.days) - fmax(days.from, window.start)) / window.days;
}

double axis_view_quiet(const struct axis_interval *intervals, int count, struct axis_window window, struct axis_quiet *quiet)
{
    int last = NONE; /* the event that ends latest of those so far */
    double most = 0;

    for (int i = 0; i < count; i++) {
        struct axis_interval between = {last == NONE ? 0 : intervals[last].to, intervals[i].from};
        double share = last == NONE || between.from >= between.to ? 0 : axis_view_share(between, window);

        if (share > most) {
            most = share;
            *quiet = (struct axis_quiet){last, i, between};
        }
        if (last == NONE || intervals[i].to > intervals[last].to)
            last = i;
    }
    return most;
}

/* ---- looking closer ---- */

/* Whether the window shows a part of any event. */
static bool has_event(const struct exhibit *exhibit, struct axis_window window)
{
    for (int i = 0; i < exhibit->event_count; i++)
        if (axis_view_share(axis_event_interval(&exhibit->events[i]), window) > 0)
            return true;
    return false;
}

static double share_of(const struct exhibit *exhibit, int event, struct axis_window window)
{
    return event < 0 ? NONE : (axis_event_day(&exhibit->events[event]) - window.start) / window.days;
}

void axis_view_zoom(struct axis_motion *motion, const struct exhibit *exhibit, struct axis_zoom zoom, int64_t now_ms)
{
    struct axis_window from = axis_motion_bound(motion), to = {.days = from.days / zoom.factor};
    double share = share_of(exhibit, zoom.event, from);
    bool focused = share >= 0 && share <= 1;
    int event = focused ? zoom.event : axis_event_next(exhibit, NONE, 1, from.start + from.days / 2);

    share = share_of(exhibit, event, from);
    bool seen = focused || (share >= KEPT_LEAST && share <= KEPT_MOST);

    to.start = from.start + (from.days - to.days) / 2;
    if (zoom.factor > 1 && event >= 0 && !seen && !has_event(exhibit, to))
        axis_motion_show(motion, axis_event_day(&exhibit->events[event]), to.days, now_ms);
    else
        axis_motion_zoom(motion, zoom.factor, seen ? share : 0.5, now_ms);
}
