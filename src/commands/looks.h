/* How scenes look, as pictures for the page of visits. */
#pragma once

#include "census/page.h"
#include "commands/opening.h"

/* Draws those that were touched most, small; all in the arena. Scenes that the exhibit has no more, or that cannot be drawn, are left out:
 * how many pictures there are goes to *count. */
const struct heat_picture *looks_draw(const struct opening *opening, const struct sums *sums, struct arena *arena, int *count);
