/* A picture as people see it who lack one kind of the eye's cones. Pure. */
#pragma once

#include "base/base.h"

enum vision { VISION_ALL, VISION_NO_RED, VISION_NO_GREEN, VISION_NO_BLUE, VISION_COUNT };

/* "as without red cones (protanopia)"; "" for VISION_ALL. */
const char *vision_name(enum vision vision);
/* In place: count pixels, each 0xRRGGBB in a 32-bit word, whose highest byte stays. */
void vision_apply(enum vision vision, uint32_t *pixels, int count);
