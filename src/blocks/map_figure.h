/* The number of a map's country or place, and against which other of them it is held. Pure. */
#pragma once

#include "exhibit/blocks.h"

/* VALUE: the curator's own number. YEARS: how long it lasted, in whole years. ORDER: what came before it, or behind it; its number is below
 * or above the other's, and says no more. WAY: kilometres to the nearest place. */
enum map_figure_kind { MAP_FIGURE_NONE, MAP_FIGURE_VALUE, MAP_FIGURE_YEARS, MAP_FIGURE_ORDER, MAP_FIGURE_WAY };

/* other: the item that is its neighbour, 0 where it has none: of values and years the next greater one, or of the greatest the next
 * smaller; of an order the last that came before it, or of the first the next. than: the other's number. */
struct map_figure {
    enum map_figure_kind kind;
    double number, than;
    int other;
};

/* item: as map_item counts. No kind but VALUE and YEARS without a neighbour. */
struct map_figure map_figure_of(const struct map *map, int item);
