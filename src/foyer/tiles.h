/* Below home's wall, as tiles: the ways that lead past the chapters, which are the timeline with its years and the routes with their
 * minutes. */
#pragma once

#include "page/page.h"

/* Rows that all are full, the first with the fewest; a tile's name, and its note at the end of the same line or, stacked, below it. */
struct tiling {
    int count, rows, h, gap, pad;
    bool stacked;
    struct type name, note;
};

/* How they stand in this width: in the fewest rows in which all names are large and all notes are whole; where that were higher than
 * `most`, in as many as it holds, one at least, with names as small as they must be. */
struct tiling tiles_plan(const struct scene *scene, struct size most);
/* 0 where there are none. */
int tiles_height(const struct tiling *tiles);
void tiles_put(const struct scene *scene, const struct tiling *tiles, struct rect space);
