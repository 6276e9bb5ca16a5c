/* What keys do: first what the scene in front says, then what they mean everywhere. */
#pragma once

#include "stage/state.h"

void keys_press(struct stage *stage, enum key key, int64_t now_ms);
/* The key is still down: what it scrolls or pans moves on. It does nothing else, and tells of nobody. */
void keys_hold(struct stage *stage, enum key key, int64_t now_ms);
