/* One switch: the focus moves by itself, step by step, and stands when nobody has chosen for some rounds. */
#pragma once

#include "base/clock.h"

/* Zeroed: it stands. */
struct scan {
    bool on;
    int64_t due_ms;
    int steps;
};

/* It moves from now on, or has longer on where it is: somebody has chosen. */
void scan_begin(struct scan *scan, int step_ms, int64_t now_ms);
/* Whether the focus is to move now, of so many places. Ends the scan after three rounds, and then says false. */
bool scan_moves(struct scan *scan, int step_ms, int places, int64_t now_ms);
/* When it moves next; CLOCK_NEVER while it stands. */
int64_t scan_deadline(const struct scan *scan);
