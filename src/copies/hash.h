/* XXH3. With 128 bits as fast as memory, so that a whole photograph may be told from all others by it. It is no guard against forgers. */
#pragma once

#include "base/base.h"

struct hash {
    uint64_t high, low;
};

struct hash hash_of(const void *bytes, size_t size);
/* Of all that an open file holds, whatever its offset. False if it cannot be read. */
bool hash_file(int fd, struct hash *hash);
bool hash_equal(struct hash one, struct hash other);

/* 64 bits of `before` (0 to begin with) and these bytes, for tables in memory. */
uint64_t hash_on(uint64_t before, const void *bytes, size_t size);
