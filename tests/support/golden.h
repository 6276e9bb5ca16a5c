/* Golden files: what a test made, compared with what stands in the tree. */
#pragma once

#include "base/mem.h"

/* Fails the running cmocka test, printing the first line that differs; with UPDATE_GOLDEN=1 in the environment the file is written instead.
 * path: from the root of the repository, where tests run. */
void golden_compare(const char *path, const struct buffer *made);
