/* The timeline: a scene that shows what happened when, true to scale. Fills style.page.
 *
 * The stage owns the motion (timeline_view.h) and the labels, asks the motion for the window at each frame, and fills the page anew when
 * window or focus have changed. A ticket's target is ACTION_EVENT, a count's ACTION_ZOOM (see timeline_opens). */
#pragma once

#include "timeline/labels.h"

void timeline_fill(const struct scene *scene, const struct timeline_state *state);

/* What a tap on the count of this first event does: true: the window in which it comes apart; false: no closer look can part its events,
 * and they are listed (see timeline_is_listed). */
bool timeline_opens(const struct scene *scene, const struct timeline_state *state, int event, struct timeline_view *to);
/* Whether an event stands in the list that begins with another: no closer look parts them. */
bool timeline_is_listed(const struct exhibit *exhibit, int event, int first);
/* Whether others are listed with it, and it is the first of them: for those who look at every list there may be. */
bool timeline_heads_list(const struct exhibit *exhibit, int event);

/* The share of the window at a place on the screen, and of a way on it (or a speed): 1 is the whole window, forward in time. */
double timeline_share_at(const struct scene *scene, struct point at);
double timeline_share_of(const struct scene *scene, struct point way);

/* Whether a place on the screen belongs to the strip that shows the whole, with enough room around it for a finger. */
bool timeline_on_overview(const struct scene *scene, struct point at);
/* The day that the strip shows there, as far as the limits go. */
double timeline_overview_day(const struct scene *scene, struct timeline_stretch limits, struct point at);

/* The event whose mark on the axis a finger there means; -1 for none. */
int timeline_event_at(const struct scene *scene, struct timeline_view view, struct point at);

/* The next event in time (by 1) or the one before (by -1), of the same lane if told so; from -1, the one nearest to the middle of the
 * window. The event itself at an end, -1 where there is none. */
struct timeline_walk {
    int from, by;
    bool same_lane;
};

int timeline_walk(const struct exhibit *exhibit, struct timeline_view view, struct timeline_walk walk);
