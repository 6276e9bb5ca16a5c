/* A drawing as librsvg has read it. */
#pragma once

#include "decoder/raster_job.h"

#include <librsvg/rsvg.h>

/* NULL, with the fault: it is not well-formed. */
RsvgHandle *reading_of(struct bytes file, struct raster_fault *fault);
/* The drawing, which states its size, and where to draw it for that request; for a window, one of that part alone that fills the surface.
 */
RsvgHandle *reading_of_request(struct bytes file, const struct image_request *request, cairo_rectangle_t *at, struct raster_fault *fault);
