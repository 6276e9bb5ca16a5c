/* Photographs: JPEG, and PNG. */
#pragma once

#include "formats/picture.h"
#include "decoder/raster_job.h"

/* header: what picture_look has found in the job's file. */
enum raster_outcome photo_draw(const struct raster_job *job, const struct picture_header *header, struct raster_fault *fault);
