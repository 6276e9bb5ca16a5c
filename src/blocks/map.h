/* Maps: countries filled by the year that is chosen, places, lines; labels stand beside the map and never collide. */
#pragma once

#include "blocks/block.h"
#include "exhibit/blocks.h"

/* At its best. */
int map_height(const struct scene *scene, const struct map *map, int width_px);
/* Shows the step scene.step of map_steps, the last one for -1; buttons at its foot choose another (ACTION_STEP). */
void map_fill(const struct scene *scene, const struct map *map, struct rect rect);

extern const struct block map_block;
