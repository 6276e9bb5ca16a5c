/* The memorials of an exhibit, once its panels are in order: their lights counted, their names read. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

/* One with more lights than can be told apart is left out; a table of names that cannot be used is, and every row without a name is told
 * of. In the arena. */
void memorials_settle(struct exhibit *exhibit, const struct files *files, struct arena *arena, struct findings *findings);
