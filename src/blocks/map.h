/* Maps as blocks of a panel: countries filled by the year that is chosen, places, lines; labels stand beside the map and never collide. */
#pragma once

#include "exhibit/blocks.h"
#include "page/page.h"

/* step: index in map_steps, clamped. action: of the keys at the map's foot, its argument a step. */
struct map_place {
    struct rect rect;
    int step;
    enum action_kind action;
};

/* At its best. */
int map_height(const struct scene *scene, const struct map *map, int width_px);
/* Whether its labels stand there in their size, or nearly. */
bool map_labels_fit(const struct scene *scene, const struct map *map, struct rect rect);
void map_fill(const struct scene *scene, const struct map *map, const struct map_place *place);
/* The step a map begins with: the last, when all of it is to be seen. */
int map_first_step(const struct map *map);
