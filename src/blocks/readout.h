/* The readout: a place of its own below a block, where what a visitor has chosen of it is told. It keeps its height whatever that is, so
 * that nothing jumps and nothing is covered; while nothing is chosen, it says that the block answers to fingers. */
#pragma once

#include "page/page.h"

/* number: large, at the left; name and more: beside it, one below the other. Each may be "". */
struct readout {
    const char *number, *name, *more;
};

/* Numbers as they are told: percent: as percentages; with so many decimals. */
struct readout_numbers {
    bool percent;
    int decimals;
};

struct readout_types {
    struct type number, name, more;
};

/* The height that this takes at that width; told NULL: what stands there while nothing is chosen. */
int readout_height(const struct scene *scene, const struct readout_types *types, const struct readout *told, int width_px);
/* In the middle of the rectangle's height, under a fine line at its top. */
void readout_put(const struct scene *scene, const struct readout_types *types, const struct readout *told, struct rect rect);

/* A number of the block, from 0 on; and how it stands to another of the name: "26 more than 1969". */
const char *readout_number(const struct scene *scene, struct readout_numbers numbers, double number);
const char *readout_against(const struct scene *scene, struct readout_numbers numbers, const double values[2], const char *name);
/* The same in words of one's own: sign: below, at or above 0 as it is less, as much or more; by: how much. */
const char *readout_compared(const struct scene *scene, int sign, const char *by, const char *name);
