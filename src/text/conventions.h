/* How a language writes numbers and dates where nobody says otherwise: what ICU knows of it (CLDR). Years are those of the Gregorian
 * calendar in every language. Everything lies in the arena. Pure. Costs 1 to 6 ms a language, and 40 at the first one of all. */
#pragma once

#include "text/date_text.h"
#include "text/number.h"

/* language: BCP 47 code. Fill what is NULL in the format, and its digits; latin: the usual ones, whatever those of the language are. With
 * these and nothing NULL, ICU is not asked. */
void conventions_numbers(struct arena *arena, const char *language, bool latin, struct number_format *format);
void conventions_dates(struct arena *arena, const char *language, bool latin, struct date_format *format);
/* The language's name in itself: "español", with a capital as names on buttons have it. The code, if ICU knows no name. */
const char *conventions_language_name(struct arena *arena, const char *language);
