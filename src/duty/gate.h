/* The PIN that was typed against the one of the exhibit: in a thread of its own, for it takes as long as several frames; and how often it
 * was wrong, which is kept in the state directory, and outlasts a cut of the power. */
#pragma once

#include "staff/tries.h"

struct gate;

/* wake: called from that thread when there is an answer. */
struct gate *gate_create(void (*wake)(void *context));
/* Waits for an answer that is under way. */
void gate_destroy(struct gate *gate);
/* Begins to look. Copies both. False: the machine cannot, or the one before is still looked at. */
bool gate_try(struct gate *gate, const char *pin, const char *hash);
/* Once, when there is an answer. */
bool gate_has_answer(struct gate *gate, bool *right);
/* Whoever typed it has gone: an answer under way counts, and is told to nobody. */
void gate_drop(struct gate *gate);
/* For how long no PIN is to be tried, in milliseconds; 0: at once. */
int64_t gate_wait_ms(struct gate *gate);
int gate_wrong(const struct gate *gate);
