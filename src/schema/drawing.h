/* From a layout as its file draws it with words to a plan. */
#pragma once

#include "base/plan.h"
#include "schema/reader.h"

/* One orientation as its keys were read; the nodes must stand until it becomes a plan. */
struct drawing {
    const struct node *columns, *rows, *areas, *bleed; /* bleed: NULL if absent */
    double gap, margin;
    struct origin origin;
};

/* The two orientations of a layout file. */
struct drawings {
    struct drawing landscape, portrait;
};

/* Fills the plan; false, with an error for everything that is wrong, when the drawing gives none. */
bool drawing_plan(struct reader *reader, const struct drawing *drawing, struct plan *plan);
