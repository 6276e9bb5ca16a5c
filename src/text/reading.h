/* How much there is to read, for the time that reading takes. Pure. */
#pragma once

#include "base/mem.h"

/* Words of a checked text of one paragraph. Where a script sets no spaces, so many letters count as a word as are read in its time. */
int reading_words(const char *text, size_t length);
