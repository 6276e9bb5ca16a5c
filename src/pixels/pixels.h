/* Loops over pixels that SDL has not, or has slower. All surfaces have 32 bits a pixel. */
#pragma once

#include "base/colour.h"
#include "base/geom.h"

#include <SDL.h>

/* Two rows of bytes, and how much of `to` is mixed in: 0 to 256. */
struct pixels_mix {
    const void *from, *to;
    unsigned share;
};

/* From one surface to another of the same size by way of a colour; share as in struct pixels_mix. */
struct pixels_passage {
    const SDL_Surface *from, *to;
    struct colour by;
    unsigned share;
};

/* out = from + (to - from) * share / 256, rounded, per byte; exact at both ends; the same on every machine. `out` may not overlap the
 * others. */
void pixels_lerp(void *out, struct pixels_mix mix, size_t bytes);
/* The same for whole surfaces of one size. */
void pixels_blend(SDL_Surface *out, const SDL_Surface *from, const SDL_Surface *to, unsigned share);
/* The same inside rect, by way of a colour: at a share of 128 that is all there is, but for pixels that are the same in both: those stay.
 */
void pixels_blend_through(SDL_Surface *out, struct pixels_passage passage, struct rect rect);
/* Makes the rectangle the surface's clip. */
void pixels_clip(SDL_Surface *surface, struct rect rect);
/* Fills what lies inside the surface's clip, blending where colour.a < 255. XRGB. */
void pixels_fill(SDL_Surface *surface, struct rect rect, struct colour colour);
/* Copies what lies inside the surface's clip of `from` laid at (x, y). */
void pixels_copy(SDL_Surface *surface, const SDL_Surface *from, int x, int y);
/* Blends what lies inside the surface's clip of `from` laid at (x, y): ARGB, its colours not multiplied by its alpha. Rounded; the same on
 * every machine. XRGB. */
void pixels_ink(SDL_Surface *surface, const SDL_Surface *from, int x, int y);
/* Draws what lies inside the surface's clip of `from` stretched to `rect`, smoothly (bilinear: good from half to many times the size). */
void pixels_stretch(SDL_Surface *surface, struct rect rect, const SDL_Surface *from);
/* Copies `from` turned clockwise by 0, 90, 180 or 270 degrees; `surface` has the size of the turned picture. */
void pixels_turn(SDL_Surface *surface, const SDL_Surface *from, int degrees);
