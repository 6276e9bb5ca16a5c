/* Pictures: decoded and scaled by workers to the size shown, kept by bytes, least recently used first out. */
#pragma once

#include "base/colour.h"
#include "base/files.h"
#include "base/geom.h"

#include <SDL.h>

/* icon: an SVG drawn as white letters are, to be tinted with SDL_SetSurfaceColorMod: ARGB, fitted into the size. Else opaque XRGB, on
 * `paper` where the picture is transparent or ends: without a window (no width) covering the size with the focus (0 to 1) as near to the
 * middle as the picture's edges let it; else that part of the picture stretched to the size, focus unused. overview: the window of all, to
 * be kept beside the others. */
struct image_request {
    const char *path;
    int w, h; /* at least 1 */
    float focus_x, focus_y;
    struct colour paper; /* alpha is not looked at; unused for icons */
    bool icon;
    struct share_rect window;
    bool overview;
};

/* The part of a picture of that aspect (width over height, upright) that the request shows; of an icon it reaches beyond. */
struct share_rect image_shares(const struct image_request *request, double aspect);

enum image_state { IMAGE_WAITING, IMAGE_READY, IMAGE_FAILED };

struct images;

struct images_setup {
    const struct files *files;   /* read from the workers' threads */
    size_t budget_bytes;         /* of finished pictures */
    int workers;                 /* 1 to 4 */
    void (*wake)(void *context); /* from a worker's thread: something is there to collect; NULL for none */
    void *context;
};

struct images *images_create(const struct images_setup *setup);
/* Cancels what waits and gives the workers 300 ms; false if one is still decoding: the caller must then _Exit. NULL is fine. */
bool images_destroy(struct images *images);
/* READY: *surface, borrowed until the next images_collect. WAITING: asked for now, ahead of what was only prefetched; ask again after every
 * images_collect that brought something, else it is taken as no longer wanted. FAILED: reported once in the log; tried again when asked for
 * after 60 s. Main thread only, as all below. */
enum image_state images_get(struct images *images, const struct image_request *request, SDL_Surface **surface);
/* Another size of the same view of the picture that is there, to be stretched until the right one comes; NULL for none. Borrowed likewise.
 */
SDL_Surface *images_stand_in(const struct images *images, const struct image_request *request);

/* What there is of a picture, to be stretched: a surface (borrowed likewise; NULL for none) and the part that it shows. covers: that holds
 * all that was needed, on the right paper. */
struct image_part {
    SDL_Surface *surface;
    struct share_rect shares;
    bool covers;
};

/* The sharpest that covers the request's window, else what covers the most of it. Asks for nothing.
 * Of each picture the overview and the newest window are kept: a window asked for or got (images_get) makes the others of its picture
 * unwanted, and one that comes takes their place. So show no two windows of one picture at a time. */
struct image_part images_part(const struct images *images, const struct image_request *request);
/* The windows of that picture which have not come yet are no longer wanted. */
void images_withdraw_windows(struct images *images, const char *path);
/* Asks for a picture that may be wanted soon: behind everything wanted now, in the order asked for, and only if there is room for it. */
void images_prefetch(struct images *images, const struct image_request *request);
/* Takes what the workers finished and lets go of what is over the budget (never what was got since the last time). True if anything came
 * (or failed). */
bool images_collect(struct images *images);
/* Waits until all that was asked for, prefetched or wanted, is there, at most so long, and takes it. True if all is (or failed). */
bool images_wait(struct images *images, int limit_ms);
size_t images_bytes(const struct images *images);
