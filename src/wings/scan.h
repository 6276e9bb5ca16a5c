/* One switch: the focus moves by itself, step by step, and stands when nobody has chosen for some rounds. Where there is much, the mark
 * goes from group to group, and once one is chosen from thing to thing in it, all of them once. */
#pragma once

#include "base/clock.h"
#include "scene/scene.h"

/* Zeroed: it stands. grouped: what is marked is all of a group. left: so many things of the group are still to be marked, of this scene. */
struct scan {
    bool on, grouped;
    int64_t due_ms;
    int steps, left;
    struct scene_ref scene;
};

/* It moves from now on, or has longer on where it is: somebody has chosen. What is marked stays. */
void scan_begin(struct scan *scan, int step_ms, int64_t now_ms);
/* Whether the focus is to move now, of so many places. Ends the scan after three rounds, and then says false. */
bool scan_moves(struct scan *scan, int step_ms, int places, int64_t now_ms);
/* When it moves next; CLOCK_NEVER while it stands. */
int64_t scan_deadline(const struct scan *scan);
