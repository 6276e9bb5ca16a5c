/* What is opened grows out of what was touched, and a picture goes back there. */
#pragma once

#include "staging/state.h"

/* The picture view that has just been laid over the others grows from fade.from, without a fade; where nobody knows from where, it comes as
 * other overlays. */
void growth_open_picture(struct stage *stage, struct scene_ref scene, int64_t now_ms);
/* The picture view in front, which is about to be closed, goes back to where it came from, without a fade. */
void growth_close_picture(struct stage *stage, struct scene_ref scene, int64_t now_ms);
