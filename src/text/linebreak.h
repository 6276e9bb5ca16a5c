/* Where a line of text may end: UAX #14, and what is one letter to a reader. Pure. */
#pragma once

#include "base/mem.h"

/* LINEBREAK_SOFT: behind a soft hyphen (U+00AD), which shows only if the line ends there. */
enum linebreak { LINEBREAK_NONE, LINEBREAK_MAY, LINEBREAK_SOFT, LINEBREAK_MUST };

/* Checked UTF-8; language: BCP 47 code or NULL. */
struct linebreak_text {
    const char *bytes;
    int length;
    const char *language;
};

/* Fills one enum linebreak a byte: whether a line may end behind it (NONE inside a character; the last byte is
 * always MUST). */
void linebreak_find(struct arena *scratch, const struct linebreak_text *text, uint8_t *breaks);
/* Bytes of the first letter as a reader sees it, with its marks, joiners and modifiers; length is 1 or more. */
int linebreak_letter(const char *text, int length);
