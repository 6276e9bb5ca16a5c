/* A window on a desktop: a picture made smaller to stand in it, and a strip above that. Main thread only. */
#pragma once

#include "base/geom.h"

#include <SDL.h>

struct desk_window;

/* After window_start (platform/window.h). As large as the picture, or as the desktop has room for. NULL with a log line. */
struct desk_window *desk_window_open(const char *title, struct size picture);
/* NULL is fine. Stops SDL's video, as window_close does. */
void desk_window_close(struct desk_window *window);
/* Of all that can be drawn on, in pixels. */
struct size desk_window_size(const struct desk_window *window);
/* How wide a strip is, and where the picture stands below it if that is strip_px high: in shares of the window. */
struct share_rect desk_window_place(const struct desk_window *window, struct size picture, int strip_px);
/* Shows both; `change` is called with the pixels of the picture as it is seen, row by row: 0xRRGGBB each. NULL: nothing. */
struct desk_showing {
    SDL_Surface *picture, *strip;
    void (*change)(void *context, uint32_t *pixels, int count);
    void *context;
};

void desk_window_show(struct desk_window *window, const struct desk_showing *showing);
