/* Attract: what passers-by see, step after step: the opening, every panel that stands behind no notice, the timeline if there is one. */
#pragma once

#include "scene/scene.h"

enum { ATTRACT_OPENING = -1, ATTRACT_TIMELINE = -2 };

/* How many steps; of an exhibit without panels the opening alone. */
int attract_steps(const struct exhibit *exhibit);
/* Index in exhibit.panels; ATTRACT_OPENING or ATTRACT_TIMELINE for those. step: below attract_steps. */
int attract_panel(const struct exhibit *exhibit, int step);
