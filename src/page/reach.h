/* Low reach: how far a page comes down so that all of it has been within the reach of hands (page/heights.h). The page stands whole, to be
 * read, and is brought down to be touched, part by part from the top; the bar stays where it is. Pure. */
#pragma once

#include "page/style.h"

/* How much lower the page stands when that many parts of it were brought down, 0 to reach.parts. */
int reach_px(const struct style_reach *reach, int part);
