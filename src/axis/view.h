/* What of time is worth looking at: where most of the events lie, and where none does. Pure. */
#pragma once

#include "axis/motion.h"

/* What the timeline opens on: what the exhibit says (exhibit.view); else all of time or, where four fifths of the events, important ones
 * counted more, lie within a fifth of it, these. */
struct axis_window axis_view_first(const struct exhibit *exhibit);
/* What it opens on from a panel that tells of an event: all of the panel's events, and what surrounds them;
 * where that is no closer look, what it opens on else as well. */
struct axis_window axis_view_around(const struct exhibit *exhibit, int panel);

/* A stretch without events, between two of them: `before` ends with its beginning, `after` begins with its end. */
struct axis_quiet {
    int before, after;
    struct axis_interval places;
};

/* How much of the window the longest such stretch takes, 0 to 1; 0 where there is none. intervals: of all events (axis_event_places). */
double axis_view_quiet(const struct axis_interval *intervals, int count, struct axis_window window, struct axis_quiet *quiet);
/* How much of the window the stretch takes, 0 to 1. */
double axis_view_share(struct axis_interval places, struct axis_window window);

/* factor: above 1 closer, below farther. event: in focus; -1: none. share: of the window, what is looked at. */
struct axis_zoom {
    double factor;
    int event;
    double share;
};

/* A closer look brings to the middle the event in focus; where the window does not show it, the one nearest to what is looked at of those
 * that are the most important in the window; where there is none either, the nearest of all. Farther, what is looked at stays. */
void axis_view_zoom(struct axis_motion *motion, const struct exhibit *exhibit, struct axis_zoom zoom, int64_t now_ms);
