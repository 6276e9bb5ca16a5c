/* What an action does, whatever asked for it: a finger, a key, a clock. Every change of scene or settings fades, and leaves a log line. */
#pragma once

#include "stage/state.h"

/* False if it could change nothing. */
bool act(struct stage *stage, struct action action, int64_t now_ms);

/* Nobody is there (any more): attract from its beginning, everything as it was shipped. */
void act_attract(struct stage *stage, int64_t now_ms, enum via via);
/* Out of attract, to home. An exhibit without panels stays there. */
void act_wake(struct stage *stage, int64_t now_ms);
/* Style follows settings and screen, and nothing that was filled serves any more. */
void act_style(struct stage *stage);
/* Everything above the base goes, without a word. */
void act_uncover(struct stage *stage);
void act_fade(struct stage *stage, int64_t now_ms, int duration_ms);
void act_log_scene(struct stage *stage, enum via via);
/* What scrolls now: of an overlay, or of the pager's page. */
struct tween *act_scroll(struct stage *stage);
/* The focus goes to what asks for this: it scrolls into view, or is found once it is on the screen. */
void act_focus_on(struct stage *stage, struct action action, int64_t now_ms);
