/* Texts that the program brings along in several languages, a line each, written out in those of an exhibit. */
#pragma once

#include "base/mem.h"

/* languages: at least one. title: one for all languages; NULL: the example's. */
struct starter_wish {
    const char *const *languages;
    int language_count;
    const char *title;
};

/* Adds the lines of `source`, each group of texts in the languages wished for, in their order: in a language that it has not, in the words
 * of the first one, or else of its own first one. A list of languages becomes theirs, the exhibit's title the one wished for. */
void spoken_copy(struct buffer *text, const struct starter_wish *wish, const char *source);
/* Adds words as a value in double quotes, without control codes. */
void spoken_quote(struct buffer *text, const char *words);
