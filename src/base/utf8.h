/* UTF-8: checked once, where a file is read (utf8_check), so that all other code may decode without checks of its own. */
#pragma once

#include "base/base.h"

/* Length of the longest well-formed prefix: equals `length` when all is well. Overlong forms, surrogates and code
 * points above U+10FFFF are malformed. */
size_t utf8_check(const char *bytes, size_t length);
/* utf8_next of what is not ASCII. */
uint32_t utf8_next_long(const char **at, const char *end);
/* The first byte that is not ASCII, or end. Eight at a time: most of most texts is passed over so. */
const char *utf8_past_ascii(const char *at, const char *end);
/* The first byte that is no ASCII letter, digit, sign or blank, or end: eight at a time, too. */
const char *utf8_past_printable(const char *at, const char *end);
/* Behind so many letters, or end. */
const char *utf8_skip(const char *at, const char *end, size_t letters);

/* The code point at *at, which moves behind it; *at < end. A malformed byte, which checked text has not, gives U+FFFD and moves by one. */
static inline uint32_t utf8_next(const char **at, const char *end)
{
    return (unsigned char)**at < 0x80 ? (unsigned char)*(*at)++ : utf8_next_long(at, end);
}

/* Writes 1 to 4 bytes and returns how many; `code` must be a scalar value. */
int utf8_put(char bytes[4], uint32_t code);
