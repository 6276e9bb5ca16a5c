/* Charts as blocks of a panel. Bars and marks begin at zero and are true to scale; every value stands as a number beside its bar; no text
 * leaves the rectangle or stands on another. */
#pragma once

#include "exhibit/blocks.h"
#include "page/page.h"

/* The height at which the chart is at its best in this width, from about 500 px on. */
int chart_height(const struct scene *scene, const struct chart *chart, int width_px);
/* Draws into rect. What is less than chart_height makes the type smaller, down to a fifth. */
void chart_fill(const struct scene *scene, const struct chart *chart, struct rect rect);
