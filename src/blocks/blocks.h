/* All kinds of blocks, for those who know none by name. */
#pragma once

#include "blocks/block.h"

/* The block that has this place in a layout; NULL if the part is none. */
const struct block *blocks_find(enum part part);
/* Where the panel's block is written, the first if it has several; no file where it has none. */
struct origin blocks_origin(const struct panel *panel);
/* Into how many steps of time the panel's block divides (ACTION_STEP); 0 where it has none that does. */
int blocks_steps(const struct panel *panel);
