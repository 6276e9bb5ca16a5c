/* The names of the timeline's lanes. */
#pragma once

#include "page/label.h"
#include "ruler/canvas.h"

/* box: sign and name. */
struct timeline_lane {
    struct rect box, sign;
    struct label label;
};

/* On a wide screen the names of a side stand one after the other in its strip, then its clusters, which moves layout.cluster_from_px; more
 * than two stand in the header, which shortens layout.header. */
void timeline_lanes_place(const struct scene *scene, struct timeline_layout *layout, struct timeline_lane lanes[EXHIBIT_LANES_MAX]);
/* To be put over the labels' stems: names stand on paper that hides what is behind them. */
void timeline_lanes_put(const struct timeline_canvas *canvas, const struct timeline_lane lanes[EXHIBIT_LANES_MAX]);
