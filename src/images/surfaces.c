/* A hash table with chains, and one list in the order of use. */
#include "images/surfaces.h"

#include "base/mem.h"
#include "copies/hash.h"
#include "images/shared_surface.h"

#include <stdlib.h>
#include <string.h>

enum { TABLE_SLOTS = 1024 }; /* a power of two; some hundred lines of text are the rule */

struct entry {
    struct entry *chain;         /* the next in the same slot */
    struct entry *newer, *older; /* by use */
    struct surface_key key;
    uint64_t hash, round;
    SDL_Surface *surface;
    size_t bytes;
    char text[];
};

struct surfaces {
    struct entry *slots[TABLE_SLOTS];
    struct entry *newest, *oldest;
    size_t budget, bytes, bytes_in_use;
    uint64_t round; /* of trims */
};

uint64_t surface_key_hash(const struct surface_key *key)
{
    return hash_on(hash_on(0, key->numbers, sizeof(key->numbers)), key->text, key->length);
}

bool surface_key_equal(const struct surface_key *one, const struct surface_key *other)
{
    return memcmp(one->numbers, other->numbers, sizeof(one->numbers)) == 0 && one->length == other->length &&
           (one->length == 0 || memcmp(one->text, other->text, one->length) == 0);
}

struct surfaces *surfaces_create(size_t budget_bytes)
{
    struct surfaces *surfaces = mem_alloc(sizeof(*surfaces));

    surfaces->budget = budget_bytes;
    surfaces->round = 1;
    return surfaces;
}

static void unlist(struct surfaces *surfaces, struct entry *entry)
{
    *(entry->newer ? &entry->newer->older : &surfaces->newest) = entry->older;
    *(entry->older ? &entry->older->newer : &surfaces->oldest) = entry->newer;
}

static void list_newest(struct surfaces *surfaces, struct entry *entry)
{
    entry->newer = NULL;
    entry->older = surfaces->newest;
    *(entry->older ? &entry->older->newer : &surfaces->oldest) = entry;
    surfaces->newest = entry;
}

static void use(struct surfaces *surfaces, struct entry *entry)
{
    if (entry->round != surfaces->round)
        surfaces->bytes_in_use += entry->bytes;
    entry->round = surfaces->round;
}

static struct entry **slot_of(struct surfaces *surfaces, uint64_t hash)
{
    return &surfaces->slots[hash % TABLE_SLOTS];
}

static void drop(struct surfaces *surfaces, struct entry *entry)
{
    struct entry **link = slot_of(surfaces, entry->hash);

    while (*link != entry)
        link = &(*link)->chain;
    *link = entry->chain;
    unlist(surfaces, entry);
    surfaces->bytes -= entry->bytes;
    shared_surface_destroy(entry->surface);
    free(entry);
}

void surfaces_destroy(struct surfaces *surfaces)
{
    if (!surfaces)
        return;
    for (struct entry *entry = surfaces->oldest, *newer; entry; entry = newer) {
        newer = entry->newer;
        drop(surfaces, entry);
    }
    free(surfaces);
}

static struct entry *find(struct surfaces *surfaces, const struct surface_key *key, uint64_t hash)
{
    struct entry *entry = *slot_of(surfaces, hash);

    while (entry && (entry->hash != hash || !surface_key_equal(&entry->key, key)))
        entry = entry->chain;
    return entry;
}

SDL_Surface *surfaces_get(struct surfaces *surfaces, const struct surface_key *key)
{
    struct entry *entry = find(surfaces, key, surface_key_hash(key));

    if (!entry)
        return NULL;
    unlist(surfaces, entry);
    list_newest(surfaces, entry);
    use(surfaces, entry);
    return entry->surface;
}

void surfaces_put(struct surfaces *surfaces, const struct surface_key *key, SDL_Surface *surface)
{
    uint64_t hash = surface_key_hash(key);
    struct entry *entry = mem_alloc(sizeof(*entry) + key->length);

    ASSERT(surface && !find(surfaces, key, hash));
    entry->key = *key;
    entry->key.text = entry->text;
    if (key->length)
        memcpy(entry->text, key->text, key->length);
    entry->hash = hash;
    entry->surface = surface;
    entry->bytes = (size_t)surface->h * (size_t)surface->pitch + sizeof(*entry) + key->length;
    entry->chain = *slot_of(surfaces, hash);
    *slot_of(surfaces, hash) = entry;
    list_newest(surfaces, entry);
    surfaces->bytes += entry->bytes;
    use(surfaces, entry);
}

void surfaces_trim(struct surfaces *surfaces)
{
    for (struct entry *entry = surfaces->oldest, *newer; entry && surfaces->bytes > surfaces->budget && entry->round != surfaces->round;
         entry = newer) {
        newer = entry->newer;
        drop(surfaces, entry);
    }
    surfaces->round++;
    surfaces->bytes_in_use = 0;
}

SDL_Surface *surfaces_best(const struct surfaces *surfaces, double (*score)(const struct surface_key *key, const void *context),
                           const void *context, const struct surface_key **key)
{
    SDL_Surface *best = NULL;
    double most = 0;

    for (const struct entry *entry = surfaces->newest; entry; entry = entry->older) {
        double points = score(&entry->key, context);

        if (points > most) {
            most = points;
            best = entry->surface;
            *key = &entry->key;
        }
    }
    return best;
}

void surfaces_drop(struct surfaces *surfaces, bool (*stale)(const struct surface_key *key, bool used, const void *context),
                   const void *context)
{
    for (struct entry *entry = surfaces->oldest, *newer; entry; entry = newer) {
        bool used = entry->round == surfaces->round;

        newer = entry->newer;
        if (!stale(&entry->key, used, context))
            continue;
        if (used)
            surfaces->bytes_in_use -= entry->bytes;
        drop(surfaces, entry);
    }
}

size_t surfaces_bytes(const struct surfaces *surfaces)
{
    return surfaces->bytes;
}

size_t surfaces_bytes_in_use(const struct surfaces *surfaces)
{
    return surfaces->bytes_in_use;
}
