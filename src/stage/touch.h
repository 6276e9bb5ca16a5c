/* What fingers do. The scene in front says what a drag moves (scene_ops.drag). */
#pragma once

#include "staging/state.h"

/* Takes the gestures that wait, and does what they ask for. In attract they are dropped. */
void touch_gestures(struct stage *stage);
