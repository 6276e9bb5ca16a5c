/* What a job is, and what drawings and photographs have in common: where on the surface the picture lies, the paper below it, how it fails.
 */
#pragma once

#include "base/mem.h"
#include "images/image.h"
#include "images/remark.h"
#include "images/wire.h"

#include <SDL.h>
#include <cairo.h>

/* The surface has the size of image_surface_size: XRGB8888, of an icon ARGB8888, and zeroed; of a sheet it is the memory that counts. */
struct raster_job {
    struct bytes file;
    const struct image_request *request;
    SDL_Surface *surface;
    struct remarks *remarks; /* NULL: not asked for */
};

/* NEEDS: the process has to be started with what fault->need names. */
enum raster_outcome { RASTER_DRAWN, RASTER_FAILED, RASTER_NEEDS };

/* Why a file cannot be shown, for a curator; line: in the file, 1-based, 0 if there is none to name. */
struct raster_fault {
    char why[200];
    int line;
    bool spoilt;   /* as in struct wire_answer */
    unsigned need; /* of enum wire_need */
};

/* Fills in fault->why; always returns RASTER_FAILED. */
enum raster_outcome raster_fail(struct raster_fault *fault, const char *why);
/* Fills in the fault, `why` for the case that it cannot be had; always returns RASTER_NEEDS. */
enum raster_outcome raster_need(struct raster_fault *fault, unsigned need, const char *why);
/* A cairo that draws into the surface; NULL when there is no memory. */
cairo_t *raster_cairo(SDL_Surface *surface, cairo_format_t format);
/* Where a picture of that size lies so that the request's surface shows what is asked for. */
cairo_rectangle_t raster_place(double w, double h, const struct image_request *request);
void raster_paper(cairo_t *cairo, struct colour paper);
