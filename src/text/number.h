/* Numbers as a language writes them. Texts lie in the arena. Pure. */
#pragma once

#include "text/digits.h"

/* percent: the pattern of a percentage, with {number}. beyond: how many digits stand between the marks beyond the first three; 0: three
 * too. */
struct number_format {
    const char *decimal_mark, *thousands_mark, *percent;
    struct digits digits;
    int beyond;
};

/* "38,254", "36.63", "1 234,5", "12,34,567": from 0 to 1e10, with 0 to 2 decimals. */
const char *number_text(struct arena *arena, const struct number_format *format, double number, int decimals);
/* The same as a percentage. */
const char *number_percent(struct arena *arena, const struct number_format *format, double number, int decimals);
/* How many decimals the number needs once it is rounded to hundredths: 0 to 2. */
int number_decimals(double number);
/* Of any script. */
bool number_is_digit(uint32_t code);
