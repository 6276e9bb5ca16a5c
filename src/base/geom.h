/* Points, sizes and rectangles. Pixels of the upright screen; x in the direction of reading, which is to the right but on a frame that is
 * mirrored (layout/draw.h), y down. */
#pragma once

#include "base/base.h"

#include <math.h>

struct point {
    float x, y;
};

struct size {
    int w, h;
};

struct rect {
    int x, y, w, h;
};

/* A part of a picture in shares of its sides: 0 to 1 is inside it. */
struct share_rect {
    float x, y, w, h;
};

static inline bool rect_is_empty(struct rect r)
{
    return r.w <= 0 || r.h <= 0;
}

static inline bool rect_equal(struct rect a, struct rect b)
{
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

static inline bool rect_contains(struct rect r, struct point p)
{
    return p.x >= (float)r.x && p.x < (float)(r.x + r.w) && p.y >= (float)r.y && p.y < (float)(r.y + r.h);
}

static inline struct rect rect_inset(struct rect r, int by)
{
    return (struct rect){r.x + by, r.y + by, int_max(0, r.w - 2 * by), int_max(0, r.h - 2 * by)};
}

static inline struct rect rect_moved(struct rect r, int dx, int dy)
{
    return (struct rect){r.x + dx, r.y + dy, r.w, r.h};
}

/* Where it stands on what is `width` wide, seen in a mirror. */
static inline struct rect rect_mirrored(struct rect r, int width)
{
    return (struct rect){width - r.x - r.w, r.y, r.w, r.h};
}

/* The smallest that holds both; one that is empty holds nothing. */
static inline struct rect rect_around(struct rect a, struct rect b)
{
    int x = int_min(a.x, b.x), y = int_min(a.y, b.y);

    if (rect_is_empty(a) || rect_is_empty(b))
        return rect_is_empty(a) ? b : a;
    return (struct rect){x, y, int_max(a.x + a.w, b.x + b.w) - x, int_max(a.y + a.h, b.y + b.h) - y};
}

/* On the way from one to another: 0 the one, 1 the other. */
static inline struct rect rect_between(struct rect from, struct rect to, float share)
{
    int x = from.x + (int)lroundf((float)(to.x - from.x) * share), y = from.y + (int)lroundf((float)(to.y - from.y) * share);
    int right = from.x + from.w, bottom = from.y + from.h;

    right += (int)lroundf((float)(to.x + to.w - right) * share);
    bottom += (int)lroundf((float)(to.y + to.h - bottom) * share);
    return (struct rect){x, y, right - x, bottom - y};
}

static inline struct rect rect_common(struct rect a, struct rect b)
{
    int x = int_max(a.x, b.x), y = int_max(a.y, b.y);

    return (struct rect){x, y, int_max(0, int_min(a.x + a.w, b.x + b.w) - x), int_max(0, int_min(a.y + a.h, b.y + b.h) - y)};
}

static inline bool rect_meet(struct rect a, struct rect b)
{
    return !rect_is_empty(rect_common(a, b));
}

/* Whether all of the other lies in it. */
static inline bool rect_holds(struct rect r, struct rect other)
{
    return rect_equal(rect_common(r, other), other);
}
