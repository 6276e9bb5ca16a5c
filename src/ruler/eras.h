/* The band of the timeline: the eras, each a coloured bar with its name; without eras a plain line as thick as the band. */
#pragma once

#include "ruler/canvas.h"

/* index: in exhibit.eras. Neighbours differ. */
struct colour timeline_eras_colour(const struct style *style, int index);
void timeline_eras_put(const struct timeline_canvas *canvas);
