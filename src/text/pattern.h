/* Texts with names in braces, for which something is written: "{day} de {month}". Pure. */
#pragma once

#include "base/mem.h"

/* name: with its braces. */
struct pattern_fill {
    const char *name, *value;
};

/* The pattern with these names filled in, in the arena. The list ends with a name that is NULL; other names stay as they stand. */
const char *pattern_filled(struct arena *arena, const char *pattern, const struct pattern_fill fills[]);
