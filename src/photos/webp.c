/* SDL_image decodes; it leaves profile and orientation to us. */
#include "photos/webp.h"

#include "formats/webp.h"

#include <SDL_image.h>
#include <stdlib.h>

enum { CHANNELS = 4 };

/* A row at a time, so that a large photograph is held but once. */
static void add_rows(SDL_Surface *surface, uint8_t *row, struct rows *rows)
{
    int pitch = surface->w * CHANNELS;

    for (int y = 0; y < surface->h && !rows_are_enough(rows); y++) {
        SDL_ConvertPixels(surface->w, 1, surface->format->format, (const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch,
                          surface->pitch, SDL_PIXELFORMAT_BGRA32, row, pitch);
        rows_add(rows, row);
    }
}

static bool hand_over(struct bytes file, SDL_Surface *surface, struct rows *rows)
{
    struct photo_facts facts = {
        .size = {surface->w, surface->h},
        .w = surface->w,
        .h = surface->h,
        .alpha = SDL_ISPIXELFORMAT_ALPHA(surface->format->format),
        .colours = {.ink = INK_COLOUR, .profile = webp_chunk(file, "ICCP")},
    };
    uint8_t *row = malloc((size_t)surface->w * CHANNELS);
    bool begun = row && rows_begin(rows, &facts);

    if (begun)
        add_rows(surface, row, rows);
    free(row);
    return begun;
}

const char *webp_read(struct bytes file, struct rows *rows)
{
    SDL_RWops *stream = SDL_RWFromConstMem(file.at, (int)file.size);
    SDL_Surface *surface = stream ? IMG_LoadWEBP_RW(stream) : NULL;

    if (stream)
        SDL_RWclose(stream);
    if (!surface)
        return "it is damaged and cannot be read; export or copy it again";
    bool shown = hand_over(file, surface, rows);

    SDL_FreeSurface(surface);
    return shown ? NULL : IMAGE_NO_MEMORY;
}
