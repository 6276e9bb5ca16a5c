/* What lies beyond the window's ends: how many events, and a button to the nearest of them. */
#pragma once

#include "timeline/labels.h"

/* "14 earlier", "3 later" (ACTION_STAND), in layout.edges. An end beyond which there is none has no button. */
void timeline_edges_put(const struct timeline_canvas *canvas, const struct timeline_packed *packed);
