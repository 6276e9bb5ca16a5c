/* The axis of the timeline: eras as heavy bands with their names, ticks as close as they can be told apart, and
 * the strip that shows where in the whole one is. */
#pragma once

#include "timeline/labels.h"

/* What is drawn: one picture's parts. */
struct timeline_axis {
    const struct scene *scene;
    const struct timeline_layout *layout;
    const struct timeline_state *state;
};

/* Of a day, along, pixels; far outside where it is not in the window. */
int timeline_axis_along(const struct timeline_axis *axis, double day);

void timeline_put_eras(const struct timeline_axis *axis);
/* The later parts stand on the earlier: ticks hide stems behind their words. */
void timeline_put_ticks(const struct timeline_axis *axis);
void timeline_put_overview(const struct timeline_axis *axis);
