/* A stretch of time in words, as exact as it is long. */
#pragma once

#include "axis/event.h"
#include "page/page.h"

/* "1540 – 1810", "March – May 1973", "3 – 9 May 1973", in the scene's language and arena. */
const char *timeline_dates_text(const struct scene *scene, struct axis_interval days);
