/* Where the parts of the timeline's page stand, in pixels along time and across it: time runs to the right on a wide screen, down on a tall
 * one. Pure.
 *
 *   wide:  header / rows of the lanes above / strip / band of eras / ticks / strip / rows of the lanes below / overview
 *   tall:  header, then from the left: the lanes below / strip / ticks / band / strip / columns of the lanes above / overview
 *
 * A strip holds the clusters of its side of the band; on a wide screen the names of the side's lanes stand in front of them. The overview
 * is a thin bar of all time that shows where in it the window is. What tells of the events beyond the window's ends stands at the ends of
 * the overview on a wide screen; on a tall one beside the title, and at the foot. */
#pragma once

#include "page/page.h"
#include "axis/motion.h"

/* The rows of labels that one lane has, or several share. Row r begins at first_px + r * step_px across; row 0 is nearest to the band. */
struct timeline_track {
    int row_count, first_px, step_px;
};

struct timeline_sizes {
    int text_px, tick_text_px; /* type of labels; of the years at ticks */
    int tick_px;               /* length of a tick with a word */
    int pad_px, gap_px;        /* beside words; between two labels */
    int label_pad_px;          /* inside a label */
    int frame_px;              /* thickness of a label's frame */
    int target_px;             /* least size of what is touched */
    int cluster_px;            /* length of a cluster along */
    int row_lines;             /* on a wide screen, of a label: one is the name's, from two on the last is the date's */
    int long_px;               /* the length from which a name has more than one line, where it may */
};

enum window_end { WINDOW_BEGIN, WINDOW_END, WINDOW_ENDS };

struct timeline_layout {
    bool portrait; /* a tall screen */
    struct timeline_sizes sizes;
    struct rect edges[WINDOW_ENDS];                              /* on the screen: what tells how much lies beyond the window's ends */
    struct rect header, overview, lane_names[EXHIBIT_LANES_MAX]; /* on the screen */
    int from_px, to_px;                                          /* along: the ends of the window */
    int label_from_px, label_to_px;                              /* along: between these stand labels */
    int cluster_from_px[LANE_SIDES];                             /* along: from here on stand clusters */
    int band_px, band_size_px, ticks_px, ticks_size_px, strip_px[LANE_SIDES], strip_size_px; /* across */
    int edge_px[LANE_SIDES];                                                                 /* across: the band's edges, with the marks */
    int columns_px; /* across, on a tall screen: where the columns of the lanes above begin */
    struct timeline_track tracks[EXHIBIT_LANES_MAX];
    int track_count;
    int track_of[EXHIBIT_LANES_MAX];
    enum lane_side side_of[EXHIBIT_LANES_MAX]; /* on which side of the band a lane stands here */
    int row_size_px[EXHIBIT_LANES_MAX];        /* across, of a lane's labels */
};

/* Neither the scene's page nor its arena is used. */
void timeline_layout_make(struct timeline_layout *layout, const struct scene *scene);
/* Type size of the page's title. */
int timeline_layout_title_px(const struct style *style);

/* A pattern of words.earlier or words.later, filled in. In the scene's arena. */
const char *timeline_layout_edge_text(const struct scene *scene, const char *pattern, int count);

/* The least distance of labels from the end of the window and from the end of all time, in pixels along. */
int timeline_layout_end_gap(const struct timeline_layout *layout);

/* From the screen to along (x, w) and across (y, h). On a tall screen the two change places, so the same function leads back. */
struct rect timeline_layout_turned(const struct timeline_layout *layout, struct rect rect);
struct point timeline_layout_turned_point(const struct timeline_layout *layout, struct point point);

double timeline_layout_px_per_day(const struct timeline_layout *layout, struct axis_window window);
/* Where a place of the axis stands, along; not rounded. */
double timeline_layout_along(const struct timeline_layout *layout, struct axis_window window, double place);
/* Where a cluster stands on the screen. */
struct rect timeline_layout_cluster(const struct timeline_layout *layout, enum lane_side side, double along_px);
