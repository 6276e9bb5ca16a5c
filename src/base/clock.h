/* The machine's clock. Only app, copies, images and platform read it; everything else is told the time, so that tests run under a clock of
 * their own. */
#pragma once

#include "base/base.h"

/* Milliseconds since an arbitrary start; never goes back. */
int64_t clock_now_ms(void);

/* A time that never comes. */
#define CLOCK_NEVER INT64_MAX
