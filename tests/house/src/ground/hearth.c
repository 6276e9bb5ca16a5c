/* The other half stands in bellows.h. */
#include "ground/hearth.h"

#include "cellar/coal.h"
#include "ground/bellows.h"

/* The second of that name. */
struct sack {
    int fire;
};

int hearth_light(struct hearth *hearth)
{
    return bellows_blow(hearth, 1, COAL_SHOVEL(2)) + coal_take(3);
}
