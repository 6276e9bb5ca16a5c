/* Ragged text: which of the possible line ends to take, so that the right edge is even. Pure numbers. */
#pragma once

#include "base/mem.h"

/* What may not be broken: a word, or a part of one. Pixels. */
struct ragged_item {
    int width_px;
    int space_px;  /* behind it, if the line goes on */
    int hyphen_px; /* behind it, if the line ends there */
    bool poor_end; /* a line had better not end with it: a word of one or two letters */
};

/* even_last: the last line counts as the others do, for headlines; else it may be as short as it comes. */
struct ragged_text {
    const struct ragged_item *items;
    int count;
    int width_px;
    bool even_last;
};

/* Fills ends[] (room for count): line k holds the items from ends[k - 1] (0 for the first) to before ends[k]. Returns the number of lines,
 * which is the least possible; among those ways the one with the least sum of squared gaps at the right, where a last line
 * of one short word, hyphens and poor ends count as gaps too. A line of one item is never refused. O(items * items a line). */
int ragged_choose(struct arena *scratch, const struct ragged_text *text, int *ends);
/* Of a line of items from..to - 1. */
int ragged_width(const struct ragged_item *items, int from, int to);
