/* Where the axis is broken (exhibit.breaks) it looks so: the band of eras is torn. */
#pragma once

#include "ruler/canvas.h"

/* Tears what is drawn there, as far as the window shows it. */
void timeline_breaks_put(const struct timeline_canvas *canvas);
/* The longest part, along, of a place on the band that no tear goes through: where a name may stand. */
struct rect timeline_breaks_whole(const struct timeline_canvas *canvas, struct rect turned);
