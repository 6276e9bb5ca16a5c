/* MAP_POPULATE has the kernel fill in all pages in one go. */
#include "platform/scratch.h"

#include <sys/mman.h>

SDL_Surface *scratch_create(struct size size)
{
    size_t bytes = (size_t)size.w * (size_t)size.h * 4;
    void *pixels = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);

    ASSERT(pixels != MAP_FAILED); /* out of memory */
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormatFrom(pixels, size.w, size.h, 32, size.w * 4, SDL_PIXELFORMAT_XRGB8888);

    ASSERT(surface);
    SDL_SetSurfaceBlendMode(surface, SDL_BLENDMODE_NONE);
    return surface;
}

void scratch_populate(SDL_Surface *surface)
{
#if defined(MADV_POPULATE_WRITE)
    const uintptr_t page = 4096;
    size_t bytes = (size_t)surface->h * (size_t)surface->pitch, skip = (page - (uintptr_t)surface->pixels % page) % page;

    if (bytes > skip)
        madvise((char *)surface->pixels + skip, bytes - skip, MADV_POPULATE_WRITE);
#else
    (void)surface;
#endif
}

void scratch_destroy(SDL_Surface *surface)
{
    if (!surface)
        return;
    munmap(surface->pixels, (size_t)surface->h * (size_t)surface->pitch);
    SDL_FreeSurface(surface);
}
