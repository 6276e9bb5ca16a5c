/* Where a map tells of the country or place that is chosen: its name, since when and until when, and what its curators say of it. */
#pragma once

#include "exhibit/blocks.h"
#include "page/page.h"

/* name, more: the types of its lines. */
struct map_readout {
    const struct scene *scene;
    const struct map *map;
    struct type name, more;
};

/* The same whatever is chosen, so that nothing jumps. */
int map_readout_height(const struct map_readout *readout, int width_px);
void map_readout_put(const struct map_readout *readout, struct rect rect);
