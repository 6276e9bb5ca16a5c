/* Drawings: SVG, drawn by librsvg at the size shown. */
#pragma once

#include "decoder/raster_job.h"

/* The job's file is an SVG that picture_look has found sound. */
enum raster_outcome drawing_draw(const struct raster_job *job, struct raster_fault *fault);
