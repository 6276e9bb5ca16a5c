/* What can be said of a frame before anybody paints it. Pure. */
#pragma once

#include "layout/draw.h"

/* A rectangle of the frame on the canvas. */
struct rect frame_rect(const struct frame *frame, struct rect rect);
struct rect frame_whole(const struct frame *frame);
/* What is seen between two pages, on the canvas. */
struct rect frame_gutter_rect(const struct frame *frame);
/* One page, at its place. */
bool frame_is_at_rest(const struct frame *frame);
/* Whether anything lies over the pages. */
bool frame_has_over_area(const struct frame *frame);
/* Grounds that do not lie above one another may cover all. */
bool frame_grounds_cover(const struct frame *frame);
/* Of what lies over and around the pages; of all but the fade. */
uint64_t frame_hash_around(const struct frame *frame);
uint64_t frame_hash_still(const struct frame *frame);
