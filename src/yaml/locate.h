/* Where something stands in a curator's file, found by reading the file again: for findings made long after loading. */
#pragma once

#include "base/files.h"
#include "base/finding.h"

/* The deepest key there is of a path of keys from the top of the file (NULL-terminated); line 0 if there is not even the first. The
 * origin's file is `file`, borrowed. */
struct origin locate_key(const struct files *files, const char *file, const char *const keys[]);
/* The item of that text in the list that the keys lead to; line 0 if there is none. */
struct origin locate_item(const struct files *files, const char *file, const char *const keys[], const char *text);
/* The first place of a letter; line 0 if the file does not hold it (as such: it may stand there as an escape). */
struct origin locate_letter(const struct files *files, const char *file, uint32_t code);
