/* One picture file made into pixels of the size asked for. */
#pragma once

#include "base/mem.h"
#include "images/image.h"

#include <SDL.h>

/* Why a file cannot be shown, for a curator; line: in the file, 1-based, 0 if there is none to name. NEEDS_FONTS: see fonts.h. */
enum raster_outcome { RASTER_DRAWN, RASTER_FAILED, RASTER_NEEDS_FONTS };

struct raster_fault {
    char why[200];
    int line;
    bool spoilt; /* as in struct wire_answer */
};

/* The surface has the request's size: XRGB8888, of an icon ARGB8888, and zeroed. */
struct raster_job {
    struct bytes file;
    const struct image_request *request;
    SDL_Surface *surface;
};

/* Draws as struct image_request says. */
enum raster_outcome raster_draw(const struct raster_job *job, struct raster_fault *fault);
