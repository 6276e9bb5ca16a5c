/* A drawing that moves, in slices (images/sheet.h). */
#pragma once

#include "decoder/raster_job.h"

/* Whether the job's file is such a drawing. */
bool slices_are_in(const struct raster_job *job);
/* Into the memory of the job's surface. The drawing states its size. What lies beyond the edges of what is asked for is drawn too, as far
 * as it may come into it. */
enum raster_outcome slices_draw(const struct raster_job *job, struct raster_fault *fault);
