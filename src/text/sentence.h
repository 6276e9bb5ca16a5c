/* Sentences (UAX #29), by ICU. */
#pragma once

#include "base/mem.h"

/* A part of a text; words: as reading_words counts them. */
struct sentence {
    struct bytes bytes;
    int words;
};

/* The one with the most words, of those that a sign ends: words of none where there are no such, as in Thai. language: BCP 47 code. Line
 * breaks end none. */
struct sentence sentence_longest(struct bytes text, const char *language);
