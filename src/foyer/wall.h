/* Home's wall: a card a chapter, the pictures of those of weight 2 with twice the room. It scrolls where so many do not stand at once. */
#pragma once

#include "page/page.h"

void wall_put(const struct scene *scene, struct rect space);
