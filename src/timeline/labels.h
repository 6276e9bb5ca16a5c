/* The labels of all events, remembered from one page to the next: measured once for an exhibit, a language and a screen, and packed into
 * rows once for each level of zoom. Which of them stand in a window is chosen for each page (timeline/choice.h). */
#pragma once

#include "ruler/canvas.h"
#include "axis/packing.h"

/* Cheap: measuring is left to the first page. */
struct timeline_labels *timeline_labels_create(void);
/* NULL is fine. */
void timeline_labels_destroy(struct timeline_labels *labels);

/* event: an index in exhibit.events. rect: all of the label, on the screen; along, stem_px: where its stem stands, picture_px: how much of
 * it its picture takes. */
struct timeline_label {
    int event, stem_px, picture_px;
    struct rect rect;
};

/* The arrays are as long as exhibit.events. rows: -1 for events that have no row; those are folded into groups (axis_clusters_fold).
 * range and limits: of the exhibit, without counting again: the days of axis_event_range, the places of axis_motion_limits. */
struct timeline_packed {
    struct axis_interval range;
    struct axis_limits limits;
    const struct axis_interval *intervals; /* axis_event_places */
    const struct axis_packing_label *labels;
    const int *rows, *groups, *pictures_px; /* pictures_px: what of its length is for a picture; 0: none */
    const char *const *dates;               /* below its name; NULL where it has no line of its own */
    int count;
};

/* For the exhibit, screen, language and scale of the canvas. Borrowed until the next call. */
const struct timeline_packed *timeline_labels_pack(const struct timeline_canvas *canvas);
/* Whether the event's label is no longer than the window; false only where it is too long even in the smallest type. */
bool timeline_labels_fit(const struct timeline_packed *packed, const struct timeline_layout *layout, int event);
/* Of its own, else that of the panel that tells of it; NULL: none, or a notice lies before it. */
const struct picture *timeline_labels_picture(const struct exhibit *exhibit, int event);
/* Draws an event's words, and its picture where there is one. */
void timeline_labels_put(const struct timeline_canvas *canvas, const struct timeline_label *label, struct colour colour);
