/* Large surfaces. Fresh memory costs a page fault for every 4 KB when it is first written, which on a small or virtual
 * machine adds up to more than a frame's time for one screen; this memory is there at once. */
#pragma once

#include "base/geom.h"

#include <SDL.h>

/* Black XRGB8888 without blending; never NULL. */
SDL_Surface *scratch_create(struct size size);
/* Has the memory of any surface there at once, its content unchanged; where the kernel cannot, it comes page by page as ever. */
void scratch_populate(SDL_Surface *surface);
/* NULL is fine. Only for what scratch_create made. */
void scratch_destroy(SDL_Surface *surface);
