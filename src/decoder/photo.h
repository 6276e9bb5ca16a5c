/* Photographs: JPEG, PNG, WebP and AVIF. */
#pragma once

#include "decoder/raster_job.h"
#include "formats/picture.h"

/* header: what picture_look has found in the job's file. */
enum raster_outcome photo_draw(const struct raster_job *job, const struct picture_header *header, struct raster_fault *fault);
