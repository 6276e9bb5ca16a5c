/* Which source text each translation was made of: a hash, in the file config/.translations, which nobody needs to open. A text that has no
 * line there is not watched. */
#pragma once

#include "base/files.h"

#define TRANSLATIONS_FILE "config/.translations"

struct translation {
    const char *key, *language; /* key: as in struct text_entry */
    uint64_t hash;
};

/* Sorted by key and language. */
struct translations {
    struct translation *list;
    int count, capacity;
    struct arena *arena;
};

/* Those of the file; none where there is no such file, and without lines that cannot be read. The texts go into the arena, which is
 * borrowed. */
void translations_read(struct translations *all, const struct files *files, struct arena *arena);
void translations_finish(struct translations *all);
uint64_t translations_hash(const char *source);
/* NULL if it is not watched. */
const struct translation *translations_find(const struct translations *all, const char *key, const char *language);
void translations_set(struct translations *all, const struct translation *translation);
/* The file's bytes, into an empty buffer. */
void translations_write(const struct translations *all, struct buffer *out);
