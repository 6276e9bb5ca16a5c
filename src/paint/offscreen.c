/* Proofs: faces, images and painter around one surface. */
#include "paint/offscreen.h"

#include "base/log.h"
#include "base/save.h"
#include "images/child.h"
#include "paint/painter.h"
#include "images/shared_surface.h"

#include <errno.h>
#include <stdio.h>
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

struct offscreen *offscreen_create(const struct files *files, const struct choice_setup *lettering, struct size size)
{
    struct images_setup setup = {.decoders = {.files = files, .workers = WORKERS}, .budget_bytes = PICTURES_BYTES};
    struct offscreen *offscreen = mem_alloc(sizeof(*offscreen));

    offscreen->faces = faces_create(files, lettering);
    if (!offscreen->faces) {
        free(offscreen);
        return NULL;
    }
    offscreen->images = images_create(&setup);
    offscreen->painter = painter_create(offscreen->faces, offscreen->images);
    offscreen->encoder = child_create(NULL);
    offscreen->canvas = shared_surface_create(size, SDL_PIXELFORMAT_RGB888, &offscreen->memory);
    if (offscreen->canvas)
        return offscreen;
    log_error("there is no memory for pictures of %dx%d: %s", size.w, size.h, strerror(errno));
    offscreen_destroy(offscreen);
    return NULL;
}

bool offscreen_destroy(struct offscreen *offscreen)
{
    if (!offscreen)
        return true;
    child_destroy(offscreen->encoder);
    if (offscreen->canvas)
        close(offscreen->memory);
    shared_surface_destroy(offscreen->canvas);
    painter_destroy(offscreen->painter);
    if (!images_destroy(offscreen->images))
        return false;
    faces_destroy(offscreen->faces);
    free(offscreen);
    return true;
}

struct measure offscreen_measure(struct offscreen *offscreen)
{
    return faces_measure(offscreen->faces);
}

/* NULL, or why not. */
static const char *encode(struct offscreen *offscreen, int file, struct wire_answer *answer)
{
    const struct child_task task = {
        .request = {.task = WIRE_ENCODE, .image = {.w = offscreen->canvas->w, .h = offscreen->canvas->h}},
        .files = {[WIRE_ENCODE_PIXELS] = offscreen->memory, [WIRE_ENCODE_PNG] = file},
        .patience = {.limit_ms = WAIT_MS},
    };

    switch (child_ask(offscreen->encoder, &task, answer)) {
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

/* NULL, or why not. */
static const char *write_canvas(struct offscreen *offscreen, const char *path, struct wire_answer *answer)
{
    struct save save;

    if (!save_begin(&save, path))
        return strerror(errno);

    const char *why = encode(offscreen, save.fd, answer);

    if (!save_end(&save, !why))
        return strerror(errno);
    return why;
}

static void paint(struct offscreen *offscreen, const struct frame *frame)
{
    while (!painter_paint(offscreen->painter, frame, offscreen->canvas) && images_wait(offscreen->images, WAIT_MS))
        continue;
}

bool offscreen_save(struct offscreen *offscreen, const struct frame *frame, const char *path)
{
    struct wire_answer answer;

    paint(offscreen, frame);
    const char *why = write_canvas(offscreen, path, &answer);

    if (why)
        log_error("%s: cannot be written: %s", path, why);
    return !why;
}

bool offscreen_encode(struct offscreen *offscreen, const struct frame *frame, struct buffer *png)
{
    FILE *file = tmpfile();
    struct wire_answer answer;
    char bytes[4096];
    const char *why = strerror(errno); /* there is no such file */

    paint(offscreen, frame);
    if (file) {
        why = encode(offscreen, fileno(file), &answer);
        if (!why && fseek(file, 0, SEEK_SET) != 0)
            why = strerror(errno);
        for (size_t length = sizeof(bytes); !why && length == sizeof(bytes);) {
            length = fread(bytes, 1, sizeof(bytes), file);
            buffer_add(png, bytes, length);
            why = ferror(file) ? "it cannot be read back" : NULL;
        }
        fclose(file);
    }
    if (why)
        log_error("a picture cannot be made: %s", why);
    return !why;
}
