/* The land of a map on its page: what its projection (exhibit/land.h) has in units stands here in pixels. */
#pragma once

#include "exhibit/blocks.h"
#include "page/page.h"

/* mirrored: so will the page be, and the land must not. */
struct map_ground {
    struct rect rect;
    float scale; /* pixels of a unit */
    const struct land *land;
    bool mirrored;
};

struct point map_ground_point(const struct map_ground *ground, struct place place);
/* Of a box in the land's units. */
struct rect map_ground_box(const struct map_ground *ground, struct rect box);
/* The outline of an area, in the arena. */
const struct outline *map_ground_outline(const struct map_ground *ground, const struct outline *shape, struct arena *arena);
