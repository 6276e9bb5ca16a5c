/* Slips of the typist that can be mended without a doubt. */
#pragma once

#include "base/files.h"
#include "base/mem.h"

#include <stdio.h>

/* One file with what is certain mended: the byte order mark and the ends of lines, letters in two halves, tabs and no-break spaces in the
 * indentation and behind colons, typographic quotes around a whole value. Adds the bytes to `out`, and to `told` a line for each line that
 * changed, with what it was and is. False, with nothing in `out`, where there is nothing to mend, or where it would not mend the file. */
bool mending_bytes(struct buffer *out, struct buffer *told, const char *path, struct bytes bytes);
/* All YAML files of the exhibit in the folder, each whole or not at all; what was done is printed. False, with a log line, when one could
 * not be written: that is as it was. */
bool mending_exhibit(const struct files *files, const char *root, FILE *print);
