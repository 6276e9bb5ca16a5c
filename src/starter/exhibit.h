/* A first exhibit: small, complete, explained in remarks, in the languages that are asked for. */
#pragma once

#include "load/builtin.h"

/* languages: at least one. title: one for all languages; NULL: the example's. */
struct starter_wish {
    const char *const *languages;
    int language_count;
    const char *title;
};

/* Its files, in the arena; returns how many. Texts stand in each language: in a language that the example has not, in the first one's
 * words, as those of the interface do where none are built in. */
int starter_exhibit(struct arena *arena, const struct starter_wish *wish, struct builtin_file **files);
