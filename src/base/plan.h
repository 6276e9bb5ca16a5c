/* A panel layout as its file draws it: tracks (columns and rows) and areas. Made by schema/drawing, solved by layout/grid. */
#pragma once

#include "base/base.h"

enum part {
    PART_PICTURE,
    PART_CHAPTER,
    PART_VOICE,
    PART_TITLE,
    PART_BODY,
    PART_MORE,
    PART_DIFFERENCE,
    PART_SOURCES,
    PART_CREDIT,
    PART_CHART,
    PART_MAP,
    PART_MEMORIAL,
    PART_COUNT
};

/* As layout files write them, in the order of the enum. */
extern const char *const part_names[PART_COUNT];

enum { PLAN_TRACKS_MAX = 12 };
enum track_kind { TRACK_PERCENT, TRACK_FRACTION, TRACK_AUTO };

/* size: percent of the panel's width or height, or the share of what is left; unused for auto. */
struct track {
    enum track_kind kind;
    float size;
};

/* Cells from 0; spans at least 1, inside the plan. */
struct plan_area {
    enum part part;
    int column, row, columns, rows;
};

/* gap and margin: percent of the panel's shorter side. bleed: the parts that run over the margin to the edge, a bit a part (1u << part). */
struct plan {
    struct track columns[PLAN_TRACKS_MAX], rows[PLAN_TRACKS_MAX];
    int column_count, row_count;
    struct plan_area areas[PART_COUNT];
    int area_count;
    float gap_percent, margin_percent;
    unsigned bleed;
};

/* The plan for a panel without this part, which keeps a place where it takes no room. Where it would stand beside the body, a picture that
 * does not moves there, and what stood below the picture moves up; else the body takes its columns as well, where nothing else stands there
 * in its rows. */
void plan_leave_out(struct plan *plan, enum part part);
/* Columns of so many percent that are the part's alone keep this share of their width. */
void plan_narrow(struct plan *plan, enum part part, float share);
/* Whether the plan has an area for the part. */
bool plan_has(const struct plan *plan, enum part part);
