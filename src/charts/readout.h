/* The readout: a place of its own below a block, where what a visitor has chosen of it is told. It keeps its height whatever that is, so
 * that nothing jumps and nothing is covered; while nothing is chosen, it says that the block answers to fingers. */
#pragma once

#include "page/page.h"

/* number: large, at the left; name and more: beside it, one below the other. Each may be "". */
struct readout {
    const char *number, *name, *more;
};

struct readout_types {
    struct type number, name, more;
};

/* The height that this takes at that width; told NULL: what stands there while nothing is chosen. */
int readout_height(const struct scene *scene, const struct readout_types *types, const struct readout *told, int width_px);
/* In the middle of the rectangle's height, under a fine line at its top. */
void readout_put(const struct scene *scene, const struct readout_types *types, const struct readout *told, struct rect rect);
