/* The overview: all of time as a thin bar, with its eras, its events, and where in it the window is. */
#pragma once

#include "timeline/canvas.h"

/* limits: the interval that it shows. */
void timeline_overview_put(const struct timeline_canvas *canvas, struct timeline_interval limits);
/* Whether a finger at this point of the screen means it; it reaches out as far as a finger needs. */
bool timeline_overview_contains(const struct timeline_layout *layout, struct point at);
