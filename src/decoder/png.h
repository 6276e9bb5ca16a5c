/* Pixels into a PNG file. */
#pragma once

#include <SDL.h>

/* The file is written from where it stands, and stays the caller's. NULL, or what went wrong (static, or valid until the next call). */
const char *png_write(SDL_Surface *surface, int fd);
