/* Whether a transparent drawing can be told from what it lies on; of a photograph its rows tell (photos/ground_count.h). */
#pragma once

#include "decoder/raster_job.h"

/* Draws the drawing of the job, which has been drawn, on other grounds, and adds a remark if hardly any of it can be seen on the one it
 * is asked for on. */
void ground_look(const struct raster_job *job);
