/* Capital letters. Pure. */
#pragma once

#include "base/mem.h"

/* The text in capitals (Unicode's simple mappings: letter by letter), in the arena. */
const char *capitals_of(struct arena *arena, const char *text);
