/* Where the timeline's labels stand: rows that hold them side by side, and what folds where there is no room. Pure numbers.
 *
 * Everything is laid out for one scale, over all of time, never for what is visible: while the window moves, no label changes its row. What
 * does not collide at one scale does not collide at a larger one either, since labels keep their length and drift apart. */
#pragma once

#include "base/mem.h"

/* Stands on its day, takes length_px behind it. importance: 1 is placed first. */
struct timeline_label {
    double day;
    int length_px, importance;
};

/* Labels by date, on days from start_day to end_day. They reach no farther than end_gap_px before the end: one that would is moved back
 * as a whole, over its stem. gap_px: least distance of two in a row. */
struct timeline_packing {
    const struct timeline_label *labels;
    int count;
    double start_day, end_day, px_per_day;
    int row_count, gap_px, end_gap_px;
};

/* rows[i]: the row of label i, from 0 (at the axis), or -1 where there was no room. Importance decides, then date: the later of two stands
 * nearer to the axis, so that the stem of the earlier passes in front of it, not through it. Importance 1 goes to the row
 * farthest from the axis first. */
void timeline_pack(struct arena *scratch, const struct timeline_packing *packing, int *rows);

/* The scale that labels are laid out for when the window has this one: the next lower of a ladder, four to an octave. */
double timeline_level(double px_per_day);

/* Gathers what folded into groups, by date: a group is what begins within pitch_px of its first. first[i]: the group's first, -1 for a
 * label that is not folded; sizes[i]: how many a group has, at its first, else 0. */
struct timeline_folding {
    const double *days;
    const bool *folded;
    int count;
    double px_per_day;
    int pitch_px;
};

void timeline_fold(const struct timeline_folding *folding, int *first, int *sizes);

/* What has no label in a window, by date, along its side. group: what folded together; -1 alone. along_px: of its group's first. */
struct timeline_hidden {
    int event, group;
    double day, along_px;
};

/* Counts stand between from_px and to_px, so many length_px long and gap_px apart at least: what would stand beyond an end is moved to it,
 * and what would stand on another is counted with it. */
struct timeline_gathering {
    const struct timeline_hidden *hidden;
    int count;
    int from_px, to_px, length_px, gap_px;
};

/* event: its first. from_day, to_day: of all in it. */
struct timeline_cluster {
    int event, count;
    double from_day, to_day, along_px;
};

/* At most one a hidden label; returns how many. */
int timeline_gather(const struct timeline_gathering *gathering, struct timeline_cluster *clusters);
