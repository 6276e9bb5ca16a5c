/* UTF-8: checked once, where a file is read (utf8_check), so that all other code may decode without checks of its own. */
#pragma once

#include "base/base.h"

/* Length of the longest well-formed prefix: equals `length` when all is well. Overlong forms, surrogates and code
 * points above U+10FFFF are malformed. */
size_t utf8_check(const char *bytes, size_t length);
/* The code point at *at, which moves behind it; *at < end. A malformed byte, which checked text has not, gives U+FFFD and moves by one. */
uint32_t utf8_next(const char **at, const char *end);
/* Writes 1 to 4 bytes and returns how many; `code` must be a scalar value. */
int utf8_put(char bytes[4], uint32_t code);
