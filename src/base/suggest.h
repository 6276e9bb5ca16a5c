/* The name that was probably meant. */
#pragma once

#include "base/base.h"

enum { SUGGEST_LENGTH_MAX = 64 }; /* longer names are neither suggested nor looked for */

/* Letters to add, drop, change or swap with their neighbour; upper and lower case count as the same letter, so 0 may mean "in the wrong
 * case". INT_MAX when one of them is too long. */
int suggest_distance(const char *one, const char *other);
/* The closest of the names if it is close enough to be meant, the first of equals; else NULL. Close enough is a third of the letters of the
 * longer of the two, at least one; none where that has less than three. */
const char *suggest_name(const char *wrong, const char *const *names, int count);
