/* What is asked of a picture, and what of it is then shown: for the kiosk and its decoder process alike. */
#pragma once

#include "base/colour.h"
#include "base/geom.h"

/* icon: an SVG whose shape is drawn in white, to be tinted with SDL_SetSurfaceColorMod: ARGB, fitted into the size. Else opaque XRGB, on
 * `paper` where the picture is transparent or ends: without a window (no width) covering the size with the focus (0 to 1) as near to the
 * middle as the picture's edges let it; else that part of the picture stretched to the size, focus unused. overview: a window that shows
 * the whole picture, and is kept beside the newest other one. sheet: of a drawing that moves, its slices (images/sheet.h) as they lie in a
 * picture of that size. */
/* How far groups may be away from where they are drawn: layers in pixels across, 0: they stay; the others in shares of the whole picture's
 * sides, and turned. Only what they may come to is in a sheet. back_px, front_px: how far beyond the picture's sides each layer is ever
 * looked at. */
struct image_reach {
    int layers_px, back_px, front_px;
    float across, down, degrees;
};

struct image_request {
    const char *path;
    int w, h; /* at least 1 */
    float focus_x, focus_y;
    struct colour paper; /* alpha is not looked at; unused for icons */
    bool icon;
    struct share_rect window;
    bool overview, sheet;
    struct image_reach reach; /* of a sheet */
};

/* Why a picture is not shown when there is no memory for it, here or in the decoder process. */
#define IMAGE_NO_MEMORY "there is not enough memory to show it"

/* Of the surface that it is drawn on. */
struct size image_surface_size(const struct image_request *request);
bool image_is_window(const struct image_request *request);
/* The part of a picture of that aspect (width over height, upright) that the request shows; of an icon it reaches beyond. */
struct share_rect image_shares(const struct image_request *request, double aspect);
