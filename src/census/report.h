/* Visits as tables for a terminal. Pure. */
#pragma once

#include "base/mem.h"
#include "diary/sums.h"

void report_write(struct buffer *out, const struct sums *sums);
