/* Where fingers came down on a scene, over its picture. Pure. */
#pragma once

#include "base/mem.h"
#include "diary/sums.h"

/* A scene as it looks, as a PNG. */
struct heat_picture {
    const char *scene;
    bool tall;
    struct bytes png;
};

/* picture: NULL: there is none. name, title: what the scene is, and what it is about; title may be "". */
struct heat {
    const struct sum_touches *touches;
    const struct heat_picture *picture;
    const char *name, *title;
};

void heat_put(struct buffer *out, struct arena *arena, const struct heat *heat);
