/* New files below a folder, never over old ones. */
#pragma once

#include "load/builtin.h"

/* Makes the folders and writes all files, or none: what was written is removed again when one cannot be. False, with errno, and in *at the
 * file's path; EEXIST when it is there already. */
bool writing_new(const char *folder, const struct builtin_file *files, int count, const char **at);
/* The new bytes in the place of the old ones, whole. False, with errno: the file is as it was. */
bool writing_over(const char *folder, const struct builtin_file *file);
