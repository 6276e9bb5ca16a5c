/* The heights above the floor that hands reach from a wheelchair. Forwards and with nothing in the way these are 15 to 48 inches (ADA
 * Standards of 2010, 308.2.1; EN 301 549 V3.2.1, 8.3.2.1 and 8.3.2.2). */
#pragma once

#include "exhibit/model.h"

enum { HEIGHTS_LOWEST_MM = 380, HEIGHTS_HIGHEST_MM = 1220 };

/* Whether bringing things down helps on a screen that hangs so: it goes higher than hands reach, and its foot does not. */
bool heights_help(const struct screen *screen);
