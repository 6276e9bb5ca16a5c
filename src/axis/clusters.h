/* Clusters: what stands for events that have no label in a window. Pure numbers.
 *
 * It is done in two stages. For a scale (pixels a day), events that found no row (axis/packing.h) and stand close together are folded
 * into groups; for a window, groups and whatever else has no label there are gathered into clusters that have room beside one another. */
#pragma once

#include "axis/motion.h"

/* Events by date. folded: whether an event has no row. pitch_px: how long a group is at most. */
struct axis_folding {
    const double *places;
    const bool *folded;
    int count;
    double px_per_day;
    int pitch_px;
};

/* groups[i]: the first event of the group that event i belongs to, -1 for one that is not folded. A group is what stands less than pitch_px
 * behind its first event. */
void axis_clusters_fold(const struct axis_folding *folding, int *groups);

/* An event that has no label in a window. group: of axis_clusters_fold; -1: it is alone. along_px: where its group begins. */
struct axis_hidden {
    int event, group;
    double place, along_px;
};

/* Hidden events by date, of one side. Clusters stand between from_px and to_px, each length_px long, gap_px apart at least. */
struct axis_gathering {
    const struct axis_hidden *hidden;
    int count;
    int from_px, to_px, length_px, gap_px;
};

/* event: its first; count: how many; from_place, to_place: of all of them. */
struct axis_cluster {
    int event, count;
    double from_place, to_place, along_px;
};

/* Fills in at most gathering.count clusters and returns how many. A cluster that would stand beyond an end is moved to it; one that would
 * stand on another becomes a part of that. */
int axis_clusters_gather(const struct axis_gathering *gathering, struct axis_cluster *clusters);
/* A closer window that holds all of the cluster, so that it comes apart; false when no closer look can part its events, all within a grain
 * (axis_event_grain). */
bool axis_clusters_open(const struct axis_cluster *cluster, struct axis_window window, double grain, struct axis_window *to);
