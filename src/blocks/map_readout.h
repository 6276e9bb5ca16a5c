/* What a map's readout says of the country or place that is chosen: its number, its name and when it was, what its curators say of it, and
 * how it stands to its neighbour. */
#pragma once

#include "blocks/readout.h"
#include "exhibit/blocks.h"

struct map_readout {
    const struct scene *scene;
    const struct map *map;
    struct readout_types types;
};

/* The same whatever is chosen, so that nothing jumps. */
int map_readout_height(const struct map_readout *readout, int width_px);
void map_readout_put(const struct map_readout *readout, struct rect rect);
