/* Slices laid over a surface: premultiplied ARGB over XRGB. */
#pragma once

#include "base/geom.h"

#include <SDL.h>

/* A slice: rows without gaps. */
struct over_ink {
    const uint32_t *pixels;
    struct size size;
};

/* Where it is laid, and what of the surface may be touched; strength: 0 to 256 of it. */
struct over {
    SDL_Surface *surface;
    struct rect clip;
    struct point at;
    int strength;
};

/* At whole pixels: of `at` the part behind the point is not looked at. */
void over_put(const struct over *over, struct over_ink ink);
/* Turned clockwise about a point of the surface. */
void over_put_turned(const struct over *over, struct over_ink ink, struct point about, float degrees);
/* Where a rectangle reaches while it is turned by that angle. */
struct rect over_reach(struct rect rect, struct point about, float degrees);
