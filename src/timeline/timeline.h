/* The timeline: what happened when, true to scale.
 *
 * The page depends on a window on time (axis/motion.h), on the event in focus, and on labels that are measured once and remembered: the
 * owner of these three keeps them in a timeline_state and fills the page anew when window or focus have changed. A label is
 * a target with ACTION_EVENT, a cluster of events that have no label one with ACTION_CLUSTER. Marks on the axis and the overview
 * are no targets; timeline_event_at and timeline_overview_contains tell what a point on the screen means.
 *
 * Nothing here remembers anything but the labels: each function computes the page's layout from the scene, which is cheap. */
#pragma once

#include "timeline/labels.h"

/* Draws into style.page. */
void timeline_fill(const struct scene *scene, const struct timeline_state *state);

/* What a tap on a cluster does, told by its first event: true: `to` is the window in which the cluster comes apart; false: no closer look
 * can part its events, and they are shown as a list (axis_event_is_listed). */
bool timeline_open_cluster(const struct scene *scene, const struct timeline_state *state, int event, struct axis_window *to);

/* A point on the screen as a share of the window: 0 its beginning, 1 its end. */
double timeline_share_at(const struct scene *scene, struct point at);
/* The same for the distance that a finger went, or its speed: 1 is the length of the window, forward in time. */
double timeline_share_of(const struct scene *scene, struct point way);

/* The event whose mark on the axis a finger there means; -1 for none. */
int timeline_event_at(const struct scene *scene, struct axis_window window, struct point at);
