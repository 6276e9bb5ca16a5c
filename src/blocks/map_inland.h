/* Labels of a map that stand on its land, each beside its point: of a town, whose points are all that is said. */
#pragma once

#include "blocks/map_labels.h"

/* Gives every label a place in `land`, clear of all others and of the squares of their points (so many pixels wide). False if they have not
 * room for that: then none has a place. */
bool map_inland_place(const struct scene *scene, struct map_labels *labels, struct rect land, int square_px);
/* Draws them, each on paper of its own. */
void map_inland_put(const struct scene *scene, const struct map_labels *labels);
