/* Letters spelled out as programs hand them on: "Gr=FC=DFe" of e-mails, "%C3%BC" of addresses, "\u00fc" of program text, "\'fc" of word
 * processors, "<0x00FC>" of layout programs, "+APw-" of UTF-7. Pure. */
#pragma once

#include "base/base.h"

enum { SPELLED_WORD_BYTES = 64 };

/* Bytes from..to - 1 of the text. shown, meant: the word around it as it stands, and in letters (cut where it is long). */
struct spelled {
    size_t from, to;
    char shown[SPELLED_WORD_BYTES], meant[SPELLED_WORD_BYTES];
};

/* The first in a checked text; false if there is none. Web addresses, names of files and what stands between
 * backquotes are let be; so is what may be a number ("60 %", "x=20"). */
bool spelled_find(const char *text, size_t length, struct spelled *found);
