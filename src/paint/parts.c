/* Out of the window's shared memory. */
#include "paint/parts.h"

static SDL_Surface *create_part(void *context, struct size size)
{
    SDL_Surface *surface = direct_surface_create(context, size);

    ASSERT(surface); /* out of memory */
    return surface;
}

static void destroy_part(void *context, SDL_Surface *surface)
{
    direct_surface_destroy(context, surface);
}

void parts_use(struct painter *painter, struct direct *direct)
{
    if (direct)
        painter_use_parts(painter, &(struct pool_maker){direct, create_part, destroy_part});
}
