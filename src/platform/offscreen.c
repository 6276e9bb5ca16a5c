/* Proofs: faces, images and painter around one surface. */
#include "platform/offscreen.h"

#include "base/log.h"
#include "platform/painter.h"

#include <SDL_image.h>
#include <stdlib.h>

enum { PICTURES_BYTES = 64 * 1024 * 1024, WORKERS = 2, WAIT_MS = 60 * 1000 };

struct offscreen {
    struct faces *faces;
    struct images *images;
    struct painter *painter;
    SDL_Surface *canvas;
};

struct offscreen *offscreen_create(const struct files *files, const char *const *const faces[FACE_COUNT], struct size size)
{
    struct images_setup setup = {.files = files, .budget_bytes = PICTURES_BYTES, .workers = WORKERS};
    struct offscreen *offscreen = mem_alloc(sizeof(*offscreen));

    offscreen->faces = faces_create(files, faces);
    if (!offscreen->faces) {
        free(offscreen);
        return NULL;
    }
    offscreen->images = images_create(&setup);
    offscreen->painter = painter_create(offscreen->faces, offscreen->images);
    offscreen->canvas = SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_RGB888);
    ASSERT(offscreen->canvas);
    return offscreen;
}

void offscreen_destroy(struct offscreen *offscreen)
{
    if (!offscreen)
        return;
    SDL_FreeSurface(offscreen->canvas);
    painter_destroy(offscreen->painter);
    images_destroy(offscreen->images);
    faces_destroy(offscreen->faces);
    free(offscreen);
}

struct measure offscreen_measure(struct offscreen *offscreen)
{
    return faces_measure(offscreen->faces);
}

bool offscreen_save(struct offscreen *offscreen, const struct frame *frame, const char *path)
{
    while (!painter_paint(offscreen->painter, frame, offscreen->canvas) && images_wait(offscreen->images, WAIT_MS))
        continue;
    if (IMG_SavePNG(offscreen->canvas, path) == 0)
        return true;
    log_error("%s: cannot be written: %s", path, SDL_GetError());
    return false;
}
