/* Translations that are behind: their source text has changed since they were made, as far as that is watched (wording/translations). */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

/* A warning for each, at the translation. Where nothing is watched, no file is read. */
void stale_report(const struct files *files, const struct exhibit *exhibit, struct findings *findings);
/* All translations are right as they stand, and watched from now on. root: the folder of `files`. How many they are; -1, with a log line,
 * if that cannot be written or read. */
int stale_accept(const struct files *files, const char *root, const struct exhibit *exhibit);
