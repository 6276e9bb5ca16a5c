/* A small square in the corner, which visitors take for nothing: staff who pass by know that a change of the exhibit was refused. */
#pragma once

#include "layout/draw.h"
#include "exhibit/model.h"

/* The frame with it. */
struct staff_mark {
    struct frame frame;
    struct draw_command commands[2];
};

/* Borrows the frame and the mark; the frame itself where no room for it is left. */
const struct frame *mark_on(struct staff_mark *mark, const struct exhibit *exhibit, const struct frame *frame);
