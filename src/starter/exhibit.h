/* A first exhibit: small, complete, explained in remarks, in the languages that are asked for. */
#pragma once

#include "load/builtin.h"
#include "starter/spoken.h"

/* The wish's languages out of "en,es,pt-BR", in the arena. False, with a log line, unless they are codes of languages, each once. */
bool exhibit_languages(struct arena *arena, const char *text, struct starter_wish *wish);
/* Its files, in the arena; returns how many. Texts stand in each language: in a language that the example has not, in the first one's
 * words, as those of the interface do where none are built in. */
int starter_exhibit(struct arena *arena, const struct starter_wish *wish, struct builtin_file **files);
