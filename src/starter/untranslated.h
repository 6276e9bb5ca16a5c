/* The interface's words for a language of which none are built in: another language's, to be translated. */
#pragma once

#include "base/mem.h"

/* Whether they are built in. language: "de", "pt-BR". */
bool untranslated_has_words(const char *language);
/* Adds a block for config/words.yaml for each of the languages without built-in words: those of the first language, or else English ones,
 * without what each language has of its own, its name, numbers and dates. Adds nothing where none is needed. */
void untranslated_words(struct buffer *text, const char *first, const char *const *languages, int count);
