/* memfd_create(2), sealed: Linux. */
#include "images/shared_surface.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

static size_t bytes_of(const SDL_Surface *surface)
{
    return (size_t)surface->pitch * (size_t)surface->h;
}

static int create_memory(size_t bytes)
{
    int fd = memfd_create("picture", MFD_CLOEXEC | MFD_ALLOW_SEALING);

    if (fd >= 0 && ftruncate(fd, (off_t)bytes) == 0 && fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0)
        return fd;
    if (fd >= 0)
        close(fd);
    return -1;
}

SDL_Surface *shared_surface_create(struct size size, Uint32 format, int *fd)
{
    size_t bytes = (size_t)size.w * (size_t)size.h * 4;
    SDL_Surface *surface = NULL;

    *fd = create_memory(bytes);
    if (*fd < 0)
        return NULL;
    void *pixels = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, *fd, 0);

    if (pixels != MAP_FAILED) {
        surface = SDL_CreateRGBSurfaceWithFormatFrom(pixels, size.w, size.h, 32, size.w * 4, format);
        if (surface)
            surface->userdata = pixels; /* the mark by which destroy knows its own */
        else
            munmap(pixels, bytes);
    }
    if (!surface)
        close(*fd);
    return surface;
}

void shared_surface_fetch(SDL_Surface *surface)
{
#ifdef MADV_POPULATE_READ
    madvise(surface->pixels, bytes_of(surface), MADV_POPULATE_READ); /* only a hint */
#else
    (void)surface;
#endif
}

void shared_surface_destroy(SDL_Surface *surface)
{
    if (surface && surface->userdata && surface->userdata == surface->pixels)
        munmap(surface->pixels, bytes_of(surface));
    SDL_FreeSurface(surface);
}
