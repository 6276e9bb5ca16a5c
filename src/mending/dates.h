/* Dates whose order is wrong, and what they certainly are. Pure. */
#pragma once

#include "base/finding.h"
#include "base/mem.h"

/* Whether the finding is one of a date that may be mended: its numbers stand in another order (finding.meant), or it ends before it begins.
 */
bool dates_concerns(const struct finding *finding);
/* From the one up to, not including, the other. */
struct dates_range {
    const struct findings *findings;
    int from, to;
};

/* The file with those of its dates mended that these findings tell of; what ends before it begins is exchanged, where both
 * dates are sure and known as precisely as each other. False, with nothing in `out`, if there are none. */
bool dates_mend(struct buffer *out, const char *path, struct bytes bytes, const struct dates_range *range);
