/* Two taps that are one: the second of a double tap. */
#pragma once

#include "input/gesture.h"

/* The last tap; zeroed: none. */
struct tap_memory {
    int64_t ms;
    struct point at;
};

/* Whether this tap is the second of two in quick succession, within a finger's breadth of one another; else it may be the first. */
bool tap_is_second(struct tap_memory *memory, const struct gesture *tap, float px_per_mm);
