/* Away in the first part of its time, slowly back in the rest: what is seen at the end is what was drawn. */
#include "base/movement.h"

static const float AWAY = 0.35F; /* of its time */

/* From 0 to 1, with no speed at either end. */
static float eased(float share)
{
    return share * share * (3 - 2 * share);
}

float movement_at(const struct movement *movement, int ms)
{
    float share = (float)(ms - movement->after_ms) / (float)int_max(1, movement->duration_ms);

    if (share <= 0 || share >= 1)
        return 0;
    return share < AWAY ? eased(share / AWAY) : eased((1 - share) / (1 - AWAY));
}
