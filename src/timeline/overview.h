/* The overview: all of time as a thin bar, with its eras, its events, and where in it the window is. limits: the interval that it shows,
 * axis_motion_limits; packed has them too. */
#pragma once

#include "timeline/labels.h"

void timeline_overview_put(const struct timeline_canvas *canvas, const struct timeline_packed *packed);
/* Whether a finger at this point of the screen means the overview, which answers in a larger place than it is drawn in. */
bool timeline_overview_contains(const struct scene *scene, struct point at);
/* The place on the axis that the overview shows at a point of the screen; beside the bar, that at its nearer end. */
double timeline_overview_place(const struct scene *scene, struct axis_limits limits, struct point at);
