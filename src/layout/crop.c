/* One side at a time: of the other, all is seen. */
#include "layout/crop.h"

#include <math.h>

/* Where the middle of a view that is `share` long must be: the kept part from its beginning on inside of it, or it inside of that. */
static float held(float focus, float share, float from, float length)
{
    float one = from + length - share / 2, other = from + share / 2;

    return float_clamp(focus, fminf(one, other), fmaxf(one, other));
}

struct point crop_focus(struct size place, double aspect, struct share_rect keep, struct point focus)
{
    float seen = (float)(place.w / (place.h * aspect)); /* above 1: all of its width */

    if (keep.w <= 0 || place.w <= 0 || place.h <= 0)
        return focus;
    return (struct point){
        seen < 1 ? held(focus.x, seen, keep.x, keep.w) : focus.x,
        seen > 1 ? held(focus.y, 1 / seen, keep.y, keep.h) : focus.y,
    };
}

struct rect crop_place(struct rect place, double aspect, struct share_rect keep)
{
    if (keep.w <= 0 || rect_is_empty(place))
        return place;
    int w = int_clamp((int)lround(place.h * aspect / (double)keep.h), 1, place.w);
    int h = int_clamp((int)lround(place.w / (aspect * (double)keep.w)), 1, place.h);

    if (place.w - w <= 1 && place.h - h <= 1) /* no line of ground beside it for what rounding makes of it */
        return place;
    return (struct rect){place.x + (place.w - w) / 2, place.y + (place.h - h) / 2, w, h};
}

/* Along one side: where the picture begins. */
static float begin_of(int at, int place, double side, float focus)
{
    return (float)at - float_clamp(focus * (float)side - (float)place / 2, 0, (float)side - (float)place);
}

struct rect crop_part(struct rect place, double aspect, struct point focus, struct share_rect part)
{
    double w = fmax(place.w, place.h * aspect), h = fmax(place.h, place.w / aspect);
    float x = begin_of(place.x, place.w, w, focus.x), y = begin_of(place.y, place.h, h, focus.y);

    return (struct rect){(int)lroundf(x + part.x * (float)w), (int)lroundf(y + part.y * (float)h), (int)lround((double)part.w * w),
                         (int)lround((double)part.h * h)};
}
