/* Which languages an exhibit is written in. */
#pragma once

#include "schema/reader.h"

/* "es", "pt-BR": written as a language code is, whether or not there is such a language. */
bool languages_is_code(const char *code);
/* Sets the reader's languages to the usable codes of the key "languages" in config/exhibit.yaml; wrong and doubled
 * ones are errors. Without a usable one, to the languages of the title; false without those. */
bool languages_read(struct reader *reader, const struct node *root);
/* Sets them to the map's keys that are languages; without any (map NULL too), to English. */
void languages_guess(struct reader *reader, const struct node *map);
