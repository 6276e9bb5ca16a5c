/* What of a map answers to fingers: its countries and points, as map_item counts them and scene.chosen does. */
#pragma once

#include "page/map_ground.h"

/* Whether something else of it is chosen; item 0: anything. */
bool map_touch_is_pale(const struct scene *scene, const struct map *map, int item);
/* A colour as it is drawn for this item: paler where another one is chosen. */
struct colour map_touch_shade(const struct scene *scene, const struct map *map, int item, struct colour colour);
/* The item answers in this place. */
void map_touch_put(const struct scene *scene, int item, struct rect place);
/* Countries answer wherever they lie, where no point or label is nearer; call it last. */
void map_touch_put_areas(const struct scene *scene, const struct map *map, const struct map_ground *ground);
