/* cairo draws straight into the SDL surface's pixels: its RGB24 and ARGB32 are SDL's XRGB8888 and ARGB8888, premultiplied. */
#include "decoder/raster_job.h"

#include <stdio.h>

enum raster_outcome raster_fail(struct raster_fault *fault, const char *why)
{
    snprintf(fault->why, sizeof(fault->why), "%s", why);
    return RASTER_FAILED;
}

enum raster_outcome raster_need(struct raster_fault *fault, unsigned need, const char *why)
{
    raster_fail(fault, why);
    fault->need = need;
    return RASTER_NEEDS;
}

cairo_t *raster_cairo(SDL_Surface *surface, cairo_format_t format)
{
    cairo_surface_t *target = cairo_image_surface_create_for_data(surface->pixels, format, surface->w, surface->h, surface->pitch);
    cairo_t *cairo = cairo_create(target);

    cairo_surface_destroy(target); /* held by cairo */
    if (cairo_status(cairo) == CAIRO_STATUS_SUCCESS)
        return cairo;
    cairo_destroy(cairo);
    return NULL;
}

cairo_rectangle_t raster_place(double w, double h, const struct image_request *request)
{
    struct share_rect shares = image_shares(request, w / h);
    cairo_rectangle_t at = {.width = request->w / (double)shares.w, .height = request->h / (double)shares.h};

    at.x = -(double)shares.x * at.width;
    at.y = -(double)shares.y * at.height;
    return at;
}

void raster_paper(cairo_t *cairo, struct colour paper)
{
    cairo_set_source_rgb(cairo, paper.r / 255.0, paper.g / 255.0, paper.b / 255.0);
    cairo_paint(cairo);
}
