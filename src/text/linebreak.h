/* Where a line of text may end (UAX #14), and what is one letter to a reader (UAX #29), by ICU: its own data know the words of Thai, Lao,
 * Khmer and Burmese. ICU keeps its data for the life of the process: the first call costs 1 to 6 ms, each later one 15 us, 1 us where what
 * it takes is kept, and 0.1 us a letter. */
#pragma once

#include "base/mem.h"

/* LINEBREAK_SOFT: behind a soft hyphen (U+00AD), which shows only if the line ends there. */
enum linebreak { LINEBREAK_NONE, LINEBREAK_MAY, LINEBREAK_SOFT, LINEBREAK_MUST };

/* What ICU opens for each language, kept for the texts to come. For one thread. */
struct linebreaks;

struct linebreaks *linebreaks_create(void);
/* NULL is fine. */
void linebreaks_destroy(struct linebreaks *kept);

/* Checked UTF-8; language: BCP 47 code or NULL; kept: NULL: nothing is. What comes out is the same. */
struct linebreak_text {
    const char *bytes;
    int length;
    const char *language;
    struct linebreaks *kept;
};

/* Fills one enum linebreak a byte: whether a line may end behind it (NONE inside a character; the last byte is always MUST). As UAX #14
 * has it, but for three wishes of good setting: a span of numbers ("1970-1973" with an en dash) and a number with its percent sign
 * ("36,6 %") stay together, and words of Korean are broken at their spaces only, as UAX #14 (LB27) leaves to choose. */
void linebreak_find(const struct linebreak_text *text, uint8_t *breaks);
/* Marks with true the last byte of each letter as a reader sees it, with its marks, joiners and modifiers. */
void linebreak_letters(const struct linebreak_text *text, bool *ends);
