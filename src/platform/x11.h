/* What SDL leaves out on X11. Everything here does nothing on other video drivers. */
#pragma once

#include "base/colour.h"
#include "base/geom.h"

#include <SDL.h>

/* The colour that the server itself paints where the window has no picture yet. Before the window is shown. When the server goes away, Xlib
 * ends the program: from now on with a log line and exit status 3. */
void x11_prepare(SDL_Window *window, struct colour ground);
/* True if nobody but us decides where windows are and how large: full screen is then a matter of the window's size, while asking for it
 * would cost SDL a tenth of a second of waiting for an answer. */
bool x11_without_manager(SDL_Window *window);
/* Of the whole screen as the server has it now, which SDL does not follow; 0x0 when unknown. */
struct size x11_screen_size(SDL_Window *window);
/* Makes the window as large as that; SDL hears of it by an event. */
void x11_fill_screen(SDL_Window *window, struct size size);
