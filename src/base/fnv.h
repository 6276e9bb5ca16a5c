/* FNV-1a, 64 bits (G. Fowler, L. C. Noll, K.-P. Vo): a number for bytes, the same on every machine, for what is compared and never
 * attacked. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Of no bytes. */
#define FNV_EMPTY UINT64_C(0xCBF29CE484222325)

/* Of what `hash` is of, and these bytes behind it. */
static inline uint64_t fnv_add(uint64_t hash, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < size; i++)
        hash = (hash ^ at[i]) * UINT64_C(0x100000001B3);
    return hash;
}
