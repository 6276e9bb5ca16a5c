/* What fingers and keys do with a panel's block: a step of time is shown, something on it is chosen. */
#pragma once

#include "staging/state.h"

/* From one year of a map to another, whoever asked for it. */
enum { BLOCK_STEP_FADE_MS = 300 };

/* ACTION_STEP, ACTION_CHOOSE and ACTION_EXPLORE, as `act` does them. */
bool block_step(struct stage *stage, struct action action, int64_t now_ms);
bool block_choose(struct stage *stage, struct action action, int64_t now_ms);
bool block_explore(struct stage *stage, struct action action, int64_t now_ms);

/* What the spot near this place of the front page asks for; ACTION_NONE if none is near. */
struct action block_at(const struct stage *stage, struct point at);
/* A finger came down on what asks for this: a spot is chosen at once, and touched elsewhere the block lets go of it. */
void block_touch(struct stage *stage, struct action touched, int64_t now_ms);
/* A finger goes on in DRAG_SPOTS: to the spot nearest to it, of those that ask for the same as the one where it began. */
void block_drag(struct stage *stage, const struct gesture *g);
