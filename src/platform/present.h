/* How the canvas comes onto a window: turned as the screen is mounted, through a graphics processor or without one. */
#pragma once

#include "base/colour.h"
#include "base/geom.h"
#include "platform/direct.h"

#include <SDL.h>

/* SURFACE: straight from memory that the X server shares, or else from the window's own; for X11 (and SDL's drivers without a screen) on
 * machines without a graphics processor.
 * RENDERER: one texture through SDL_Renderer, in step with the screen where a graphics processor draws it. */
enum present_way { PRESENT_SURFACE, PRESENT_RENDERER };

struct present;

/* Borrows the window. NULL with a log line when neither way works. A RENDERER that turns out to be a program imitating a graphics processor
 * is given up for SDL's own software renderer, which is faster. */
struct present *present_create(SDL_Window *window, enum present_way way, int rotation, struct colour ground);
/* NULL is fine. */
void present_destroy(struct present *present);
/* As window_canvas. */
SDL_Surface *present_canvas(struct present *present);
/* As window_direct. */
struct direct *present_direct(const struct present *present);
/* Shows the canvas; false if the window cannot be drawn on any more. */
bool present_show(struct present *present);
/* The window may have another size, or other pixels: true if the size changed. In both cases the canvas is another one, all ground. If the
 * window gives no pixels any more, the canvas is never shown again. */
bool present_refresh(struct present *present);
