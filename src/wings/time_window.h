/* The window that the timeline is seen through: how it moves under fingers and keys, and the event in focus. */
#pragma once

#include "input/tap.h"
#include "timeline/timeline.h"

struct time_window {
    struct axis_motion motion;
    struct timeline_labels *labels; /* owned: what the timeline remembers from page to page */
    int event;                      /* in focus, an index in exhibit.events; -1 for none */
    struct tap_memory tapped;       /* for the second of a double tap */
    double grabbed_days;            /* while the overview is dragged: from the window's beginning to the finger */
};

void time_window_init(struct time_window *window);
void time_window_finish(struct time_window *window);
/* What the timeline opens on, no event in focus. */
void time_window_reset(struct time_window *window, const struct exhibit *exhibit);
/* Where it is at this time, and where it runs to, as scenes see it. */
struct scene_window time_window_at(const struct time_window *window, int64_t now_ms);
struct scene_window time_window_bound(const struct time_window *window, int64_t now_ms);

/* As it opens on what a panel tells of: the focus on the first of its events, all of them in view with what surrounds them. */
void time_window_visit(struct time_window *window, const struct exhibit *exhibit, int panel);
/* Puts the focus on an event (-1: none) and moves no farther than needed to show it. */
void time_window_stand(struct time_window *window, const struct exhibit *exhibit, int event, int64_t now_ms);
/* A zoom by a factor above 1 (closer) or below (axis_view_zoom); by a double tap, closer about what is important near it. */
void time_window_zoom(struct time_window *window, const struct exhibit *exhibit, float factor, int64_t now_ms);
void time_window_tap(struct time_window *window, const struct scene *scene, const struct gesture *tap);
/* Runs to all of time; whether it shows it, or is bound for it. */
void time_window_show_all(struct time_window *window, int64_t now_ms);
bool time_window_shows_all(const struct time_window *window);
/* Runs to where the cluster that begins with this event comes apart; false: no closer look can part its events. */
bool time_window_part(struct time_window *window, const struct scene *scene, int event, int64_t now_ms);

/* For fingers: drag, pinch and let_go do nothing unless the window is held. */
void time_window_hold(struct time_window *window, int64_t now_ms);
void time_window_drag(struct time_window *window, const struct scene *scene, struct point by);
void time_window_pinch(struct time_window *window, const struct scene *scene, const struct gesture *gesture);
/* velocity: px/s; (0, 0): it was not thrown. */
void time_window_let_go(struct time_window *window, const struct scene *scene, struct point velocity, int64_t now_ms);

/* For fingers on the overview, where the window is a part of all time: one on that part drags it as it is, one beside it by its middle. */
void time_window_grab(struct time_window *window, const struct scene *scene, struct point at, int64_t now_ms);
void time_window_seek(struct time_window *window, const struct scene *scene, struct point at);
/* A tap on the overview: the window runs there. */
void time_window_go(struct time_window *window, const struct scene *scene, struct point at, int64_t now_ms);
