/* What fingers do: each drag moves one thing, told by the scene in front from where it began and which way it went. */
#pragma once

#include "stage/state.h"

/* Does what the gestures that are complete ask for. In attract they are dropped. */
void touch_gestures(struct stage *stage);
