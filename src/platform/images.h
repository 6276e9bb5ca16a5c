/* Pictures: decoded and scaled by workers to the size shown, kept by bytes, least recently used first out. */
#pragma once

#include "base/colour.h"
#include "base/files.h"

#include <SDL.h>

/* icon: an SVG drawn as white letters are, to be tinted with SDL_SetSurfaceColorMod: ARGB, fitted into the size. Else opaque XRGB, covering
 * the size with the focus (0 to 1) as near to the middle as the picture's edges let it, on `paper` where the picture is transparent. */
struct image_request {
    const char *path;
    int w, h; /* at least 1 */
    float focus_x, focus_y;
    struct colour paper; /* alpha is not looked at; unused for icons */
    bool icon;
};

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
SDL_Surface *images_stand_in(struct images *images, const struct image_request *request);
/* Asks for a picture that may be wanted soon: behind everything wanted now, in the order asked for, and only if there is room for it. */
void images_prefetch(struct images *images, const struct image_request *request);
/* Takes what the workers finished and lets go of what is over the budget (never what was got since the last time). True if anything came
 * (or failed). */
bool images_collect(struct images *images);
/* Waits until all that was asked for, prefetched or wanted, is there, at most so long, and takes it. True if all is (or failed). */
bool images_wait(struct images *images, int limit_ms);
size_t images_bytes(const struct images *images);
