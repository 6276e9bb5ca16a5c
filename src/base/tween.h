/* A position that rests, follows a finger, or runs somewhere easing out, and can be caught at any moment. Pure.
 * The strip of pages is one (unit: pages), the scrolled text another (unit: pixels). */
#pragma once

#include "base/clock.h"

struct glide {
    float from, to;
    int64_t start_ms;
    int duration_ms; /* 0: at rest at `to` */
    bool held;       /* under a finger: stands at `from` */
};

/* At rest there. */
void glide_set(struct glide *glide, float at);
/* Runs from wherever it is. duration 0: at once. */
void glide_run(struct glide *glide, float to, int64_t now_ms, int duration_ms);
/* Catches it where it is; `to` stays what it was bound for. */
void glide_hold(struct glide *glide, int64_t now_ms);
/* While held: moves, and stays between `least` and `most`. */
void glide_move(struct glide *glide, float by, float least, float most);
float glide_at(const struct glide *glide, int64_t now_ms);
bool glide_running(const struct glide *glide, int64_t now_ms);
/* Where a run of this duration must end for its first speed to be `velocity` (units a second). */
float glide_reach(float at, float velocity, int duration_ms);
