/* Pictures: decoded and scaled in the background to the size shown, kept by bytes, least recently used first out. */
#pragma once

#include "images/decoders.h"

enum image_state { IMAGE_WAITING, IMAGE_READY, IMAGE_FAILED };

struct images;

struct images_setup {
    struct decoders_setup decoders; /* limit_ms and hurry_ms are set by images_create */
    size_t budget_bytes;            /* of finished pictures */
};

struct images *images_create(const struct images_setup *setup);
/* As decoders_destroy; after false the caller must _Exit. */
bool images_destroy(struct images *images);
/* READY: *surface, borrowed until the next images_collect or images_wait. WAITING: asked for now, ahead of what was only prefetched; ask
 * again after every images_collect that brought something, else it is taken as no longer wanted. FAILED: reported once in the log; when it
 * is asked for later it is tried again if its file has changed, or if the machine was to blame. Main thread only, as all below. */
enum image_state images_get(struct images *images, const struct image_request *request, SDL_Surface **surface);
/* What there is of the picture, to be stretched, and cut where its sides are others, until the right one comes, so that a picture once seen
 * is never a plain ground again: best the same view in another size, else any that is not a part of it; NULL for none. Borrowed likewise.
 */
SDL_Surface *images_stand_in(const struct images *images, const struct image_request *request);

/* What there is of a picture, to be stretched: a surface (borrowed likewise; NULL for none) and the part of the picture that it shows.
 * covers: that part holds all of the picture that the window shows, on the right paper; true without a surface where the window shows none
 * of it. */
struct image_part {
    SDL_Surface *surface;
    struct share_rect shares;
    bool covers;
};

/* The sharpest surface that covers the request's window, else the one that covers the most of it. Asks for nothing.
 * Of each picture the overview and the newest window are kept: images_get of a window withdraws requests for other windows of its picture,
 * and a window that comes takes the place of the older one. So show no two windows of one picture at a time. */
struct image_part images_part(const struct images *images, const struct image_request *request);
/* Whether that picture is a drawing with groups that move: then a request for it with `sheet` brings its slices (images/sheet.h). Known
 * once it has come in any size. */
bool images_moves(const struct images *images, const char *path);
/* The windows of that picture which have not come yet are no longer wanted. */
void images_withdraw_windows(struct images *images, const char *path);
/* Asks for a picture that may be wanted soon: behind everything wanted now, in the order asked for, and only if there is room for it. True
 * if it is there. */
bool images_prefetch(struct images *images, const struct image_request *request);
/* Takes what is finished and lets go of what is over the budget (never what was got since the last time). True if anything came
 * (or failed). */
bool images_collect(struct images *images);
/* Waits until all that was asked for, prefetched or wanted, is there, at most so long, and takes it. True if all is (or failed). */
bool images_wait(struct images *images, int limit_ms);
size_t images_bytes(const struct images *images);
