/* What SDL leaves out on X11. Everything here does nothing on other video drivers. */
#pragma once

#include "base/colour.h"
#include "base/geom.h"

#include <SDL.h>

/* Before SDL is started: when the X server goes away, Xlib ends the program, from now on with one log line and exit status 3. */
void x11_guard(void);
/* What is done before it ends so, in whichever thread notices; NULL: nothing. */
void x11_when_gone(void (*gone)(void *context), void *context);
/* After SDL was started; drops all events that wait. From now on an SDL_SYSWMEVENT comes for each X event that may tell of a window
 * disturbed, and for no other. */
void x11_listen(void);
/* The colour that the server itself paints where the window has no picture yet; and the events that tell of its being disturbed. Before the
 * window is shown. */
void x11_prepare(SDL_Window *window, struct colour ground);
/* True if nobody but us decides where windows are and how large: full screen is then a matter of the window's size, while asking for it
 * would cost SDL a tenth of a second of waiting for an answer. */
bool x11_without_manager(SDL_Window *window);
/* Of the whole screen as the server has it now, which SDL does not follow; 0x0 when unknown. */
struct size x11_screen_size(SDL_Window *window);
/* Where the window is on the screen; empty when unknown. */
struct rect x11_place(SDL_Window *window);
/* Whether that event of x11_listen tells how much of the window is seen: covered is then set. */
bool x11_tells_covered(SDL_Window *window, const SDL_Event *event, bool *covered);
/* Shows the window again where it was hidden, raises it where it is covered, moves it to its place (unless that is empty) and takes the
 * keyboard back. covered: as last told; without a window manager it is looked at. True if anything had to be done. */
bool x11_restore(SDL_Window *window, struct rect place, bool covered);
