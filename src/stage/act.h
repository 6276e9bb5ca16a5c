/* What an action does, whatever asked for it: a finger, a key, a clock. Every change of scene or settings fades, and leaves a log line. */
#pragma once

#include "staging/state.h"

/* False if it did nothing, so that something else may be tried in its place (key_answer.otherwise). */
bool act(struct stage *stage, struct action action, int64_t now_ms);

/* Nobody is there (any more): attract from its beginning, and the visit is forgotten (visit_begin). */
void act_attract(struct stage *stage, int64_t now_ms, enum via via);
/* Out of attract, to what lies below it: home, unless ACTION_WAKE has opened what was looked at. An exhibit without panels stays in
 * attract. */
void act_wake(struct stage *stage, int64_t now_ms);
/* Makes the style anew of settings and screen; all pages that were filled are dropped from the cache. */
void act_style(struct stage *stage);
/* Closes all overlays, without a fade or a log line. */
void act_uncover(struct stage *stage);
/* Opens an overlay; a picture as large as it is seen first. Without a fade or a log line. */
void act_lay_over(struct stage *stage, struct scene_ref scene);
void act_fade(struct stage *stage, int64_t now_ms, int duration_ms);
void act_log_scene(struct stage *stage, enum via via);
