/* What a spreadsheet makes of words that look like a number, a time or a day: "00123" becomes 123, "1e5" 100000, a long number
 * 1.23456789012346E+19, "12:30" 12:30:00, "1/2" 01/02/26. Pure. */
#pragma once

#include <stdbool.h>

/* Whether `after` is `before` as a spreadsheet writes it, and neither the same nor something that was typed anew. */
bool bent_is(const char *before, const char *after);
