/* Whether a transparent picture can be told from what it lies on. */
#pragma once

#include "decoder/raster_job.h"

/* Draws the picture of the job, which has been drawn, on other grounds, and adds a remark if hardly any of it can be seen on the one it
 * is asked for on. */
void ground_look(const struct raster_job *job);
