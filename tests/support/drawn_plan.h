/* Plans, parts and rectangles as words, for tables of layouts. */
#pragma once

#include "base/geom.h"
#include "base/mem.h"
#include "base/plan.h"

/* columns, rows: "45% 2fr auto". areas: "picture title / picture body", "." for an empty cell. */
struct drawn_plan {
    const char *columns, *rows, *areas;
    float gap, margin;
    const char *bleed; /* parts */
};

/* Fails the test at a name that is no part's, as all of these do. */
struct plan drawn_plan_read(const struct drawn_plan *drawn);
/* "picture body": a bit a part. */
unsigned drawn_plan_parts(const char *text);
/* "title 100 body 400": heights by part; others keep theirs. */
void drawn_plan_heights(const char *text, int heights[PART_COUNT]);
/* "title 0,0 100x20;body 0,20 100x80;", parts in the order of the enum, without those of no width. */
void drawn_plan_print(const struct rect rects[PART_COUNT], struct buffer *out);
