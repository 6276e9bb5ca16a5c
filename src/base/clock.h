/* The machine's clock; only the app reads it, everything else is told the time. */
#pragma once

#include "base/base.h"

/* Milliseconds since an arbitrary start; never goes back. */
int64_t clock_now_ms(void);

#define CLOCK_NEVER INT64_MAX
