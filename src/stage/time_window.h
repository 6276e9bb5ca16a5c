/* The window that the timeline is seen through: how it moves under fingers and keys, and the event it stands on. */
#pragma once

#include "input/gesture.h"
#include "timeline/timeline.h"

struct time_window {
    struct timeline_motion motion;
    struct timeline_labels *labels; /* owned: what the timeline remembers from page to page */
    int event;                      /* it stands on, an index in exhibit.events; -1 for none */
    double grabbed_days;            /* while the overview is dragged: the finger's from the window's beginning */
};

void time_window_init(struct time_window *window);
void time_window_finish(struct time_window *window);
/* All of time, standing on nothing. */
void time_window_reset(struct time_window *window, const struct exhibit *exhibit);
/* Where it is at this time, and where it is bound for, as scenes see it. */
struct scene_window time_window_at(const struct time_window *window, int64_t now_ms);
struct scene_window time_window_bound(const struct time_window *window, int64_t now_ms);

/* Stands on an event and comes close to it, unless the visitor has come closer already. */
void time_window_visit(struct time_window *window, const struct exhibit *exhibit, int event, int64_t now_ms);
/* Stands on an event (-1: none) and goes no farther than it must to show it. */
void time_window_stand(struct time_window *window, const struct exhibit *exhibit, int event, int64_t now_ms);
/* A zoom by a factor above 1 (closer) or below, about the event it stands on. */
void time_window_zoom(struct time_window *window, const struct exhibit *exhibit, float factor, int64_t now_ms);
/* What the cluster of this first event counts comes apart; false: no closer look can part it. */
bool time_window_part(struct time_window *window, const struct scene *scene, int event, int64_t now_ms);

/* Fingers. A window that they do not hold (any more) does not follow them. */
void time_window_hold(struct time_window *window, int64_t now_ms);
void time_window_drag(struct time_window *window, const struct scene *scene, struct point by);
void time_window_pinch(struct time_window *window, const struct scene *scene, const struct gesture *gesture);
/* velocity: px/s; (0, 0): it was not thrown. */
void time_window_let_go(struct time_window *window, const struct scene *scene, struct point velocity, int64_t now_ms);

/* The overview, which shows the whole: the window is taken where the finger took it; beside it, it comes under the finger. */
void time_window_grab(struct time_window *window, const struct scene *scene, struct point at, int64_t now_ms);
void time_window_seek(struct time_window *window, const struct scene *scene, struct point at);
/* A tap there: the window goes there. */
void time_window_go(struct time_window *window, const struct scene *scene, struct point at, int64_t now_ms);
