/* How soon the loop comes round. */
#pragma once

#include "base/base.h"

enum { PACE_FRAME_MS = 16 };

/* How long to sleep: to the deadline (for ever: -1), or to the time when what changed may be painted. While something moves, a frame is due
 * one frame after the last. */
int pace_timeout_ms(int64_t deadline, int64_t painted_ms, bool changed);
