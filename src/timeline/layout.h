/* The parts of the timeline's page, as pixels along time and across it: time runs to the right on a wide screen, down on a tall one. Pure.
 *
 *   wide:  header / rows of Chile / strip / band of eras / ticks / strip / neighbours / world / overview
 *   tall:  header, then from the left: neighbours and world / strip / ticks / band / strip / columns of Chile / overview
 *
 * A strip holds the counts of what folded on its side of the band. */
#pragma once

#include "page/page.h"
#include "timeline/motion.h"

enum timeline_side { TIMELINE_CHILE, TIMELINE_OTHERS, TIMELINE_SIDES };

/* Rows side by side, and the lanes that share them. Row r begins at first_px + r * step_px across; row 0 is nearest to the band. */
struct timeline_track {
    unsigned lanes; /* a bit a lane */
    enum timeline_side side;
    int row_count, first_px, step_px;
};

enum { TIMELINE_TRACKS_MAX = LANE_COUNT };

/* edge_px: the band's edge on a side, where stems end. text_px, tick_text_px: type of labels and of years; tick_px: length of a tick with a
 * word; pad_px: inside a ticket; gap_px: between tickets; target_px: least size of what is touched. */
struct timeline_layout {
    bool portrait;
    struct rect header, overview;
    struct rect lane_names[LANE_COUNT];
    int count_from_px[TIMELINE_SIDES]; /* along: counts begin behind the lanes' names */
    int from_px, to_px;                /* along: the window's ends */
    int label_from_px, label_to_px;    /* along: labels stay between */
    int band_px, band_size_px, ticks_px, ticks_size_px, strip_px[TIMELINE_SIDES], strip_size_px;
    int edge_px[TIMELINE_SIDES];
    struct timeline_track tracks[TIMELINE_TRACKS_MAX];
    int track_count;
    int track_of[LANE_COUNT];
    int row_size_px[LANE_COUNT]; /* of a lane's labels: high on a wide screen, wide on a tall one */
    int text_px, tick_text_px, tick_px, pad_px, gap_px, frame_px, target_px;
};

/* Of the page's title. */
int timeline_title_px(const struct style *style);
/* Neither the scene's page nor its arena is used. */
void timeline_layout_make(struct timeline_layout *layout, const struct scene *scene);
/* along, across: the beginning; length along, size across. */
struct rect timeline_rect(const struct timeline_layout *layout, int along, int across, int length, int size);
/* Of a day in the window, along; not rounded. */
double timeline_layout_along(const struct timeline_layout *layout, struct timeline_window window, double day);
double timeline_layout_px_per_day(const struct timeline_layout *layout, struct timeline_window window);
