/* Events are by date, but what is known to a year only stands in its middle: places are sorted before they are counted. */
#include "axis/view.h"

#include <math.h>
#include <stdlib.h>

static const double MOST = 0.8;       /* of all events' weight */
static const double CROWDED = 0.2;    /* of all time, in which they lie */
static const double MARGIN = 0.15;    /* around them */
static const double PART = 0.25;      /* of what it opens on, a panel's events are shown with at least */
static const double NO_CLOSER = 0.75; /* of it, and what a panel's events are shown with is no closer look */
enum {
    LEAST_IMPORTANT = 3, /* its weight is 1, that of importance 1 is 3 */
    AROUND = 7,          /* so many events a panel's events are shown among, they themselves counted */
    NONE = -1,
};

struct weighed {
    double place;
    int weight;
};

static int compare_places(const void *one, const void *other)
{
    double a = ((const struct weighed *)one)->place, b = ((const struct weighed *)other)->place;

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
        if (events[to - 1].place - events[from].place < best.days)
            best = (struct axis_window){events[from].place, events[to - 1].place - events[from].place};
    }
    return best;
}

/* Where most of the events lie. */
static struct axis_window crowd_of(const struct exhibit *exhibit)
{
    struct axis_limits limits = axis_motion_limits(exhibit);
    struct axis_window all = {limits.from, limits.to - limits.from}, crowd;
    int count = exhibit->event_count, weight = 0;
    struct weighed *events = mem_alloc(sizeof(*events) * (size_t)(count + 1));

    for (int i = 0; i < count; i++) {
        events[i] = (struct weighed){axis_event_place(exhibit, i), LEAST_IMPORTANT + 1 - exhibit->events[i].importance};
        weight += events[i].weight;
    }
    qsort(events, (size_t)count, sizeof(*events), compare_places);
    crowd = shortest(events, count, MOST * weight);
    free(events);
    if (count == 0 || crowd.days >= CROWDED * all.days)
        return all;
    double margin = fmax(MARGIN * crowd.days, AXIS_RANGE_LEAST * limits.least / 2);

    return (struct axis_window){crowd.start - margin, crowd.days + 2 * margin};
}

struct axis_window axis_view_first(const struct exhibit *exhibit)
{
    struct extent days;

    if (exhibit->view.from.date.year == 0)
        return crowd_of(exhibit);
    days = dating_extent(&exhibit->view);
    struct axis_interval places = axis_scale_places(exhibit, (struct axis_interval){days.earliest, days.latest});

    return (struct axis_window){places.from, places.to - places.from};
}

/* ---- from a panel ---- */

static bool tells_of(const struct event *event, int panel)
{
    for (int i = 0; i < event->panel_count; i++)
        if (event->panels[i] == panel)
            return true;
    return false;
}

/* From the first of the panel's events to the last. */
static struct axis_interval hull_of(const struct exhibit *exhibit, int panel)
{
    struct axis_interval hull = {INFINITY, -INFINITY};

    for (int i = 0; i < exhibit->event_count; i++) {
        if (!tells_of(&exhibit->events[i], panel))
            continue;
        hull.from = fmin(hull.from, axis_event_place(exhibit, i));
        hull.to = fmax(hull.to, axis_event_place(exhibit, i));
    }
    return hull;
}

/* How far one must look beyond both ends to see so many events. */
static double reach_beyond(const struct exhibit *exhibit, struct axis_interval hull, int least)
{
    struct weighed *far = mem_alloc(sizeof(*far) * (size_t)(exhibit->event_count + 1));
    int count = exhibit->event_count;

    for (int i = 0; i < count; i++) {
        double place = axis_event_place(exhibit, i);

        far[i].place = fmax(0, fmax(hull.from - place, place - hull.to));
    }
    qsort(far, (size_t)count, sizeof(*far), compare_places);
    double reach = count > 0 ? far[int_min(least, count) - 1].place : 0;

    free(far);
    return reach;
}

struct axis_window axis_view_around(const struct exhibit *exhibit, int panel)
{
    struct axis_window first = axis_view_first(exhibit);
    struct axis_interval hull = hull_of(exhibit, panel);

    if (hull.from > hull.to)
        return first;
    double half = (hull.to - hull.from) / 2 + reach_beyond(exhibit, hull, AROUND);

    half = fmax(half * (1 + MARGIN), first.days * PART / 2);
    struct axis_interval shown = {(hull.from + hull.to) / 2 - half, (hull.from + hull.to) / 2 + half};

    if (2 * half >= NO_CLOSER * first.days) {
        shown.from = fmin(shown.from, first.start);
        shown.to = fmax(shown.to, first.start + first.days);
    }
    return (struct axis_window){shown.from, shown.to - shown.from};
}

/* ---- quiet ---- */

double axis_view_share(struct axis_interval places, struct axis_window window)
{
    return fmax(0, fmin(places.to, window.start + window.days) - fmax(places.from, window.start)) / window.days;
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

/* The event that a closer look is for. */
static int event_meant(const struct exhibit *exhibit, struct axis_zoom zoom, struct axis_window window)
{
    double at = window.start + zoom.share * window.days, nearest = INFINITY;
    int best = NONE, importance = LEAST_IMPORTANT + 1;

    for (int i = 0; i < exhibit->event_count; i++) {
        double place = axis_event_place(exhibit, i), far = fabs(place - at);

        if (place < window.start || place > window.start + window.days)
            continue;
        if (i == zoom.event)
            return i;
        if (exhibit->events[i].importance > importance || (exhibit->events[i].importance == importance && far >= nearest))
            continue;
        importance = exhibit->events[i].importance;
        nearest = far;
        best = i;
    }
    return best == NONE ? axis_event_next(exhibit, NONE, 1, at) : best;
}

void axis_view_zoom(struct axis_motion *motion, const struct exhibit *exhibit, struct axis_zoom zoom, int64_t now_ms)
{
    struct axis_window window = axis_motion_bound(motion);
    int event = zoom.factor > 1 ? event_meant(exhibit, zoom, window) : NONE;

    if (event == NONE)
        axis_motion_zoom(motion, zoom.factor, zoom.share, now_ms);
    else
        axis_motion_centre(motion, axis_event_place(exhibit, event), window.days / zoom.factor, now_ms);
}
