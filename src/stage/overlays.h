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

/* Of too many the oldest goes: a card from a card from a card is not missed. */
void overlays_open(struct overlays *overlays, struct scene_ref scene);
void overlays_close(struct overlays *overlays);
/* NULL without one. */
const struct overlay *overlays_top(const struct overlays *overlays);
/* The topmost that fills the screen, which is seen below the top; NULL without one. */
const struct overlay *overlays_whole(const struct overlays *overlays);
