/* Rows of pixels made into fewer or more, one after the other, so that a large photograph is never held whole. */
#pragma once

#include "base/base.h"

/* One direction: point i of the `length` that are wanted shows what lies from `from` + i * `step` to one step further, of `source` pixels.
 * It may lie beyond them. */
struct scale_axis {
    double from, step;
    int source, length;
};

struct scaler;

/* Pixels of four bytes, each made on its own, so of any meaning. NULL when there is no memory. */
struct scaler *scaler_create(struct scale_axis across, struct scale_axis down);
/* NULL is fine. */
void scaler_destroy(struct scaler *scaler);
/* The next row of the source, of across.source pixels, from the top on. */
void scaler_add(struct scaler *scaler, const uint8_t *row);
/* Rows from there on show nothing that is wanted. */
bool scaler_is_done(const struct scaler *scaler);
/* A row of across.length pixels; zeros where there is no picture, or where rows have not come. */
uint8_t *scaler_row(const struct scaler *scaler, int row);
/* How much of a point is picture, 0 to 1: at its edges they are cut in two. */
double scaler_share_across(const struct scaler *scaler, int column);
double scaler_share_down(const struct scaler *scaler, int row);
