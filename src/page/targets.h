/* The focus of the keyboard among the targets on the screen. Pure: lists of targets in reading order come in, indices go out. */
#pragma once

#include "page/page.h"

/* A target by what it asks for, so that it is found again on another page or frame: the nth (from 0) of those with this action, in reading
 * order. ACTION_NONE: no target. */
struct target_id {
    struct action action;
    int nth;
};

/* Everything that the focus can stand on now, in reading order; a link of two lines is two targets, the second marked `more`. */
enum { TARGETS_MAX = 2 * PAGE_TARGETS_MAX };

/* of_page: so many of them are the page's, the others the bar's. */
struct targets {
    struct target list[TARGETS_MAX];
    int count, of_page;
};

/* Targets in a row that are stepped over as one. first, last: indices; things: how many targets that is, a link of two lines being one. */
struct targets_group {
    int first, last, things;
};

/* index: of any part of the target. */
struct target_id targets_id(const struct targets *targets, int index);
/* The first part of it; -1 if it is not there. */
int targets_find(const struct targets *targets, struct target_id id);
/* The next target (by 1) or the previous (by -1) as one reads, the first after the last; from -1 the first or last. -1: there are none. */
int targets_next(const struct targets *targets, int from, int by);
/* The nearest target in a direction (one of x and y is 1 or -1), first those straight ahead; to the sides only those. -1 for none. */
int targets_towards(const struct targets *targets, int from, struct point way);
/* For whoever has one switch: where there are many, they are parted into groups of no more things than the square root of all: of whole
 * rows, for these are looked for with the eyes, a longer row by itself in even parts. Those of the bar have groups of their own. How many
 * groups; 0: so few things that each is stepped to.
 */
int targets_groups(const struct targets *targets);
/* The group that a target (any part of it) is in. */
struct targets_group targets_group_of(const struct targets *targets, int index);
