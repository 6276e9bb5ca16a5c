/* The window that a picture is seen through: how it moves under fingers and keys. The scene that is passed is that of the picture. */
#pragma once

#include "base/tween.h"
#include "scene/picture.h"
#include "input/gesture.h"
#include "input/tap.h"

struct picture_window {
    struct tween zoom, x, y;
    struct tween on_page;        /* as in struct scene_window */
    struct rect place;           /* where it stands on the page below; empty: nobody knows */
    int which;                   /* of a panel's pictures */
    int detail;                  /* of it, as in struct scene_window */
    struct scene_window pinched; /* as it was when fingers took it */
    bool pinched_away;           /* they have come so near to one another that the picture would be smaller than all of it */
    struct tap_memory tapped;
};

/* All of the panel's first picture. */
void picture_window_reset(struct picture_window *window);
/* The first picture as it opens (picture_cover). */
void picture_window_open(struct picture_window *window, const struct scene *scene);
struct scene_window picture_window_at(const struct picture_window *window, int64_t now_ms);
/* It has just opened: it runs there from the place that it covers on the page below. */
void picture_window_grow(struct picture_window *window, const struct scene *scene, struct rect place, int64_t now_ms);
/* Runs back there. False, and nothing happens, where that place is not known or does not show the picture that is seen. */
bool picture_window_shrink(struct picture_window *window, const struct scene *scene, int64_t now_ms);
/* The page has turned round: the same part of the picture is seen, at rest. */
void picture_window_mirror(struct picture_window *window);
/* Whether it moves by itself; false while fingers hold it. */
bool picture_window_running(const struct picture_window *window, int64_t now_ms);

/* Runs there, as far as the picture goes. */
void picture_window_run(struct picture_window *window, const struct scene *scene, struct scene_window to, int64_t now_ms);
/* A zoom by a factor above 1 (closer) or below, about the middle. */
void picture_window_zoom(struct picture_window *window, const struct scene *scene, float factor, int64_t now_ms);
/* A step of a key to the right or down, each -1 to 1. */
void picture_window_pan(struct picture_window *window, const struct scene *scene, struct point way, int64_t now_ms);

/* The next of the panel's pictures, or the one before (by: -1), as it opens; false if there is none. */
bool picture_window_turn(struct picture_window *window, const struct scene *scene, int by);

/* Runs to a detail of the picture, an index; from the one that is chosen back to the picture as it opened. False if it has no such one. */
bool picture_window_detail(struct picture_window *window, const struct scene *scene, int detail, int64_t now_ms);

/* For fingers: drag and pinch do nothing unless the window is held. */
void picture_window_hold(struct picture_window *window, int64_t now_ms);
void picture_window_drag(struct picture_window *window, const struct scene *scene, struct point by, int64_t now_ms);
void picture_window_pinch(struct picture_window *window, const struct scene *scene, const struct gesture *gesture);
/* What a drag that ends means beside having moved the picture, if that is no nearer than it opened: a swipe leads across to the next of
 * several, and down out of it. Thrown, or far enough where it could not be moved that way. While held. */
struct action picture_window_swipe(const struct picture_window *window, const struct scene *scene, const struct gesture *gesture);
/* Fingers let go: it stays where they left it. */
void picture_window_rest(struct picture_window *window, int64_t now_ms);
/* A tap. The second of two in quick succession looks closer there or, where the picture is enlarged already, as far as it opened. */
void picture_window_tap(struct picture_window *window, const struct scene *scene, const struct gesture *gesture);
