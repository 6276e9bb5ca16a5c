/* The window: a full screen (or a window for developers), presented without flashes, turned as the screen is mounted. Main thread only. */
#pragma once

#include "base/colour.h"
#include "base/geom.h"
#include "platform/direct.h"

#include <SDL.h>

struct window;

struct window_setup {
    const char *title;
    int rotation; /* 0, 90, 180, 270 degrees clockwise that the picture is turned */
    bool windowed;
    struct size size;     /* windowed only: upright */
    struct colour ground; /* painted at once, so that nothing else is ever seen first */
    /* Asked before it is shown: whether what stands on the screen is to be seen until it is painted on. NULL: it is not. */
    bool (*stands)(SDL_Window *window);
};

/* Sets the hints, starts SDL's video (only) and finds the screen, without opening anything. False with a log line: no display. Neither
 * a window manager's wish to close the window nor a signal becomes SDL_QUIT: that only says that the display is lost. */
bool window_start(void);
/* What is done when an X server goes away, before the program ends (window_present), in whichever thread notices; NULL: nothing. */
void window_when_gone(void (*gone)(void *context), void *context);
/* Whether window_start would find one; leaves nothing behind, and logs nothing. */
bool window_has_display(void);
/* Of the upright picture on the screen that a full-screen window would fill. After window_start. */
struct size window_screen_size(int rotation);
/* Opens it and shows the ground, or goes on showing what stands there. NULL with a log line when the machine cannot. */
struct window *window_open(const struct window_setup *setup);
/* Closes it and stops SDL's video. NULL is fine. */
void window_close(struct window *window);
/* Upright, in pixels; changes when the display does (window_refresh). */
struct size window_size(const struct window *window);
/* The upright surface (XRGB8888) to paint on; holds what was last presented, or the ground. Borrowed until window_refresh. */
SDL_Surface *window_canvas(struct window *window);
/* Shows the canvas. False if the display is lost; when an X server goes away, Xlib ends the program instead (exit status 3). */
bool window_present(struct window *window);
/* Shows these patches of surfaces of window_direct; count 0: the canvas. The rest is window_present's. */
bool window_show(struct window *window, const struct patch *patches, int count);
/* Surfaces whose parts this window shows, the canvas being one; NULL where it shows nothing but the canvas. Borrowed; all surfaces are
 * destroyed before the window is closed. */
struct direct *window_direct(const struct window *window);
/* The display may have changed (SDL_DISPLAYEVENT, size, exposure): takes the new size. True if the size changed. The canvas may be
 * another one in any case, and then it is all ground. A full screen that somebody makes smaller keeps its size until it is brought back. */
bool window_refresh(struct window *window);

/* SDL's, for what is asked of its display beyond it. Borrowed. */
SDL_Window *window_handle(const struct window *window);
/* Whether no window manager minds the bare screen. */
bool window_is_alone(const struct window *window);
/* A full screen stands so many pixels beside its place from now on, where no window manager keeps it. */
void window_shift(struct window *window, int right, int down);

/* A full screen that is hidden, covered, moved, resized or left without the keyboard is brought back within two seconds, by the three
 * functions below; base/backoff.h says how soon after the last time. */

/* For each SDL_SYSWMEVENT. */
void window_disturbed(struct window *window, const SDL_Event *event, int64_t now_ms);
/* When window_keep is due; CLOCK_NEVER while all is well. */
int64_t window_deadline(const struct window *window);
/* Brings it back if it is time. */
void window_keep(struct window *window, int64_t now_ms);
