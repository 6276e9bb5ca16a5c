/* A third tap is a first one again. */
#include "input/tap.h"

#include <math.h>

enum { DOUBLE_MS = 400 };

static const float DOUBLE_MM = 15;

bool tap_is_second(struct tap_memory *memory, const struct gesture *tap, float px_per_mm)
{
    float far = hypotf(tap->start.x - memory->at.x, tap->start.y - memory->at.y);
    bool second = memory->ms > 0 && tap->ms - memory->ms < DOUBLE_MS && far < DOUBLE_MM * px_per_mm;

    *memory = (struct tap_memory){0};
    if (!second)
        *memory = (struct tap_memory){tap->ms, tap->start};
    return second;
}
