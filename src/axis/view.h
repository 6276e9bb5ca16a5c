/* What of time is worth looking at: where most of the events lie, and where none does. Pure. */
#pragma once

#include "axis/motion.h"

/* What the timeline opens on: all of time; where four fifths of the events, important ones counted more, lie within a fifth of it, these.
 */
struct axis_window axis_view_first(const struct exhibit *exhibit);

/* A stretch without events, between two of them: `before` ends with its beginning, `after` begins with its end. */
struct axis_quiet {
    int before, after;
    struct axis_interval days;
};

/* How much of the window the longest such stretch takes, 0 to 1; 0 where there is none. intervals: of all events (axis_event_interval). */
double axis_view_quiet(const struct axis_interval *intervals, int count, struct axis_window window, struct axis_quiet *quiet);
/* How much of the window the stretch takes, 0 to 1. */
double axis_view_share(struct axis_interval days, struct axis_window window);

/* factor: above 1 closer, below farther. event: in focus; -1: none. */
struct axis_zoom {
    double factor;
    int event;
};

/* About the event in focus or, where the window does not show it, the one nearest to the middle. A closer look never ends where nothing is:
 * it goes to that event. */
void axis_view_zoom(struct axis_motion *motion, const struct exhibit *exhibit, struct axis_zoom zoom, int64_t now_ms);
