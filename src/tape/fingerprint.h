/* Which exhibit a tape was recorded on. */
#pragma once

#include "base/files.h"

/* Another number when any file of config/ says something else, or assets/ has other files; never 0. What its pictures show is not looked
 * at. */
uint64_t fingerprint_of(const struct files *files);
