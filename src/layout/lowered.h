/* Draw lists that stand lower on the screen than they were drawn: what a page has too high for somebody's hands is brought down, and its
 * foot goes behind what lies below it. Pure. */
#pragma once

#include "layout/draw.h"

/* page: what is moved, and where it may be seen; by_px: down. ground: is seen where the page was; without opacity nothing is. */
struct lowered {
    struct rect page;
    int by_px;
    struct colour ground;
};

/* A copy in the arena. Its first `fixed` commands stay as they are, as does what stands below the page. */
struct draw_list lowered_list(struct arena *arena, const struct draw_list *list, const struct lowered *lowered, int fixed);
/* Fills and clips alone, from `first` on, where they are. */
void lowered_marks(struct draw_list *marks, const struct lowered *lowered, int first);
