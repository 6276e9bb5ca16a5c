/* A finger on the bar's marks: it is told which panel it means as it goes along them, and lifted, it is there. */
#pragma once

#include "staging/state.h"
#include "input/gesture.h"

/* A finger came down: true if it is on the marks, and no other is. */
bool leafing_begin(struct stage *stage, const struct gesture *press);
/* Whether this contact is the one on them. */
bool leafing_is(const struct stage *stage, const struct gesture *gesture);
/* It is there now; far above the bar it means nothing. */
void leafing_move(struct stage *stage, struct point at);
/* It was lifted there: opens what it means. */
void leafing_end(struct stage *stage, struct point at, int64_t now_ms);
/* It is no press any more: it has become a drag, or gone (leafing_settle). */
void leafing_lift(struct stage *stage);
/* All that happened at once is done: a finger that is lifted and does not drag has gone. */
void leafing_settle(struct stage *stage);
