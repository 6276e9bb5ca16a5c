/* How hard a text is to read: LIX, the words of a sentence and the hundredth part of words longer than six letters (Björnsson, Läsbarhet,
 * 1968). It was found for Swedish and holds, each language by itself, for those that write alike: "Readability of newspapers in 11
 * languages", Reading Research Quarterly 18 (1983) 480-497. It knows nothing of what a text means: two texts in one language can be
 * compared by it, and a very high number says that a text is hard. */
#pragma once

#include "base/mem.h"
#include "base/prose.h"

/* NONE: there is none, in scripts that are neither Latin nor Cyrillic, and of fewer than HARDNESS_WORDS_LEAST words. HARD: as newspapers
 * for experts, and laws; EASY_MOST: as what is written for children and in simple words. */
enum { HARDNESS_NONE = -1, HARDNESS_EASY_MOST = 34, HARDNESS_HARD = 45, HARDNESS_WORDS_LEAST = 25 };

/* Rounded. Each block ends a sentence. language: BCP 47 code. */
int hardness_of(const struct prose *prose, const char *language);
/* "easy", "medium", ...; of HARDNESS_NONE NULL. */
const char *hardness_name(int hardness);
