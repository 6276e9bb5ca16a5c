/* Surfaces of the screen's size that come and go. Some are kept between uses: fresh memory costs as much as painting it. */
#pragma once

#include "base/geom.h"

#include <SDL.h>

/* Another way to make them than platform/scratch.h: create gives a black XRGB8888 surface without blending, never NULL. */
struct pool_maker {
    void *context;
    SDL_Surface *(*create)(void *context, struct size size);
    void (*destroy)(void *context, SDL_Surface *surface);
};

enum { POOL_MAX = 4 };

/* Zero-initialise; with a maker or without. */
struct pool {
    struct pool_maker maker;
    SDL_Surface *spares[POOL_MAX];
};

/* Makes sure that *surface (which may be NULL) is there and has that size; what another one held is lost. */
SDL_Surface *pool_take(struct pool *pool, SDL_Surface **surface, struct size size);
/* *surface, which may be NULL, becomes a spare and NULL. */
void pool_give(struct pool *pool, SDL_Surface **surface);
/* Lets go of all but so many spares. */
void pool_trim(struct pool *pool, int spares);
