/* Whole numbers in the digits of a script. Pure. */
#pragma once

#include "base/mem.h"

/* Ten letters, from nought on; NULL: the usual ones. */
struct digits {
    const char *letters;
};

/* With noughts before it up to `width` digits; a negative number with its sign. In the arena. */
const char *digits_text(struct arena *arena, struct digits digits, int64_t number, int width);
