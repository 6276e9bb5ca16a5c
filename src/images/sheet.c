/* Copied first, then looked at: what a decoder still holds may change. What is farther away than FAR pixels is on no screen, and no whole
 * number of pixels is lost up to there. */
#include "images/sheet.h"

#include <math.h>
#include <string.h>

enum { FAR = 1 << 20 };

static bool is_near(float at)
{
    return fabsf(at) <= (float)FAR; /* which what is no number is not */
}

static bool is_sound_slice(const struct sheet *sheet, const struct sheet_slice *slice)
{
    const struct rect *box = &slice->box;

    if (box->w <= 0 || box->h <= 0 || box->w > FAR || box->h > FAR || box->x < -FAR || box->x > FAR || box->y < -FAR || box->y > FAR)
        return false;
    return (unsigned)slice->kind <= GROUP_UNKNOWN && memchr(slice->group, '\0', sizeof(slice->group)) && slice->at >= sizeof(*sheet) &&
           slice->at % sizeof(uint32_t) == 0 && slice->at + (uint64_t)box->w * (uint64_t)box->h * 4 <= sheet->used;
}

static bool is_sound(const struct sheet *sheet, size_t used)
{
    bool sound = sheet->used == used && sheet->count > 0 && sheet->count <= SHEET_SLICES_MAX && is_near(sheet->whole.x) &&
                 is_near(sheet->whole.y) && is_near(sheet->whole.w) && is_near(sheet->whole.h);

    for (uint32_t i = 0; sound && i < sheet->count; i++)
        sound = is_sound_slice(sheet, &sheet->list[i]);
    return sound;
}

SDL_Surface *sheet_take(const SDL_Surface *memory)
{
    size_t pitch = (size_t)memory->pitch, used = ((const struct sheet *)memory->pixels)->used;

    if (used < sizeof(struct sheet) || used > pitch * (size_t)memory->h)
        return NULL;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, memory->w, (int)((used + pitch - 1) / pitch), 32, SDL_PIXELFORMAT_ARGB8888);

    if (!surface)
        return NULL;
    memcpy(surface->pixels, memory->pixels, used);
    if (is_sound(sheet_of(surface), used))
        return surface;
    SDL_FreeSurface(surface);
    return NULL;
}

const struct sheet *sheet_of(const SDL_Surface *surface)
{
    return surface->pixels;
}

const uint32_t *sheet_pixels(const struct sheet *sheet, const struct sheet_slice *slice)
{
    return (const uint32_t *)(const void *)((const char *)sheet + slice->at);
}
