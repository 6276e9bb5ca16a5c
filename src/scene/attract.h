/* Attract: what passers-by see, step after step: the opening, every panel that stands behind no notice, the timeline if there is one. */
#pragma once

#include "scene/scene.h"

enum { ATTRACT_OPENING = -1, ATTRACT_TIMELINE = -2 };

/* How many steps there are; in an exhibit without panels one, the opening. */
int attract_steps(const struct exhibit *exhibit);
/* The panel that a step shows, an index in exhibit.panels; ATTRACT_OPENING or ATTRACT_TIMELINE for those. step: below attract_steps. */
int attract_panel(const struct exhibit *exhibit, int step);
