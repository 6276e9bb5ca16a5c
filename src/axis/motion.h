/* The window on time, and how it moves: held by fingers, thrown, zoomed, running to an event. Pure.
 * Places in the window are shares of its length: 0 is its beginning, 1 its end. */
#pragma once

#include "base/clock.h"
#include "axis/event.h"

/* start: the place on the axis (axis/scale.h) at the window's beginning; days: how long it is, a day where the axis is not broken. */
struct axis_window {
    double start, days;
};

/* The window stays between these places, and shows `least` days at least. */
struct axis_limits {
    double from, to, least;
};

enum {
    AXIS_ZOOM_MS = 300,   /* a zoom by key, a tap on a cluster, coming back from beyond an end */
    AXIS_SHOW_MS = 450,   /* running to an event */
    AXIS_COAST_MS = 1100, /* a throw, unless an end is nearer */
};

/* A tween (base/tween.h) of a window: it rests at `to`, runs from `from` to `to`, or is held: then fingers took it at `taken` and have
 * pulled it to `pulled`. Transparent so that it lives in its owner. */
struct axis_motion {
    struct axis_limits limits;
    bool reduced;
    bool held;
    struct axis_window from, to, taken, pulled;
    int64_t start_ms;
    int duration_ms; /* 0: at rest */
};

/* The range of all events and eras (axis_event_range), and a twentieth of it at both ends; at least a grain (axis_event_grain). */
struct axis_limits axis_motion_limits(const struct exhibit *exhibit);
/* Rests, showing everything. reduced: nothing runs, all is there at once. */
void axis_motion_init(struct axis_motion *motion, struct axis_limits limits, bool reduced);
/* Rests there, as far as the limits allow. */
void axis_motion_rest(struct axis_motion *motion, struct axis_window window);
struct axis_window axis_motion_at(const struct axis_motion *motion, int64_t now_ms);
/* Where it rests or is bound for: while held, where it would rest if it were let go. */
struct axis_window axis_motion_bound(const struct axis_motion *motion);
/* False while held. */
bool axis_motion_running(const struct axis_motion *motion, int64_t now_ms);

/* Fingers took it: it stands where it is. Again for each drag or pinch that begins. */
void axis_motion_hold(struct axis_motion *motion, int64_t now_ms);
/* While held: the finger went on by this share of the window, and the content with it. Beyond the ends it follows half as far, and less and
 * less, as if on a rubber band. */
void axis_motion_drag(struct axis_motion *motion, double share);
/* While held: two fingers are `scale` times as far apart as when it was taken; their centre was at one share and is at another. */
void axis_motion_pinch(struct axis_motion *motion, double scale, double share_then, double share_now);
/* While held: the window begins at this place, or as near to it as the limits allow. */
void axis_motion_seek(struct axis_motion *motion, double start);
/* The fingers let go at this speed, in shares a second, with the sign of axis_motion_drag: it coasts on, comes back from beyond an end,
 * or rests. Does nothing unless held. */
void axis_motion_let_go(struct axis_motion *motion, double velocity, int64_t now_ms);

/* Looks closer (factor above 1) or farther; the place at this share of the window stays there. Counts from where the window is running to,
 * so that keys pressed quickly add up. */
void axis_motion_zoom(struct axis_motion *motion, double factor, double share, int64_t now_ms);
/* Looks closer or farther, with this place in the middle as far as the limits allow. */
void axis_motion_centre(struct axis_motion *motion, double place, double days, int64_t now_ms);
/* Runs to this window, as far as the limits allow. */
void axis_motion_run(struct axis_motion *motion, struct axis_window window, int64_t now_ms);
/* Runs no farther than needed for the place to stand well inside the window. days: how long the window is then; 0: as long as now. */
void axis_motion_show(struct axis_motion *motion, double place, double days, int64_t now_ms);
