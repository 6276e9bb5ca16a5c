/* libjpeg-turbo, not SDL_image, which neither decodes to a smaller size nor tells that half of a photograph is missing. */
#include "decoder/jpeg.h"

#include "images/image.h"

#include <string.h>
#include <turbojpeg.h>

/* EIGHTH: as a power of two. SMALL_PIXELS: fewer are decoded so fast that the loss of sharpness at edges gains nothing. */
enum { EIGHTH = 3, SMALL_PIXELS = 1000 * 1000 };

static int scaled(int length, int power)
{
    return (length + (1 << power) - 1) >> power; /* as libjpeg rounds */
}

static SDL_Surface *create(struct size photo, struct size least)
{
    int power = (int64_t)photo.w * photo.h < SMALL_PIXELS ? 0 : EIGHTH;

    while (power > 0 && (scaled(photo.w, power) < least.w || scaled(photo.h, power) < least.h))
        power--;
    return SDL_CreateRGBSurfaceWithFormat(0, scaled(photo.w, power), scaled(photo.h, power), 32, SDL_PIXELFORMAT_XRGB8888);
}

/* Some warnings are of bytes that nobody misses; these are of pixels that are not there. */
static bool is_cut_short(const char *warning)
{
    return strstr(warning, "remature end") != NULL;
}

static const char *decode(tjhandle handle, struct bytes file, SDL_Surface *surface)
{
    const unsigned char *bytes = (const unsigned char *)file.at;

    if (tjDecompress2(handle, bytes, file.size, surface->pixels, surface->w, surface->pitch, surface->h, TJPF_BGRX, 0) == 0)
        return NULL;
    if (tjGetErrorCode(handle) == TJERR_WARNING && !is_cut_short(tjGetErrorStr2(handle)))
        return NULL;
    return "it is damaged, or was not copied to its end; export or copy it again";
}

SDL_Surface *jpeg_read(struct bytes file, struct size least, const char **why)
{
    tjhandle handle = tjInitDecompress();
    SDL_Surface *surface = NULL;
    struct size photo;
    int sampling, colours;

    *why = "it is damaged and cannot be read; export or copy it again";
    if (handle && tjDecompressHeader3(handle, (const unsigned char *)file.at, file.size, &photo.w, &photo.h, &sampling, &colours) == 0) {
        surface = create(photo, least);
        *why = surface ? decode(handle, file, surface) : IMAGE_NO_MEMORY;
    }
    if (handle)
        tjDestroy(handle);
    if (!*why)
        return surface;
    SDL_FreeSurface(surface);
    return NULL;
}
