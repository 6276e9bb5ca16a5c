/* Numbers in files. Whoever calls the readers has looked at the size. */
#pragma once

#include "base/mem.h"

#include <string.h>

static inline bool bytes_begin(struct bytes s, const char *with, size_t length)
{
    return s.size >= length && memcmp(s.at, with, length) == 0;
}

/* Empty when it begins behind the end. */
static inline struct bytes bytes_rest(struct bytes s, size_t from)
{
    return from >= s.size ? (struct bytes){s.at + s.size, 0} : (struct bytes){s.at + from, s.size - from};
}

static inline unsigned bytes_8(struct bytes s, size_t at)
{
    return (unsigned char)s.at[at];
}

static inline uint32_t bytes_be16(struct bytes s, size_t at)
{
    return bytes_8(s, at) << 8 | bytes_8(s, at + 1);
}

static inline uint32_t bytes_be32(struct bytes s, size_t at)
{
    return bytes_be16(s, at) << 16 | bytes_be16(s, at + 2);
}

static inline uint32_t bytes_le16(struct bytes s, size_t at)
{
    return bytes_8(s, at + 1) << 8 | bytes_8(s, at);
}

static inline uint32_t bytes_le24(struct bytes s, size_t at)
{
    return bytes_8(s, at + 2) << 16 | bytes_le16(s, at);
}

static inline uint32_t bytes_le32(struct bytes s, size_t at)
{
    return bytes_le16(s, at + 2) << 16 | bytes_le16(s, at);
}
