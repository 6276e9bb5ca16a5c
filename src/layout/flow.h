/* Flow: a block's spans as one text, ready to be broken into lines. */
#pragma once

#include "base/mem.h"
#include "base/prose.h"
#include "text/linebreak.h"

/* As it is drawn: one space for each space or line break, none at the ends nor at the beginning of a line; no invisible letters.
 * breaks: an enum linebreak behind each byte; spans: the span of each byte; levels: its level in the order of the block (text/bidi.h), NULL
 * where all runs to the right. All of it in the arena. */
struct flow {
    const struct prose_block *block;
    char *text;
    uint8_t *breaks, *levels;
    int *spans;
    int length;
    bool leftward; /* lines of its language begin at the right */
    bool foreign;  /* but its own at the other side: levels are those of its own direction */
};

/* language: BCP 47 code or NULL; kept: for linebreak_find, or NULL. */
struct flow flow_make(struct arena *arena, const struct prose_block *block, const char *language, struct linebreaks *kept);
