/* Home's wall: a card a chapter, those of weight 2 twice as wide, and the way into the timeline as a band below them or as one card more.
 * It scrolls where so many do not stand at once. */
#pragma once

#include "page/page.h"

void wall_put(const struct scene *scene, struct rect space);
