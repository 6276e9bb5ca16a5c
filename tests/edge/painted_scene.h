/* A frame with its faces, pictures and painter, and a canvas of memory: what tests of the painter begin with. */
#pragma once

#include "paint/painter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum {
    W = 400,
    H = 300,
    LONG_MS = 30 * 1000,
};

static const struct rect all = {0, 0, W, H};
static const struct colour paper = {0xF3, 0xEB, 0xDD, 255}, ink = {0x1B, 0x1B, 0x1B, 255}, red = {0xA6, 0x3A, 0x2B, 255},
                           blue = {0x1F, 0x3A, 0x5F, 255}, ochre = {0xC9, 0x8B, 0x2B, 255}, veil = {0x1F, 0x3A, 0x5F, 128};

struct scene {
    struct files *files;
    struct faces *faces;
    struct images *images;
    struct painter *painter;
    struct arena *arena;
    SDL_Surface *canvas;
    struct frame frame;
};

static inline void scene_init(struct scene *scene)
{
    static const char *const headline[] = {"BebasNeue-Regular.otf", "OpenSans-Regular.ttf", NULL},
                             *const text[] = {"OpenSans-Regular.ttf", NULL}, *const bold[] = {"OpenSans-Bold.ttf", NULL},
                             *const italic[] = {"OpenSans-Italic.ttf", NULL};
    static const struct choice_setup lists = {.lists = {headline, text, bold, italic}};

    *scene = (struct scene){.files = files_open("."), .arena = arena_create()};
    struct images_setup setup = {.decoders = {.files = scene->files, .workers = 2, .program = TEST_DECODER}, .budget_bytes = 1 << 24};

    scene->faces = faces_create(scene->files, &lists);
    assert_non_null(scene->faces);
    scene->images = images_create(&setup);
    scene->painter = painter_create(scene->faces, scene->images);
    scene->canvas = SDL_CreateRGBSurfaceWithFormat(0, W, H, 32, SDL_PIXELFORMAT_XRGB8888);
    assert_non_null(scene->canvas);
    scene->frame = (struct frame){.size = {W, H}, .area = all, .layer_count = 1, .over_count = 1, .fade_share = 1};
}

static inline void scene_finish(struct scene *scene)
{
    painter_destroy(scene->painter);
    assert_true(images_destroy(scene->images));
    faces_destroy(scene->faces);
    SDL_FreeSurface(scene->canvas);
    arena_destroy(scene->arena);
    files_close(scene->files);
}

static inline struct pen pen_of(struct scene *scene, int layer)
{
    return (struct pen){layer < 0 ? &scene->frame.over[0] : &scene->frame.layers[layer].list, scene->arena};
}

static inline bool paint(struct scene *scene)
{
    return painter_paint(scene->painter, &scene->frame, scene->canvas);
}

static inline void paint_whole(struct scene *scene)
{
    while (!paint(scene))
        assert_true(images_wait(scene->images, LONG_MS));
}

static inline uint32_t pixel_at(const SDL_Surface *surface, int x, int y)
{
    return ((const uint32_t *)((const char *)surface->pixels + y * surface->pitch))[x] & 0xFFFFFF;
}

static inline void put_text(struct pen pen, int x, int baseline, struct type type, struct colour colour, const char *text)
{
    struct rect box = {x, baseline - type.size_px, W - x, type.size_px * 3 / 2};

    draw_text(pen, box, (struct draw_text){type, text, (int)strlen(text), baseline}, colour);
}

static inline struct draw_picture picture_of(const char *path, float focus_x, float focus_y)
{
    return (struct draw_picture){.path = path, .ground = ochre, .focus_x = focus_x, .focus_y = focus_y};
}

/* Two pages beside each other in an area with a bar below it. */
static inline void draw_slide(struct scene *scene, int x)
{
    scene->frame = (struct frame){.size = {W, H}, .area = {20, 10, W - 40, H - 60}, .layer_count = 2, .over_count = 1, .fade_share = 1};
    for (int layer = 0; layer < 2; layer++) {
        struct pen pen = pen_of(scene, layer);

        draw_fill(pen, (struct rect){0, 0, W, H}, layer ? ochre : paper);
        draw_picture(pen, (struct rect){20, 20, 100, 100}, picture_of("tests/pictures/quarters.svg", 0.5f, 0.5f), ink);
        put_text(pen, 140, 100, (struct type){.face = FACE_HEADLINE, .size_px = 90}, ink, layer ? "NEXT" : "FIRST");
        scene->frame.layers[layer].x_px = x + layer * (W - 40);
    }
    draw_fill(pen_of(scene, -1), (struct rect){0, H - 50, W, 50}, ink);
    draw_fill(pen_of(scene, -1), (struct rect){0, 0, W, 10}, veil);
    put_text(pen_of(scene, -1), 20, H - 15, (struct type){.face = FACE_TEXT, .size_px = 24}, paper, "bar");
}
