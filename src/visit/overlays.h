/* What was opened above the base: cards and the picture view, the last on top. */
#pragma once

#include "base/tween.h"
#include "scene/scene.h"

enum { OVERLAYS_MAX = 4 };

struct overlay {
    struct scene_ref scene;
    struct tween scroll; /* px */
};

struct overlays {
    struct overlay list[OVERLAYS_MAX];
    int count;
};

/* Where there are too many the oldest goes: nobody comes back through so many. */
void overlays_open(struct overlays *overlays, struct scene_ref scene);
void overlays_close(struct overlays *overlays);
/* NULL without one. */
const struct overlay *overlays_top(const struct overlays *overlays);
/* The event of the last of its cards below the top; NULL without one. */
const struct event *overlays_told(const struct overlays *overlays, const struct exhibit *exhibit);
/* The topmost overlay that fills the screen: it is the top itself, or what is seen below it. NULL without one. */
const struct overlay *overlays_whole(const struct overlays *overlays);
