/* The X server, beyond our window: whether it answers, what it shows when we are gone, and whether the screen is lit. On other video
 * drivers all of this does nothing, and nothing is there. */
#pragma once

#include <SDL.h>
#include <stdbool.h>

/* Returns when the server has done all that it was asked to. One that does not answer is waited for without end: warden/patience. */
void server_settle(SDL_Window *window);
/* Lights the screen, or switches it off until then; or until somebody touches anything, which makes the server light it. What cannot be
 * switched off stays as it is. */
void server_light(SDL_Window *window, bool lit);
/* What the screen shows now stays on it when the program is gone, as the picture of the bare screen. The server keeps it: a screen's
 * pixels. */
void server_leave_picture(SDL_Window *window);
/* Whether such a picture stands there, which was left by an earlier program. A window that is not shown yet is then given no ground of its
 * own: the picture stands until it is painted on. */
bool server_has_picture(SDL_Window *window);
