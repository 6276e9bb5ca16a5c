/* One picture file made into pixels of the size asked for. No state, no threads; safe from any thread once SDL_image has its libraries. */
#pragma once

#include "platform/images.h"

/* As struct image_request says; the caller frees the surface. NULL with *why (static text, for a curator) when the file cannot be shown. */
SDL_Surface *raster_draw(const char *bytes, size_t size, const struct image_request *request, const char **why);
/* More pixels than this: decode one at a time, and yield to everything else. */
bool raster_is_large(const char *bytes, size_t size);
