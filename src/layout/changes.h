/* What of the screen a frame draws otherwise than the one before it: found from their commands, before anybody paints. Pure. */
#pragma once

#include "layout/draw.h"

enum { CHANGES_MAX = 96, CHANGES_ALL = -1 };

struct changes;

struct changes *changes_create(void);
/* NULL is fine. */
void changes_destroy(struct changes *changes);
/* Remembers the frame, and returns how many rectangles of the canvas, none over another, have all that is otherwise than in the one that
 * was remembered before; CHANGES_ALL: that is not known, or too many. Pictures that are moving are always otherwise. */
int changes_take(struct changes *changes, const struct frame *frame, struct rect rects[CHANGES_MAX]);
/* Nothing is remembered. */
void changes_forget(struct changes *changes);
