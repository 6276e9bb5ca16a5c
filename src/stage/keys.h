/* What keys do: first what the scene in front says, then what they mean everywhere. */
#pragma once

#include "staging/state.h"

void keys_press(struct stage *stage, enum key key, int64_t now_ms);
/* The key stays down: what it scrolls, pans or zooms moves on. It does nothing else, and does not count as somebody being there. */
/* Moves the focus of whoever has one switch, when it is time. */
void keys_scan(struct stage *stage, int64_t now_ms);
void keys_hold(struct stage *stage, enum key key, int64_t now_ms);
