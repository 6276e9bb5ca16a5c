/* The voice follows what is in front: a scene that comes is told, then whatever changes on it. */
#pragma once

#include "staging/state.h"

/* What is in front is another thing than when it was last told: it is told now. Marks on the frame
 * that was just made what is said; a sentence scrolls into view as it begins. */
void listen_look(struct stage *stage, int64_t now_ms);
/* A headset was plugged in, or out. True: a visit begins with it. */
bool listen_headset(struct stage *stage, bool plugged);
/* A visit begins: it speaks, where it always does, or a headset is plugged in. */
void listen_wake(struct stage *stage);
/* ACTION_LISTEN and those behind it. */
bool listen_act(struct stage *stage, struct action action, int64_t now_ms);
/* As quick and as loud as at first, on or off as it is: whoever listens still does. */
void listen_as_usual(struct stage *stage);
/* Whether a visitor hears how the scene is told, so that somebody is there. */
bool listen_is_heard(const struct stage *stage);
