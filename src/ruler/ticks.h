/* The ticks beside the band, as close together as they can be told apart, some of them with a year, a month or a day. */
#pragma once

#include "ruler/canvas.h"

/* To be put over the labels' stems: words stand on paper that hides what is behind them. */
void timeline_ticks_put(const struct timeline_canvas *canvas);
