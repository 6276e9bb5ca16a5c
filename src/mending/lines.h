/* Slips of the typist in one file that can be mended line by line without a doubt: how many lines there are stays. Pure. */
#pragma once

#include "base/mem.h"

/* The file with what is certain mended: the byte order mark and the ends of lines, letters in two halves, tabs and no-break spaces in the
 * indentation and behind colons, typographic quotes around a whole value or a key. path: as findings name it. False, with nothing in `out`,
 * where there is nothing to mend, or where the file would not read the better for it. What was mended once has nothing to mend. */
bool lines_mend(struct buffer *out, const char *path, struct bytes bytes);
/* Adds what stands otherwise now, a pair of lines each: `PATH:LINE: - as it was`, `PATH:LINE: + as it is`. Both have as many lines. */
void lines_tell(struct buffer *told, const char *path, struct bytes before, struct bytes after);
