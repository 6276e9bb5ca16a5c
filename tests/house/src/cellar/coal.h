/* Arrows: upward, and into a room that the table does not have. */
#pragma once

#include "attic/trunk.h"
#include "shed/spade.h"

/* Used by ground/hearth. */
int coal_take(int count);
/* Used by this module alone. */
int coal_count(void);
/* Used by the macro below, which ground/hearth uses. */
int coal_dust(int count);

#define COAL_SHOVEL(count) coal_dust(coal_take(count))
