/* Proofs: faces, images and painter around one surface. */
#include "platform/offscreen.h"

#include "base/log.h"
#include "platform/child.h"
#include "platform/painter.h"
#include "platform/shared_surface.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PICTURES_BYTES = 64 * 1024 * 1024, WORKERS = 2, WAIT_MS = 60 * 1000 };

struct offscreen {
    struct faces *faces;
    struct images *images;
    struct painter *painter;
    SDL_Surface *canvas;
    int memory; /* of the canvas */
    struct child *encoder;
};

struct offscreen *offscreen_create(const struct files *files, const char *const *const faces[FACE_COUNT], struct size size)
{
    struct images_setup setup = {.decoder = {.files = files, .workers = WORKERS}, .budget_bytes = PICTURES_BYTES};
    struct offscreen *offscreen = mem_alloc(sizeof(*offscreen));

    offscreen->faces = faces_create(files, faces);
    if (!offscreen->faces) {
        free(offscreen);
        return NULL;
    }
    offscreen->images = images_create(&setup);
    offscreen->painter = painter_create(offscreen->faces, offscreen->images);
    offscreen->canvas = shared_surface_create(size, SDL_PIXELFORMAT_RGB888, &offscreen->memory);
    ASSERT(offscreen->canvas);
    offscreen->encoder = child_create(NULL);
    return offscreen;
}

void offscreen_destroy(struct offscreen *offscreen)
{
    if (!offscreen)
        return;
    child_destroy(offscreen->encoder);
    shared_surface_destroy(offscreen->canvas);
    close(offscreen->memory);
    painter_destroy(offscreen->painter);
    images_destroy(offscreen->images);
    faces_destroy(offscreen->faces);
    free(offscreen);
}

struct measure offscreen_measure(struct offscreen *offscreen)
{
    return faces_measure(offscreen->faces);
}

/* NULL, or why not. */
static const char *encode(struct offscreen *offscreen, int file, struct wire_answer *answer)
{
    const struct wire_request request = {WIRE_ENCODE, {.w = offscreen->canvas->w, .h = offscreen->canvas->h}};
    const struct child_patience patience = {.limit_ms = WAIT_MS};

    switch (child_ask(offscreen->encoder, &request, (int[WIRE_FILES]){offscreen->memory, file}, &patience, answer)) {
    case CHILD_DONE:
        return NULL;
    case CHILD_LATE:
    case CHILD_INTERRUPTED:
        return "it takes too long";
    case CHILD_FAILED:
    case CHILD_DIED:
    case CHILD_MISSING:
        return answer->why;
    }
    return NULL;
}

bool offscreen_save(struct offscreen *offscreen, const struct frame *frame, const char *path)
{
    struct wire_answer answer;
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    const char *why = file < 0 ? strerror(errno) : NULL;

    while (!painter_paint(offscreen->painter, frame, offscreen->canvas) && images_wait(offscreen->images, WAIT_MS))
        continue;
    if (!why)
        why = encode(offscreen, file, &answer);
    if (file >= 0 && close(file) != 0 && !why)
        why = strerror(errno);
    if (why)
        log_error("%s: cannot be written: %s", path, why);
    return !why;
}
