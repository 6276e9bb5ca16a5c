/* Numbers in a text as words, as its language says them: "1973" is "nineteen seventy-three" to a voice. By ICU. */
#pragma once

#include "text/number.h"

/* The rules of a language: some milliseconds to open, so they are kept while they are needed. */
struct numerals;

/* language: BCP 47 code. */
struct numerals *numerals_create(const char *language);
/* NULL is fine. */
void numerals_destroy(struct numerals *numerals);
/* How a language writes them. months: the twelve; NULL: none is known. until: what stands between the days of a span; NULL: nothing. */
struct numeral_signs {
    const struct number_format *format;
    const char *const *months, *until;
};

/* The text with each number that stands alone in words, in the arena: a year where it has four digits, from 1000 to 2099; in English a day
 * before its month is "fifth". What stands beside a letter, and a time of day or a fraction ("11:52", "3/4"), stays as it is. */
const char *numerals_text(struct numerals *numerals, struct arena *arena, const struct numeral_signs *signs, const char *text);
