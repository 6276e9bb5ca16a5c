/* The timeline's labels: measured once, laid out once for each level of zoom, chosen anew for each window. */
#pragma once

#include "timeline/layout.h"

/* What the timeline remembers from one picture to the next. Opaque. */
struct timeline_labels;

/* Cheap: measuring is left to the first picture. They belong to whatever exhibit the scene of the last picture had. */
struct timeline_labels *timeline_labels_create(void);
/* NULL is fine. */
void timeline_labels_destroy(struct timeline_labels *labels);

/* What the page shows. focus: index of the event that has its label wherever it is in the window, at its neighbours' cost; -1 for none. */
struct timeline_state {
    struct timeline_labels *labels;
    struct timeline_window window;
    int focus;
};

/* rect: on the screen, whole; stem_px: along, inside the rect. */
struct timeline_ticket {
    int event, row, stem_px;
    struct rect rect;
};

/* What has no label near `event`, its first: no room, or the window's edge. from_day, to_day: of all of them. */
struct timeline_count {
    int event, count;
    double from_day, to_day;
    enum timeline_side side;
    struct rect rect;
};

/* Both by date. No two rectangles overlap, and all lie between label_from_px and label_to_px. Every event whose stem the window holds has a
 * ticket or is counted. */
struct timeline_choice {
    struct timeline_ticket *tickets;
    struct timeline_count *counts;
    int ticket_count, count_count;
};

/* Measures what is not measured yet. timeline_labels_range and _limits: of that exhibit, without counting again. */
void timeline_labels_measure(struct timeline_labels *labels, const struct scene *scene, const struct timeline_layout *layout);
struct timeline_interval timeline_labels_range(const struct timeline_labels *labels);
struct timeline_interval timeline_labels_limits(const struct timeline_labels *labels);
/* In the scene's arena. After timeline_labels_measure. An event near the window's edge has its label only where that stands whole and free.
 */
struct timeline_choice timeline_labels_choose(const struct scene *scene, const struct timeline_layout *layout,
                                              const struct timeline_state *state);
/* Draws a ticket's words in its rectangle. */
void timeline_labels_put(const struct scene *scene, const struct timeline_state *state, const struct timeline_ticket *ticket,
                         struct colour colour);
/* The window in which what is counted comes apart; false when no closer look can help (all within a day). */
bool timeline_labels_open(const struct timeline_count *count, struct timeline_window window, struct timeline_window *to);
