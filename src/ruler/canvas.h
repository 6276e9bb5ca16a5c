/* What the parts of the timeline's page are drawn from, and on. Positions are along time and across it (ruler/layout.h). */
#pragma once

#include "ruler/layout.h"

/* What the timeline remembers from one page to the next (timeline/labels.h). Opaque. */
struct timeline_labels;

/* What the page shows. focus: index of the event that has its label wherever it is in the window, even at its neighbours' cost; -1 for
 * none. */
struct timeline_state {
    struct timeline_labels *labels;
    struct axis_window window;
    int focus;
};

struct timeline_canvas {
    const struct scene *scene;
    const struct timeline_layout *layout;
    const struct timeline_state *state;
};

/* The event that the panel one came from tells of; -1: none. */
int timeline_canvas_here(const struct timeline_canvas *canvas);
/* Where a place of the axis stands, in pixels along. One far from the window still stands well outside it, but no farther than an int
 * holds. */
int timeline_canvas_along(const struct timeline_canvas *canvas, double place);
/* The same of a day. */
int timeline_canvas_day(const struct timeline_canvas *canvas, double day);
/* turned: x along, y across. */
void timeline_canvas_fill(const struct timeline_canvas *canvas, struct rect turned, struct colour colour);
