/* The band of the timeline: the eras, each a coloured bar with its name; without eras a plain line as thick as the band. */
#pragma once

#include "ruler/canvas.h"

/* index: in exhibit.eras. Neighbours differ. */
struct colour timeline_eras_colour(const struct style *style, int index);
/* beside: where on the screen names stand that have no room in their band, each behind a square of its colour, in lines at its foot. What
 * has no room there either is not named until one looks closer. */
void timeline_eras_put(const struct timeline_canvas *canvas, struct rect beside);
