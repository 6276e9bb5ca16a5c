/* The documents of texts: all that visitors read, for those who work on the words, and for those who read them large. Pure. */
#pragma once

#include "gallery/document.h"

/* All texts, in the order in which visitors come to them, with where each is written and how long it takes to read. language: an index; -1:
 * all of them, side by side. */
void texts_write(struct buffer *out, const struct exhibit *exhibit, int language);
/* The guide that museums hand out, in one language: large letters, in reading order, notices before what they stand for. simple: of panels
 * that have a text in simple words, that in the place of the usual one. */
void guide_write(struct buffer *out, const struct exhibit *exhibit, int language, bool simple);
