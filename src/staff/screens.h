/* How staff's screens are drawn. */
#pragma once

#include "staff/state.h"

/* Fills staff->page with the screen that is shown, its focus and the press of a finger. */
void screens_fill(struct staff *staff, int64_t now_ms);
