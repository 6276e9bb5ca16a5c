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

/* Where the sentences of a text end, in bytes, the last at its end; the blanks behind a sentence are its own. An abbreviation that ICU
 * knows of the language ends none. In the arena; *count: how many. */
const int *sentence_ends(struct arena *arena, struct bytes text, const char *language, int *count);
