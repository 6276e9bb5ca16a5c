/* Copied first, then looked at: what a decoder still holds may change. */
#include "images/sheet.h"

#include <math.h>
#include <string.h>

static bool is_sound_slice(const struct sheet *sheet, const struct sheet_slice *slice)
{
    const int far = 1 << 20;
    const struct rect *box = &slice->box;

    if (box->w <= 0 || box->h <= 0 || box->w > far || box->h > far || box->x < -far || box->x > far || box->y < -far || box->y > far)
        return false;
    return (unsigned)slice->kind <= GROUP_UNKNOWN && memchr(slice->group, '\0', sizeof(slice->group)) && slice->at >= sizeof(*sheet) &&
           slice->at % sizeof(uint32_t) == 0 && slice->at + (uint64_t)box->w * (uint64_t)box->h * 4 <= sheet->used;
}

static bool is_sound(const struct sheet *sheet, size_t used)
{
    bool sound = sheet->used == used && sheet->count > 0 && sheet->count <= SHEET_SLICES_MAX && isfinite(sheet->whole.x) &&
                 isfinite(sheet->whole.y) && isfinite(sheet->whole.w) && isfinite(sheet->whole.h);

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
