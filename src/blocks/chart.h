/* Charts: bars, lines and fields of marks. Bars and marks begin at zero and are true to scale; every value stands as a number beside its
 * bar; no text leaves the rectangle or stands on another. */
#pragma once

#include "blocks/block.h"
#include "exhibit/blocks.h"

/* The height at which the chart is at its best in this width, from about 500 px on. */
int chart_height(const struct scene *scene, const struct chart *chart, int width_px);
/* Draws into rect. In less than chart_height the type becomes smaller, down to a fifth of its size. */
void chart_fill(const struct scene *scene, const struct chart *chart, struct rect rect);

extern const struct block chart_block;
