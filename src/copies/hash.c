/* libxxhash's header compiles it in: nothing is linked. */
#include "copies/hash.h"

#include "base/mem.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { PIECE_BYTES = 256 * 1024 };

struct hash hash_of(const void *bytes, size_t size)
{
    XXH128_hash_t hash = XXH3_128bits(bytes, size);

    return (struct hash){hash.high64, hash.low64};
}

/* Read, not mapped: a file that is cut short meanwhile must not end us. */
static bool take_file(int fd, XXH3_state_t *state, char *piece)
{
    off_t at = 0;
    ssize_t count;

    while ((count = pread(fd, piece, PIECE_BYTES, at)) != 0) {
        if (count < 0 && errno != EINTR)
            return false;
        if (count > 0)
            XXH3_128bits_update(state, piece, (size_t)count);
        at += count > 0 ? count : 0;
    }
    return true;
}

bool hash_file(int fd, struct hash *hash)
{
    XXH3_state_t *state = XXH3_createState();
    char *piece = mem_alloc(PIECE_BYTES);
    bool read = state && XXH3_128bits_reset(state) == XXH_OK && take_file(fd, state, piece);

    if (read) {
        XXH128_hash_t digest = XXH3_128bits_digest(state);

        *hash = (struct hash){digest.high64, digest.low64};
    }
    free(piece);
    XXH3_freeState(state);
    return read;
}

bool hash_equal(struct hash one, struct hash other)
{
    return one.high == other.high && one.low == other.low;
}

uint64_t hash_on(uint64_t before, const void *bytes, size_t size)
{
    return XXH3_64bits_withSeed(bytes, size, before);
}
