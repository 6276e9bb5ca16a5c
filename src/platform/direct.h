/* Surfaces in memory that the X server sees too: it shows any part of them anywhere on the window, and nothing is copied on our side. */
#pragma once

#include "base/geom.h"

#include <SDL.h>

struct direct;

/* A part of a surface, and where on the window its top left corner is shown. */
struct patch {
    const SDL_Surface *from; /* of direct_surface_create */
    struct rect part;
    int x, y;
};

/* Borrows the window. NULL where that way is closed: no X11, a server that does not share our memory, or pixels other than XRGB8888. */
struct direct *direct_create(SDL_Window *window);
/* After all its surfaces. NULL is fine. */
void direct_destroy(struct direct *direct);
/* Black XRGB8888 without blending, its memory there at once (platform/scratch.h); NULL if the server cannot see it. */
SDL_Surface *direct_surface_create(struct direct *direct, struct size size);
/* NULL is fine. */
void direct_surface_destroy(struct direct *direct, SDL_Surface *surface);
/* Returns when all of them are on the screen: from then on the surfaces may be painted again. */
void direct_show(struct direct *direct, const struct patch *patches, int count);
