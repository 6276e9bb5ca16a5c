/* A position that rests, follows a finger, or runs somewhere easing out, and can be caught at any moment. Pure.
 * The pager is one (unit: pages), a scrolled text another (unit: pixels). */
#pragma once

#include "base/clock.h"

/* What a key or a clock starts is begun as if one frame ago (by taking this off start_ms), so that the next frame shows it moved. */
enum { TWEEN_HEAD_START_MS = 16 };

struct tween {
    float from, to;
    int64_t start_ms;
    int duration_ms; /* 0: at rest at `to` */
    bool held;       /* under a finger: stands at `from` */
};

/* At rest there. */
void tween_set(struct tween *tween, float at);
/* Runs from wherever it is. duration 0: at once. */
void tween_run(struct tween *tween, float to, int64_t now_ms, int duration_ms);
/* Holds it where it is; `to` keeps where it was running. */
void tween_hold(struct tween *tween, int64_t now_ms);
/* Only while held: moves it, but not out of `least` to `most`. */
void tween_move(struct tween *tween, float by, float least, float most);
float tween_at(const struct tween *tween, int64_t now_ms);
bool tween_running(const struct tween *tween, int64_t now_ms);
/* Where a run of this duration must end for its first speed to be `velocity` (units a second). */
float tween_reach(float at, float velocity, int duration_ms);
