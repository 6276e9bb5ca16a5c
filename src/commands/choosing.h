/* What options choose of an exhibit, by its name. */
#pragma once

#include "exhibit/model.h"

/* NULL chooses nothing, and leaves *index as it is. False, with a log line that says what there is: there is nothing of that name. */
bool choosing_language(const struct exhibit *exhibit, const char *code, int *index);
bool choosing_panel(const struct exhibit *exhibit, const char *id, int *index);
/* "usual,large": a bit of *texts for each. */
bool choosing_texts(const char *list, unsigned *texts);
/* False, with a log line: what is to be written there (NULL: nothing) would come to lie among the exhibit's own files. */
bool choosing_output(const char *folder, const char *output);
