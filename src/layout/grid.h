/* The grid: a plan of tracks and areas, solved for a space. Pure. */
#pragma once

#include "base/geom.h"
#include "base/plan.h"

/* present: a bit a part. A track in which parts stand, but none that is present, takes no room and no gap; a track in which no part
 * stands at all is a spacer and keeps its own.
 * height_of: how tall the part must be at this width. A part that spans several rows, among them an auto row, asks for what the other rows
 * do not give (the last of its auto rows grows); with an fr row among them it takes what comes.
 * picture_share: how much of their height the percent rows keep that are the picture's alone, but for parts beside it that reach beyond it.
 * blocks: a bit for each part that may take what the others leave of the height, as the body does where none of them is present. Where that
 * is more than anything in its rows needs, the rest goes to a picture above or below that is at least as wide, until the picture is
 * picture_most_px tall; with picture_most_px 0 none of it does. */
struct grid_request {
    const struct plan *plan;
    struct rect space;
    unsigned present;
    void *context;
    int (*height_of)(void *context, enum part part, int width_px);
    float picture_share;
    int picture_most_px;
    unsigned blocks;
};

/* Fills a rectangle a part; empty for absent parts and for parts the plan does not place. Percent tracks are of the whole space (those
 * that together exceed what margin and gaps leave shrink in proportion); margin and gaps come off before `fr` shares. An auto column
 * counts as 1fr. Sums are exact: the last track ends on the space's inner edge, stretched where there is no fr track.
 * When auto and percent rows overflow, fr rows get 0 and the rectangles run past the inner edge: the result is by how many pixels
 * (0 when all fits), and the caller steps the type down.
 * A bleeding part's sides that lie on the grid's outer edge run to the edge of the space. */
int grid_solve(const struct grid_request *request, struct rect rects[PART_COUNT]);

/* Whether a row of the plan is the picture's alone, so that picture_share makes a difference. */
bool grid_has_picture_row(const struct plan *plan);
