/* What no single file can tell, beyond names: doubled ids, dates in the wrong order, charts and maps that do not add up, no helpline. */
#pragma once

#include "load/gathered.h"

/* Expects eras and events sorted by date. Corrects what it can, such as spans that end before they begin; a chart or map with an error is
 * taken out of its draft. */
void check_whole(const struct gathered *gathered);
