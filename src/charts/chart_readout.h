/* What a chart's readout says: the number that is chosen, what it is of, and how it stands to its neighbour. */
#pragma once

#include "charts/chart_sheet.h"

/* The same whatever is chosen. */
int chart_readout_height(const struct chart_sheet *sheet, int width_px);
void chart_readout_put(const struct chart_sheet *sheet, struct rect rect);
