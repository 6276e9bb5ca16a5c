/* What staff meet behind the corner: a pad for the PIN, a menu, and what it leads to. Pure: devices, time and news of the machine are told
 * to it; what is to be done it says as a wish, one at a time. While nobody is there it watches the corner, and shows nothing. */
#pragma once

#include "input/key.h"
#include "staff/state.h"

void staff_init(struct staff *staff, const struct staff_setup *setup);
void staff_finish(struct staff *staff);
/* Takes other languages, letters or another screen; whoever is there begins anew. */
void staff_set(struct staff *staff, const struct staff_setup *setup);
bool staff_is_there(const struct staff *staff);

/* Upright pixels, as they come from the glass. */
void staff_pointer(struct staff *staff, const struct pointer_sample *sample);
/* repeated: it stays down. */
void staff_key(struct staff *staff, enum key key, bool repeated, int64_t now_ms);
void staff_key_up(struct staff *staff, enum key key);
/* 0 to 9, of a keyboard. */
void staff_digit(struct staff *staff, int digit, int64_t now_ms);
/* The fingers and keys that are down are nobody's. */
void staff_cancel(struct staff *staff);
/* When the next tick could change something; CLOCK_NEVER: only input can. */
int64_t staff_deadline(const struct staff *staff, int64_t now_ms);
void staff_tick(struct staff *staff, int64_t now_ms);

/* What is to be done, once. */
struct staff_wish staff_take_wish(struct staff *staff);
/* The PIN was right, or wrong; until then nothing else happens on the pad. */
void staff_answer_pin(struct staff *staff, bool right, int64_t now_ms);
/* No PIN is taken for so long. */
void staff_lock(struct staff *staff, int64_t wait_ms, int64_t now_ms);
void staff_tell_stick(struct staff *staff, const struct stick_news *news, int64_t now_ms);

/* What the screen shows; only while somebody is there. Borrowed until the next call. */
const struct frame *staff_frame(struct staff *staff, int64_t now_ms);
