/* Capital letters. Pure. */
#pragma once

#include "base/mem.h"

/* The text in capitals as its language (BCP 47 code or NULL) writes them, in the arena: a Turkish i keeps its dot, a German ß becomes SS,
 * Greek letters lose their accents. */
const char *capitals_of(struct arena *arena, const char *text, const char *language);
