/* A card that grows out of what was touched. */
#pragma once

#include "layout/draw.h"
#include "pixels/pixels.h"

/* Draws the frame's growth on what was there before (frame.fade_share of its way): `place` is the last ground's, `from` where it begins,
 * both on the canvas; before, after: the screen without it and with it. Around it gets darker, on it what comes appears on its paper. */
struct growth_setting {
    const struct frame *frame;
    const SDL_Surface *before, *after;
    struct rect from, place;
};

void growth_put(SDL_Surface *canvas, const struct growth_setting *setting);
