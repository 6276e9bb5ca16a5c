/* What of a picture is seen in a place that it covers. Aspects are width over height, above 0. Pure. */
#pragma once

#include "base/geom.h"

/* The point that has to be in the middle, as far as the picture's edges let it, for `keep` to be seen whole (draw_picture's focus):
 * `focus`, or the nearest to it that does. Where keep is more than the place can hold it is cut, and nothing else is seen. Without width it
 * keeps nothing. */
struct point crop_focus(struct size place, double aspect, struct share_rect keep, struct point focus);
/* The largest place in the middle of that one in which the picture can be seen without cutting `keep`: the place itself wherever that can
 * hold it. What keeps the whole picture is seen whole. */
struct rect crop_place(struct rect place, double aspect, struct share_rect keep);
/* Where that part of the picture lies which covers the place, focus standing as near to its middle as it gets; it may reach beyond. */
struct rect crop_part(struct rect place, double aspect, struct point focus, struct share_rect part);
