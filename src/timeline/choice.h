/* Which events have a label in a window, and where; the others stand in clusters. Nothing is lost: every event whose stem the window holds
 * has a label or belongs to a cluster. */
#pragma once

#include "timeline/clusters.h"
#include "timeline/labels.h"

/* rect: all of it, on the screen; stem_px: along, where its stem stands. */
struct timeline_label {
    int event, stem_px;
    struct rect rect;
};

struct timeline_cluster_list {
    const struct timeline_cluster *clusters;
    int count;
};

/* All by date. No two stand on one another, and all stand between label_from_px and label_to_px. */
struct timeline_choice {
    struct timeline_label *labels;
    int label_count;
    struct timeline_cluster_list clusters[TIMELINE_SIDES]; /* where each stands: timeline_layout_cluster */
};

/* In the scene's arena. An event near the window's edge has its label only where that stands whole and free. */
struct timeline_choice timeline_choice_make(const struct timeline_canvas *canvas, const struct timeline_packed *packed);
