/* What options choose of an exhibit, by its name. */
#pragma once

#include "exhibit/model.h"

/* NULL chooses nothing, and leaves *index as it is. False, with a log line that says what there is: there is nothing of that name. */
bool choosing_language(const struct exhibit *exhibit, const char *code, int *index);
bool choosing_panel(const struct exhibit *exhibit, const char *id, int *index);
