/* New files below a folder, never over old ones. */
#pragma once

#include "load/builtin.h"

/* Makes the folders and writes all files, or none: what was written is removed again when one cannot be. A folder
 * that is not there yet appears with all that it is to hold, even if the power is cut. False, with errno, and in *at the
 * file's path; EEXIST when it is there already. */
bool writing_new(const char *folder, const struct builtin_file *files, int count, const char **at);
/* Makes the folders of one such file alone. False, with errno: they cannot be made, or, EEXIST, it is there already. */
bool writing_make_room(const char *folder, const char *path);
