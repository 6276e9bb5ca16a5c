/* Numbers in words of a language: its decimal mark, its thousands mark, its percentages. */
#pragma once

#include "base/mem.h"
#include "exhibit/model.h"

/* "38,254", "36.63", "1 234,5": from 0 to 1e10, with so many decimals. In the arena. */
const char *number_text(struct arena *arena, const struct words *words, double number, int decimals);
/* The same in the language's pattern for percentages. */
const char *number_percent(struct arena *arena, const struct words *words, double number, int decimals);
/* How many decimals the number was written with, 2 at most. */
int number_decimals(double number);
