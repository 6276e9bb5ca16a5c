/* The interface's own words, as the table of their keys has them. Pure. */
#pragma once

#include "exhibit/model.h"

/* key: as in config/words.yaml, "panels.one"; help: what it is for, completes "KEY: ...". in: of each language of the exhibit; "" where it
 * has none. */
struct interface_word {
    const char *key, *help;
    const char *in[EXHIBIT_LANGUAGES_MAX];
};

/* All of them, in the arena, in the order of the table; what only dates and numbers are made of is not among them. Returns how many. */
int interface_words(struct arena *arena, const struct exhibit *exhibit, const struct interface_word **list);
