/* What is handed to a voice, of what is told: names as the lexicon says them, numbers as words, and no signs that a voice would spell. */
#pragma once

#include "exhibit/model.h"
#include "numerals/numerals.h"

/* numerals: of that language; NULL: numbers stay as they are. */
struct said {
    const struct exhibit *exhibit;
    int language;
    struct numerals *numerals;
};

/* In a text as it is said, whoever says it turns to another language here: between two of these stands its code; with none, it turns back.
 */
#define SAID_TURN '\x01'

/* In the arena. */
const char *said_text(struct arena *arena, const struct said *said, const char *text);
