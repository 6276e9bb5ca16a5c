/* Slips of the typist that can be mended without a doubt, in all files of an exhibit. */
#pragma once

#include "base/files.h"

#include <stdio.h>

/* First what stands line by line (mending/lines), then the order of dates (mending/dates): kept as far as the exhibit loads with no more
 * errors than before. All files that change are written together, or none; each line that changed is printed as it was and as it is. False,
 * with a log line: they could not be written, and all is as it was. */
bool mending_exhibit(const struct files *files, const char *root, FILE *print);
