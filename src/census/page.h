/* Visits as a page for a browser: one file that needs no other, with charts, and maps of touches over what was touched. Pure. */
#pragma once

#include "census/heat.h"
#include "exhibit/model.h"

/* sums: of at least one visit. Touches of a scene without a picture are shown on bare ground. */
struct census_page {
    const struct exhibit *exhibit;
    const struct sums *sums;
    const struct heat_picture *pictures;
    int picture_count;
};

enum { PAGE_HEAT_MOST = 60 }; /* so many scenes have a map of their touches: those with the most */

void census_page_write(struct buffer *out, const struct census_page *page);
