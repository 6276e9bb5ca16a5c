/* Straight lines in any direction, cut out of rectangles: the draw list knows no others. */
#pragma once

#include "base/geom.h"
#include "layout/draw.h"

struct stroke {
    struct point from, to;
    int thickness_px;
    int dash_px, gap_px; /* lengths along the line; dash 0: unbroken */
    struct colour colour;
};

/* Square ends. As few fills as the line has steps of a pixel. */
void stroke_put(struct pen pen, const struct stroke *stroke);
