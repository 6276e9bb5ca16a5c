/* Where lines of a text end, and what was meant by it: words that were parted there, items that YAML joins, prose that was wrapped, rows of
 * a table. */
#pragma once

#include "base/mem.h"
#include "typed/faults.h"
#include "yaml/yaml.h"

/* Adds what is found in the scalar. What is quoted lies in the arena. */
void line_ends_find(struct arena *arena, const struct node *node, struct faults *faults);
