/* A sound that is shown: it sounds as long as its card is in front, and nothing else is heard. */
#pragma once

#include "staging/state.h"

/* Before a frame is made. */
void hear_look(struct stage *stage, int64_t now_ms);
/* ACTION_SOUND. */
bool hear_act(struct stage *stage, struct action action, int64_t now_ms);
/* Silent, and at its beginning. */
void hear_end(struct stage *stage);
int64_t hear_deadline(const struct stage *stage, int64_t now_ms);
