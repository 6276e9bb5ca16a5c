/* How much there is to read, for the time that reading takes. Pure. */
#pragma once

#include "base/prose.h"

/* Words as ICU parts them (UAX #29). Where a script sets no spaces, so many letters count as a word as are read in its time. A walk over
 * all of it, some microseconds a line: who needs it often keeps it. */
int reading_words(const struct prose *prose);
/* Whether the words stand in the text at that place, and are no part of a longer one. */
bool reading_stands(const char *text, const char *at, const char *words);
