/* Which events have a label in a window, and where; the others stand in clusters. Every event whose day the window shows has a label or
 * belongs to a cluster. A stem is the line from an event's mark to its label. */
#pragma once

#include "axis/clusters.h"
#include "timeline/labels.h"

struct timeline_cluster_list {
    const struct axis_cluster *clusters;
    int count;
};

/* All by date. No two stand on one another, and all stand between the layout's label_from_px and label_to_px. */
struct timeline_choice {
    struct timeline_label *labels;
    int label_count;
    struct timeline_cluster_list clusters[LANE_SIDES]; /* where each stands: timeline_layout_cluster */
};

/* In the scene's arena. Where no more than eight events are in view, labels become cards, with a picture, as far as there is room. An event
 * near the window's edge has its label only where that stands whole and free. */
struct timeline_choice timeline_choice_make(const struct timeline_canvas *canvas, const struct timeline_packed *packed);
