/* What a tape written by hand calls the places of the screen that answer to a touch: by what they do, so that it outlives their moving. */
#pragma once

#include "stage/stage.h"
#include "tape/event.h"

/* The middle of it, in pixels of the upright screen; false if the screen does not show it at this time. */
bool place_find(struct stage *stage, const struct tape_touch *touch, int64_t now_ms, struct point *at);
