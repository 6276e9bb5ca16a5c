/* Rows of labels: where each label has room beside its neighbours. Pure numbers.
 *
 * Labels are packed for one scale, over all of time, never for what is visible: while the window moves, no label changes its row. What does
 * not collide at one scale does not collide at a larger one either, since labels keep their length and drift apart. */
#pragma once

#include "base/mem.h"

/* Stands at its place on the axis (axis/scale.h), takes length_px behind it. importance: 1 is placed first. */
struct axis_packing_label {
    double place;
    int length_px, importance;
};

/* Labels by date, on places from start_place to end_place. They reach no farther than end_gap_px before the end: one that would is moved
 * back as a whole, over its stem. gap_px: least distance of two in a row. */
struct axis_packing {
    const struct axis_packing_label *labels;
    int count;
    double start_place, end_place, px_per_day;
    int row_count, gap_px, end_gap_px;
};

/* rows[i]: the row of label i, from 0 (at the axis), or -1 where there was no room. Importance decides, then date: the later of two stands
 * nearer to the axis, so that the stem of the earlier passes in front of it, not through it. Rows are taken from the axis outwards, by the
 * later before the earlier; by importance 1 from the farthest inwards, by the earlier first: what began it all keeps its name where what
 * followed has no room. */
void axis_packing_rows(struct arena *scratch, const struct axis_packing *packing, int *rows);

/* For each label: its row (axis_packing_rows), and how much longer it would be. */
struct axis_packing_wish {
    const int *rows, *more_px;
};

/* Some labels would be longer by more_px[i], if there is room: wide[i] tells whether label i is, in the row that it has, without touching
 * its neighbours. Importance decides, then date; labels with more_px 0 or without a row never are. */
void axis_packing_widen(struct arena *scratch, const struct axis_packing *packing, const struct axis_packing_wish *wish, bool *wide);

/* The scale that labels are packed for when the window has this one: the next lower of a series that doubles in four equal steps. */
double axis_packing_level(double px_per_day);
