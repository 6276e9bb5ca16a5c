/* A handful of slots: a screen takes megabytes, so there are never more. */
#include "platform/pool.h"

#include "platform/scratch.h"

static bool has_size(const SDL_Surface *surface, struct size size)
{
    return surface && surface->w == size.w && surface->h == size.h;
}

static void unmake(const struct pool *pool, SDL_Surface *surface)
{
    if (pool->maker.destroy)
        pool->maker.destroy(pool->maker.context, surface);
    else
        scratch_destroy(surface);
}

SDL_Surface *pool_take(struct pool *pool, SDL_Surface **surface, struct size size)
{
    if (has_size(*surface, size))
        return *surface;
    pool_give(pool, surface);
    for (int i = 0; i < POOL_MAX && !*surface; i++) {
        if (has_size(pool->spares[i], size))
            *surface = pool->spares[i];
        else
            unmake(pool, pool->spares[i]);
        pool->spares[i] = NULL;
    }
    if (!*surface)
        *surface = pool->maker.create ? pool->maker.create(pool->maker.context, size) : scratch_create(size);
    return *surface;
}

void pool_give(struct pool *pool, SDL_Surface **surface)
{
    for (int i = 0; i < POOL_MAX && *surface; i++) {
        if (!pool->spares[i]) {
            pool->spares[i] = *surface;
            *surface = NULL;
        }
    }
    if (*surface)
        unmake(pool, *surface);
    *surface = NULL;
}

void pool_trim(struct pool *pool, int spares)
{
    for (int i = 0; i < POOL_MAX; i++) {
        if (pool->spares[i] && spares-- <= 0) {
            unmake(pool, pool->spares[i]);
            pool->spares[i] = NULL;
        }
    }
}
