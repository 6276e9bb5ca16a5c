/* Scripts of fingers, and what comes of them in words. One pixel is one millimetre where the gestures are set up so.
 *
 * Steps, with ';' between: "MS FINGER KIND X Y", FINGER a letter, KIND one of down, move, up, cancel; "MS tick"; "MS cancel-all". Gestures:
 * kind, finger; of drags the place, of their end the velocity and whether it is a flick, of pinches centre and scale, of what time alone
 * brings the time. */
#pragma once

#include "base/mem.h"
#include "input/gesture.h"

enum { FINGER_SCRIPT_KINDS = GESTURE_PINCH_END + 1 };

const char *finger_script_kind(enum gesture_kind kind);
bool finger_script_is_pinch(enum gesture_kind kind);
/* Fails the test if it is no step. True if somebody was there (gestures_sample). */
bool finger_script_step(struct gestures *gestures, const char *step);
/* Adds what is queued. */
void finger_script_take(struct gestures *gestures, struct buffer *out);
void finger_script_play(struct gestures *gestures, const char *script, struct buffer *out);
/* Fails the test, by that name, unless just this comes of it where a pixel is a millimetre. */
void finger_script_expect(const char *name, const char *script, const char *expected);
