/* Surfaces kept by key: least recently used first out, by bytes. Main thread only. */
#pragma once

#include "base/base.h"

#include <SDL.h>

enum { SURFACE_KEY_NUMBERS = 13 };

/* What a surface shows: a text (a path, or words) and the numbers that go with it, unused ones 0. */
struct surface_key {
    int32_t numbers[SURFACE_KEY_NUMBERS];
    const char *text; /* need not be terminated */
    size_t length;
};

/* Of all of the key, by XXH3: it is asked for at each word that is measured. */
uint64_t surface_key_hash(const struct surface_key *key);
bool surface_key_equal(const struct surface_key *one, const struct surface_key *other);

struct surfaces;

struct surfaces *surfaces_create(size_t budget_bytes);
/* NULL is fine. */
void surfaces_destroy(struct surfaces *surfaces);
/* Borrowed until the next trim or drop; NULL if it is not there. Counts as use. */
SDL_Surface *surfaces_get(struct surfaces *surfaces, const struct surface_key *key);
/* Copies the key and takes the surface, which counts as used. The key must not be there yet. */
void surfaces_put(struct surfaces *surfaces, const struct surface_key *key, SDL_Surface *surface);
/* Frees the least recently used while there is more than the budget. What was used since the trim before stays even then: it is being
 * shown, and would only be made again. */
void surfaces_trim(struct surfaces *surfaces);
/* The surface with the highest score, of equal ones the most recently used, and its key, borrowed like it; NULL, with *key untouched, if no
 * score is above 0. Does not count as use. */
SDL_Surface *surfaces_best(const struct surfaces *surfaces, double (*score)(const struct surface_key *key, const void *context),
                           const void *context, const struct surface_key **key);
/* Frees all for which `stale` is true. used: since the last trim. */
void surfaces_drop(struct surfaces *surfaces, bool (*stale)(const struct surface_key *key, bool used, const void *context),
                   const void *context);
size_t surfaces_bytes(const struct surfaces *surfaces);
/* The bytes of what was used since the last trim. */
size_t surfaces_bytes_in_use(const struct surfaces *surfaces);
