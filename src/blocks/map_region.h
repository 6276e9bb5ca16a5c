/* The regions that maps can show: their projection, and where the pictures of assets/maps stand in it. Pure. */
#pragma once

#include "base/geom.h"
#include "exhibit/blocks.h"

/* A country's picture: its box in units of the projection, x to the right, y down. anchor: the point its label leads to. west: its label
 * stands left of the map. */
struct map_region_country {
    struct rect box;
    struct place anchor;
    bool west;
};

/* Lambert's azimuthal equal-area projection about 20 south, 60 west, in thousandths of the Earth's radius; assets/maps/convert.py has
 * the same constants. */
struct point map_region_project(enum region region, struct place place);
/* The box of the outlines. */
struct rect map_region_box(enum region region);
const struct map_region_country *map_region_country(enum region region, enum country country);
