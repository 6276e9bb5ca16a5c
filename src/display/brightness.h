/* How bright the screen is, by the X server's gamma; the panel's own light is nobody's to change without rights. On other video drivers
 * nothing can be done. */
#pragma once

#include <SDL.h>
#include <stdbool.h>

/* Whether the server has a gamma for a screen that is lit. */
bool brightness_can(SDL_Window *window);
/* percent: 1 to 100, which is as the panel shows it. The server keeps it when the program is gone. */
void brightness_set(SDL_Window *window, int percent);
