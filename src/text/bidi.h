/* Order of letters: UAX #9 through ICU. A text with nothing of the right-to-left scripts in it costs a look at its bytes. Pure. */
#pragma once

#include "base/mem.h"

/* Checked UTF-8. leftward: the base direction: whether its lines begin at the right. */
struct bidi_text {
    const char *bytes;
    int length;
    bool leftward;
};

/* The base direction of a text on a page whose language has that one: its own where it runs the other way, as what nobody translated and a
 * foreign name do. Such a text begins with a letter of the other direction, and of the page's has hardly any. */
bool bidi_base(const struct bidi_text *text);
/* The embedding level of each byte, in the arena: what stands on an odd one runs from right to left. A line feed begins a new paragraph.
 * NULL if all levels are 0, as in most texts. */
uint8_t *bidi_levels(struct arena *arena, const struct bidi_text *text);
/* order[k]: which of the pieces of one line, whose levels are given, is the k-th from the left (rule L2). */
void bidi_order(const uint8_t *levels, int count, int *order);
/* Whether the lines of a language begin at the right; language: BCP 47 code or NULL. */
bool bidi_is_leftward(const char *language);
