/* Surfaces whose pixels lie in memory that another process may be given. */
#pragma once

#include "base/geom.h"

#include <SDL.h>

/* Zeroed, 32 bits a pixel, rows without gaps. *fd is the memory, for another process to draw into (its size can no longer be changed, so
 * that a process gone wrong can spoil the pixels and nothing else); the caller closes it. NULL when there is no memory. */
SDL_Surface *shared_surface_create(struct size size, Uint32 format, int *fd);
/* For pixels that another process has written: brings them into this one's page tables, so that the first who reads does not wait. */
void shared_surface_fetch(SDL_Surface *surface);
/* Any surface, shared or SDL's own; NULL is fine. */
void shared_surface_destroy(SDL_Surface *surface);
