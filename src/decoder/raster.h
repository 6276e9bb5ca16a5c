/* One picture file made into pixels of the size asked for. */
#pragma once

#include "decoder/raster_job.h"

/* Draws as struct image_request says. */
enum raster_outcome raster_draw(const struct raster_job *job, struct raster_fault *fault);
