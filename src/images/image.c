/* Pure arithmetic. */
#include "images/image.h"

#include "images/sheet.h"

#include <math.h>

/* A sheet of a small picture still has room for what it says of its slices. */
struct size image_surface_size(const struct image_request *request)
{
    enum { LEAST = 64 };

    return request->sheet ? (struct size){int_max(request->w, LEAST), int_max(request->h, LEAST) * SHEET_HEIGHTS}
                          : (struct size){request->w, request->h};
}

bool image_is_window(const struct image_request *request)
{
    return !request->icon && request->window.w > 0;
}

/* Where a view that is `share` of the picture begins. */
static float begin_of(float focus, float share)
{
    return float_clamp(focus - share / 2, 0, 1 - share);
}

struct share_rect image_shares(const struct image_request *request, double aspect)
{
    double across = request->w / aspect, down = request->h; /* in pixels, of a picture one high */
    double scale = request->icon ? fmin(across, down) : fmax(across, down);
    struct share_rect shares = {.w = (float)(across / scale), .h = (float)(down / scale)};

    if (image_is_window(request))
        return request->window;
    shares.x = request->icon ? (1 - shares.w) / 2 : begin_of(request->focus_x, shares.w);
    shares.y = request->icon ? (1 - shares.h) / 2 : begin_of(request->focus_y, shares.h);
    return shares;
}
