/* Where nothing was: a window that shows hardly anything else says so, and leads to what was before and after. */
#pragma once

#include "timeline/choice.h"

/* "Nothing here · 1540 – 1810" in the middle of the stretch, where neither labels nor clusters stand, with an arrow at each end whose event
 * the window does not show (ACTION_STAND). */
void timeline_quiet_put(const struct timeline_canvas *canvas, const struct timeline_packed *packed, const struct timeline_choice *choice);
