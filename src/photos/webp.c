/* SDL_image decodes; it leaves profile and orientation to us. */
#include "photos/webp.h"

#include "formats/webp.h"

#include <SDL_image.h>

/* alpha: whether it may be transparent. */
static SDL_Surface *decode(struct bytes file, bool *alpha)
{
    SDL_RWops *stream = SDL_RWFromConstMem(file.at, (int)file.size);
    SDL_Surface *decoded = stream ? IMG_LoadWEBP_RW(stream) : NULL;
    SDL_Surface *surface = decoded ? SDL_ConvertSurfaceFormat(decoded, SDL_PIXELFORMAT_BGRA32, 0) : NULL;

    *alpha = decoded && SDL_ISPIXELFORMAT_ALPHA(decoded->format->format);
    SDL_FreeSurface(decoded);
    if (stream)
        SDL_RWclose(stream);
    return surface;
}

const char *webp_read(struct bytes file, struct rows *rows)
{
    bool alpha;
    SDL_Surface *surface = decode(file, &alpha);

    if (!surface)
        return "it is damaged and cannot be read; export or copy it again";
    struct photo_facts facts = {
        .size = {surface->w, surface->h},
        .w = surface->w,
        .h = surface->h,
        .alpha = alpha,
        .colours = {.ink = INK_COLOUR, .profile = webp_chunk(file, "ICCP")},
    };
    bool begun = rows_begin(rows, &facts);

    for (int y = 0; begun && y < surface->h && !rows_are_enough(rows); y++)
        rows_add(rows, (const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch);
    SDL_FreeSurface(surface);
    return begun ? NULL : IMAGE_NO_MEMORY;
}
