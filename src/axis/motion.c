/* Positions are doubles: a window of one day may stand in the middle of centuries. */
#include "axis/motion.h"

#include <math.h>

enum { LIMIT_PARTS = 20 };

/* Beyond an end the window follows a finger by this share of its way at first, and by no more than this share of its length in all. */
static const double RUBBER_SLOPE = 0.5, RUBBER_REACH = 0.22;
/* An event that is shown stands between LEAST and MOST of the window; one that does not is brought to AT, with room for its label behind.
 */
static const double SHOW_LEAST = 0.1, SHOW_MOST = 0.7, SHOW_AT = 0.38;
static const double CUBIC_SLOPE = 3; /* of the ease-out curve at its beginning, as in tween.c */

static double clamped(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

static struct axis_window within(const struct axis_motion *motion, struct axis_window window)
{
    double days = clamped(window.days, motion->limits.least, motion->limits.to - motion->limits.from);

    return (struct axis_window){clamped(window.start, motion->limits.from, motion->limits.to - days), days};
}

struct axis_limits axis_motion_limits(const struct exhibit *exhibit)
{
    struct axis_interval range = axis_scale_places(exhibit, axis_event_range(exhibit));
    double grain = axis_event_grain(exhibit), more = fmax(1, floor((range.to - range.from) / grain / LIMIT_PARTS)) * grain;

    return (struct axis_limits){range.from - more, range.to + more, grain};
}

void axis_motion_init(struct axis_motion *motion, struct axis_limits limits, bool reduced)
{
    *motion = (struct axis_motion){.limits = limits, .reduced = reduced, .to = {limits.from, limits.to - limits.from}};
}

void axis_motion_rest(struct axis_motion *motion, struct axis_window window)
{
    motion->to = within(motion, window);
    motion->duration_ms = 0;
    motion->held = false;
}

/* ---- rubber ---- */

static double stretched(double beyond, double days)
{
    return beyond / (1 / RUBBER_SLOPE + beyond / (RUBBER_REACH * days));
}

static double unstretched(double shown, double days)
{
    double share = clamped(shown / (RUBBER_REACH * days), 0, 0.95);

    return shown / RUBBER_SLOPE / (1 - share);
}

/* What lies beyond an end is shown as give says: `stretched` tells where a pulled window is shown, `unstretched` where a shown one was
 * pulled to. */
static struct axis_window rubber(const struct axis_motion *motion, struct axis_window window, double give(double beyond, double days))
{
    double least = motion->limits.from, most = motion->limits.to - window.days;

    if (window.start < least)
        window.start = least - give(least - window.start, window.days);
    else if (window.start > most)
        window.start = most + give(window.start - most, window.days);
    return window;
}

/* ---- running ---- */

/* A zoom looks even when the length changes by equal factors; the beginning then moves so that the place at which both windows agree stays
 * in its place. */
static struct axis_window between(struct axis_window from, struct axis_window to, double share)
{
    double days = from.days * pow(to.days / from.days, share);

    if (fabs(to.days - from.days) > 1e-6 * from.days)
        share = (days - from.days) / (to.days - from.days);
    return (struct axis_window){from.start + (to.start - from.start) * share, days};
}

bool axis_motion_running(const struct axis_motion *motion, int64_t now_ms)
{
    return !motion->held && motion->duration_ms > 0 && now_ms < motion->start_ms + motion->duration_ms;
}

struct axis_window axis_motion_at(const struct axis_motion *motion, int64_t now_ms)
{
    if (motion->held)
        return rubber(motion, motion->pulled, stretched);
    if (!axis_motion_running(motion, now_ms))
        return motion->to;
    double left = 1 - clamped((double)(now_ms - motion->start_ms) / motion->duration_ms, 0, 1);

    return between(motion->from, motion->to, 1 - left * left * left);
}

static void run(struct axis_motion *motion, struct axis_window to, int64_t now_ms, int duration_ms)
{
    motion->from = axis_motion_at(motion, now_ms);
    motion->to = within(motion, to);
    motion->held = false;
    motion->start_ms = now_ms;
    bool there = motion->from.start == motion->to.start && motion->from.days == motion->to.days;

    motion->duration_ms = motion->reduced || there ? 0 : duration_ms;
}

void axis_motion_run(struct axis_motion *motion, struct axis_window window, int64_t now_ms)
{
    run(motion, window, now_ms, AXIS_SHOW_MS);
}

/* ---- fingers ---- */

void axis_motion_hold(struct axis_motion *motion, int64_t now_ms)
{
    motion->pulled = motion->taken = rubber(motion, axis_motion_at(motion, now_ms), unstretched);
    motion->held = true;
    motion->duration_ms = 0;
    motion->to = within(motion, motion->pulled);
}

void axis_motion_drag(struct axis_motion *motion, double share)
{
    ASSERT(motion->held);
    motion->pulled.start -= share * motion->pulled.days;
}

void axis_motion_pinch(struct axis_motion *motion, double scale, double share_then, double share_now)
{
    ASSERT(motion->held && scale > 0);
    double day = motion->taken.start + share_then * motion->taken.days;

    motion->pulled.days = clamped(motion->taken.days / scale, motion->limits.least, motion->limits.to - motion->limits.from);
    motion->pulled.start = day - share_now * motion->pulled.days;
}

void axis_motion_seek(struct axis_motion *motion, double start)
{
    ASSERT(motion->held);
    motion->pulled = within(motion, (struct axis_window){start, motion->pulled.days});
}

/* A throw that would pass an end stops there, sooner, so that it begins as fast as the finger was. */
void axis_motion_let_go(struct axis_motion *motion, double velocity, int64_t now_ms)
{
    if (!motion->held)
        return;
    struct axis_window at = axis_motion_at(motion, now_ms), to = at;
    double speed = velocity * at.days, reach = speed * AXIS_COAST_MS / 1000 / CUBIC_SLOPE;
    bool beyond = within(motion, at).start != at.start;

    to.start = at.start - reach;
    double free_way = fabs(reach), way = fabs(within(motion, to).start - at.start);
    int duration = AXIS_ZOOM_MS;

    if (!beyond && free_way > 0)
        duration = int_max(AXIS_ZOOM_MS / 2, (int)(AXIS_COAST_MS * way / free_way));
    run(motion, beyond ? at : to, now_ms, duration);
}

/* ---- keys and links ---- */

struct axis_window axis_motion_bound(const struct axis_motion *motion)
{
    return motion->held ? within(motion, motion->pulled) : motion->to;
}

void axis_motion_zoom(struct axis_motion *motion, double factor, double share, int64_t now_ms)
{
    struct axis_window window = axis_motion_bound(motion);
    double place = window.start + share * window.days;

    ASSERT(factor > 0);
    window.days = clamped(window.days / factor, motion->limits.least, motion->limits.to - motion->limits.from);
    window.start = place - share * window.days;
    run(motion, window, now_ms, AXIS_ZOOM_MS);
}

void axis_motion_centre(struct axis_motion *motion, double place, double days, int64_t now_ms)
{
    days = clamped(days, motion->limits.least, motion->limits.to - motion->limits.from);
    run(motion, (struct axis_window){place - days / 2, days}, now_ms, AXIS_ZOOM_MS);
}

void axis_motion_show(struct axis_motion *motion, double place, double days, int64_t now_ms)
{
    struct axis_window window = axis_motion_bound(motion);
    double share = (place - window.start) / window.days;

    if (days > 0 && days != window.days)
        window = (struct axis_window){place - SHOW_AT * days, days};
    else if (share < SHOW_LEAST || share > SHOW_MOST)
        window.start = place - SHOW_AT * window.days;
    run(motion, window, now_ms, AXIS_SHOW_MS);
}
