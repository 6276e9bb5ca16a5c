/* Frames as pictures, compared with golden PNGs: a few levels of difference are allowed, for another version of a library. */
#include "painted_scene.h"

#include "pixels/pixels.h"

#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    LEVELS = 12,             /* a pixel may differ by this much */
    STRANGERS = W * H / 500, /* and so many pixels by more: edges of letters */
};

static bool is_near(uint32_t one, uint32_t other)
{
    for (int shift = 0; shift < 24; shift += 8)
        if (abs((int)(one >> shift & 255) - (int)(other >> shift & 255)) > LEVELS)
            return false;
    return true;
}

static void golden(struct scene *scene, const char *name)
{
    char path[128];
    int strangers = 0;

    snprintf(path, sizeof(path), "tests/golden/painter-%s.png", name);
    if (getenv("UPDATE_GOLDEN")) {
        assert_int_equal(IMG_SavePNG(scene->canvas, path), 0);
        return;
    }
    SDL_Surface *stored = IMG_Load(path);

    if (!stored)
        fail_msg("%s: %s (UPDATE_GOLDEN=1 makes it)", path, IMG_GetError());
    SDL_Surface *expected = SDL_ConvertSurfaceFormat(stored, SDL_PIXELFORMAT_XRGB8888, 0);

    SDL_FreeSurface(stored);
    assert_int_equal(expected->w, W);
    assert_int_equal(expected->h, H);
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++)
            strangers += !is_near(pixel_at(expected, x, y), pixel_at(scene->canvas, x, y));
    SDL_FreeSurface(expected);
    if (strangers > STRANGERS)
        fail_msg("%s: %d pixels differ (UPDATE_GOLDEN=1 accepts)", path, strangers);
}

static void draw_texts(struct scene *scene)
{
    struct pen pen = pen_of(scene, 0);

    draw_fill(pen, all, paper);
    put_text(pen, 20, 80, (struct type){.face = FACE_HEADLINE, .size_px = 72}, ink, "TUESDAY, 4 A.M.");
    put_text(pen, 20, 110, (struct type){.face = FACE_BOLD, .size_px = 16, .tracking_px = 4}, red, "CHAPTER 1");
    put_text(pen, 20, 150, (struct type){.face = FACE_TEXT, .size_px = 24}, ink, "The copper vote of July 1971");
    put_text(pen, 20, 185, (struct type){.face = FACE_ITALIC, .size_px = 24}, blue, "jefe: co\u00ADbre y pan, \u00BFs\u00ED?");
    put_text(pen, 20, 230, (struct type){.face = FACE_HEADLINE, .size_px = 40}, ink,
             "1973 \u03A3\u03B1\u03BD\u03C4\u03B9\u03AC\u03B3\u03BF \u00D1");
    put_text(pen, 20, 270, (struct type){.face = FACE_TEXT, .size_px = 24}, veil, "half as strong");
    put_text(pen, 330, 285, (struct type){.face = FACE_HEADLINE, .size_px = 72}, ink, "CUT OFF");
}

static void draw_fills(struct scene *scene)
{
    struct pen pen = pen_of(scene, 0);

    draw_fill(pen, all, paper);
    draw_fill(pen, (struct rect){20, 20, 160, 120}, red);
    draw_fill(pen, (struct rect){100, 80, 160, 120}, veil);
    draw_fill(pen, (struct rect){-50, 250, 100, 100}, ochre);
    draw_frame(pen, (struct rect){280, 20, 100, 100}, 6, ink);
    draw_frame(pen, (struct rect){280, 150, 100, 100}, 20, veil);
}

static void draw_clips(struct scene *scene)
{
    struct pen pen = pen_of(scene, 0);

    draw_fill(pen, all, paper);
    draw_clip(pen, (struct rect){40, 40, 120, 100});
    draw_fill(pen, all, ochre);
    put_text(pen, 20, 100, (struct type){.face = FACE_HEADLINE, .size_px = 90}, ink, "CLIPPED");
    draw_picture(pen, (struct rect){100, 100, 200, 200}, picture_of("tests/pictures/quarters.svg", 0.5f, 0.5f), ink);
    draw_clip(pen, (struct rect){500, 0, 10, 10}); /* nothing at all */
    draw_fill(pen, all, red);
    draw_clip(pen, (struct rect){0});
    draw_icon(pen, (struct rect){220, 60, 120, 120}, "tests/pictures/ring.svg", blue);
}

static void draw_icons(struct scene *scene)
{
    static const struct colour tints[] = {
        {0x1B, 0x1B, 0x1B, 255}, {0xA6, 0x3A, 0x2B, 255}, {0xFF, 0xFF, 0xFF, 255}, {0x1F, 0x3A, 0x5F, 100}};
    struct pen pen = pen_of(scene, 0);

    draw_fill(pen, all, ochre);
    for (int i = 0; i < 4; i++)
        draw_icon(pen, (struct rect){10 + 100 * i, 20, 80, 80}, "tests/pictures/ring.svg", tints[i]);
    draw_icon(pen, (struct rect){10, 120, 180, 60}, "tests/pictures/ring.svg", ink);
    draw_icon(pen, (struct rect){300, 200, 300, 300}, "tests/pictures/ring.svg", ink);
    draw_icon(pen, (struct rect){0, 0, 10, 10}, "tests/pictures/none.svg", ink);
}

static void draw_pictures(struct scene *scene)
{
    struct pen pen = pen_of(scene, 0);

    draw_fill(pen, all, paper);
    draw_picture(pen, (struct rect){10, 10, 180, 60}, picture_of("tests/pictures/quarters.svg", 0.5f, 0), ink);
    draw_picture(pen, (struct rect){10, 80, 60, 60}, picture_of("tests/pictures/bars.svg", 1, 0.5f), ink);
    draw_picture(pen, (struct rect){80, 80, 110, 60}, picture_of("tests/pictures/orientation-6.jpg", 0.5f, 0.5f), ink);
    draw_picture(
        pen, (struct rect){10, 150, 180, 140},
        (struct draw_picture){.path = "tests/pictures/none.svg", .fallback = "tests/pictures/bars.svg", .focus_x = 0, .focus_y = 0}, ink);
    draw_picture(pen, (struct rect){210, 10, 180, 60}, picture_of("tests/pictures/none.svg", 0, 0), blue);
    draw_picture(pen, (struct rect){210, 80, 180, 60}, picture_of(NULL, 0, 0), red);
    draw_picture(pen, (struct rect){210, 150, 90, 140}, picture_of("tests/pictures/clear.svg", 0.5f, 0.5f), ochre);
    draw_picture(pen, (struct rect){310, 200, 500, 500}, picture_of("tests/pictures/quarters.svg", 0.5f, 0.5f), ink); /* zoomed */
}

static struct draw_picture window_of(const char *path, struct share_rect window)
{
    return (struct draw_picture){.path = path, .ground = ink, .window = window};
}

/* Beyond the edges, deep inside, cut by a clip; one that cannot be shown, whose fallback covers. */
static void draw_windows(struct scene *scene)
{
    static const char quarters[] = "tests/pictures/quarters.svg", none[] = "tests/pictures/none.svg";
    struct pen pen = pen_of(scene, 0);
    struct draw_picture fallback = window_of(none, (struct share_rect){0, 0, 0.1f, 0.1f});

    fallback.fallback = "tests/pictures/bars.svg";
    draw_fill(pen, all, paper);
    draw_picture(pen, (struct rect){10, 10, 185, 135}, window_of(quarters, (struct share_rect){-0.25f, -0.125f, 1.5f, 1}), ink);
    draw_picture(pen, (struct rect){205, 10, 185, 135},
                 window_of("tests/pictures/orientation-6.jpg", (struct share_rect){0.45f, 0.4f, 0.8f, 0.8f}), ink);
    draw_clip(pen, (struct rect){20, 165, 130, 300});
    draw_picture(pen, (struct rect){10, 155, 185, 135},
                 window_of("tests/pictures/layers.svg", (struct share_rect){0.495f, -0.005f, 0.01f, 0.01f}), blue);
    draw_clip(pen, (struct rect){0});
    draw_picture(pen, (struct rect){205, 155, 85, 135}, fallback, ink);
    draw_picture(pen, (struct rect){305, 155, 85, 135}, window_of(none, (struct share_rect){0, 0, 1, 1}), blue);
}

static void pictures_are_as_they_were(void **state)
{
    static const struct {
        const char *name;
        void (*draw)(struct scene *scene);
    } rows[] = {{"text", draw_texts},  {"fills", draw_fills},       {"clip", draw_clips},
                {"icons", draw_icons}, {"pictures", draw_pictures}, {"windows", draw_windows}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct scene scene;

        scene_init(&scene);
        rows[i].draw(&scene);
        paint_whole(&scene);
        golden(&scene, rows[i].name);
        scene_finish(&scene);
    }
}

static void slides_are_moved_pages(void **state)
{
    struct scene scene;

    (void)state;
    scene_init(&scene);
    SDL_FillRect(scene.canvas, NULL, 0);
    draw_slide(&scene, -50);
    paint_whole(&scene);
    draw_slide(&scene, -130);
    SDL_FillRect(scene.canvas, NULL, 0);
    assert_true(paint(&scene));
    golden(&scene, "slide");
    scene.frame.gutter = (struct frame_gutter){W - 40 - 130, 15, red};
    assert_true(paint(&scene));
    for (int x = -1; x <= 15; x++)
        assert_int_equal(pixel_at(scene.canvas, W - 20 - 130 + x, 10) == 0xA63A2B, x >= 0 && x < 15);
    scene_finish(&scene);
}

/* A page at rest looks like the same page at the end of its slide. */
static void rest_is_the_end_of_a_slide(void **state)
{
    struct scene scene;

    (void)state;
    scene_init(&scene);
    draw_slide(&scene, 0);
    paint_whole(&scene);
    SDL_Surface *slid = SDL_ConvertSurface(scene.canvas, scene.canvas->format, 0);

    scene.frame.layer_count = 1;
    SDL_FillRect(scene.canvas, &(SDL_Rect){20, 10, W - 40, H - 60}, 0);
    assert_true(paint(&scene));
    for (int y = 10; y < H; y++)
        for (int x = 0; x < W; x++)
            assert_int_equal(pixel_at(scene.canvas, x, y), pixel_at(slid, x, y));
    SDL_FreeSurface(slid);
    scene_finish(&scene);
}

/* Every rectangle in the mirror; where texts end instead of beginning their ink counts, not their box. */
static void mirror_by_hand(struct scene *scene, struct draw_list *list, int width)
{
    struct measure measure = faces_measure(scene->faces);

    for (int i = 0; i < list->count; i++) {
        struct draw_command *command = &list->commands[i];

        if (command->kind == DRAW_TEXT)
            command->rect.w = measure.width(measure.context, command->text.type, command->text.text, command->text.length);
        command->rect.x = width - command->rect.x - command->rect.w;
    }
}

/* Of a slide when x is not 0. */
static void draw_to_mirror(struct scene *scene, int x)
{
    draw_slide(scene, x);
    draw_clip(pen_of(scene, 0), (struct rect){250, 30, 60, 100});
    draw_fill(pen_of(scene, 0), (struct rect){230, 60, 50, 200}, red);
    draw_clip(pen_of(scene, 0), (struct rect){0});
    draw_picture(pen_of(scene, 0), (struct rect){150, 130, 150, 60}, picture_of("tests/pictures/bars.svg", 0.2f, 0.5f), ink);
    if (x == 0)
        scene->frame.layer_count = 1;
}

static void mirrored_frames_are_turned_round(void **state)
{
    static const int xs[] = {0, -50, -W + 45};

    (void)state;
    for (size_t i = 0; i < COUNTOF(xs); i++) {
        struct scene scene;

        scene_init(&scene);
        draw_to_mirror(&scene, xs[i]);
        scene.frame.mirrored = true;
        paint_whole(&scene);
        SDL_Surface *painted = SDL_ConvertSurface(scene.canvas, scene.canvas->format, 0);

        draw_to_mirror(&scene, xs[i]);
        scene.frame.area = rect_mirrored(scene.frame.area, W);
        for (int layer = 0; layer < scene.frame.layer_count; layer++) {
            mirror_by_hand(&scene, &scene.frame.layers[layer].list, W - 40);
            scene.frame.layers[layer].x_px *= -1;
        }
        mirror_by_hand(&scene, &scene.frame.over[0], W);
        paint_whole(&scene);
        for (int y = 10; y < H; y++) /* above, a veil lies over what was there */
            for (int x = 0; x < W; x++)
                assert_int_equal(pixel_at(scene.canvas, x, y), pixel_at(painted, x, y));
        SDL_FreeSurface(painted);
        scene_finish(&scene);
    }
}

/* While a picture is missing its colour stands there; the frame that finds it there is whole. */
static void missing_pictures_come_later(void **state)
{
    struct scene scene;

    (void)state;
    scene_init(&scene);
    draw_slide(&scene, -50);
    assert_false(paint(&scene));
    assert_int_equal(pixel_at(scene.canvas, 335, 100), 0xC98B2B);
    assert_int_equal(pixel_at(scene.canvas, 20 + 60, 10 + 60), 0x1B1B1B);
    assert_true(images_wait(scene.images, LONG_MS));
    assert_true(paint(&scene));
    assert_int_equal(pixel_at(scene.canvas, 20 + 60, 10 + 60), 0x2B8A3A);
    scene_finish(&scene);
}

/* Another size of a picture stands in until the right one comes. */
static void stretched_until_sharp(void **state)
{
    struct scene scene;
    struct draw_picture picture = picture_of("tests/pictures/quarters.svg", 0.5f, 0.5f);

    (void)state;
    scene_init(&scene);
    draw_picture(pen_of(&scene, 0), (struct rect){0, 0, 40, 40}, picture, ink);
    paint_whole(&scene);
    scene.frame.layers[0].list = (struct draw_list){0};
    draw_picture(pen_of(&scene, 0), (struct rect){0, 0, 200, 200}, picture, ink);
    assert_false(paint(&scene));
    assert_int_equal(pixel_at(scene.canvas, 50, 50), 0xA63A2B);
    assert_int_equal(pixel_at(scene.canvas, 150, 150), 0xC98B2B);
    scene_finish(&scene);
}

static void show_window(struct scene *scene, struct share_rect window, bool moving)
{
    struct draw_picture picture = window_of("tests/pictures/quarters.svg", window);

    picture.moving = moving;
    scene->frame.layers[0].list = (struct draw_list){0};
    draw_picture(pen_of(scene, 0), all, picture, ink);
}

/* Of one row, the pixels that have neither the left edge's colour nor the right one's. */
static int blurred_pixels(const struct scene *scene, int y)
{
    uint32_t left = pixel_at(scene->canvas, 0, y), right = pixel_at(scene->canvas, W - 1, y);
    int count = 0;

    for (int x = 0; x < W; x++)
        count += pixel_at(scene->canvas, x, y) != left && pixel_at(scene->canvas, x, y) != right;
    return count;
}

/* The picture's colours stand where they belong from the first touch on; they are soft while it moves and sharp at rest. */
static void zooming_is_sharp_at_rest(void **state)
{
    struct share_rect all_of_it = {-1 / 6.0f, 0, 4 / 3.0f, 1}, near = {0.48f, 0.2f, 0.04f, 0.03f};
    struct scene scene;

    (void)state;
    scene_init(&scene);
    show_window(&scene, all_of_it, true);
    assert_false(paint(&scene)); /* nothing is there yet: the overview is asked for */
    assert_int_equal(pixel_at(scene.canvas, W / 4, H / 4), 0x1B1B1B);
    paint_whole(&scene);
    assert_int_equal(pixel_at(scene.canvas, 10, H / 4), 0x1B1B1B);
    assert_int_equal(pixel_at(scene.canvas, W / 4, H / 4), 0xA63A2B);
    assert_int_equal(pixel_at(scene.canvas, W * 3 / 4, H * 3 / 4), 0xC98B2B);
    show_window(&scene, near, true);
    assert_true(paint(&scene)); /* soft, and enough */
    assert_int_equal(pixel_at(scene.canvas, 0, 10), 0xA63A2B);
    assert_int_equal(pixel_at(scene.canvas, W - 1, 10), 0x2B8A3A);
    assert_in_range(blurred_pixels(&scene, 10), 5, W / 4);
    show_window(&scene, near, false);
    assert_false(paint(&scene)); /* soft until the sharp one comes */
    assert_in_range(blurred_pixels(&scene, 10), 5, W / 4);
    paint_whole(&scene);
    assert_in_range(blurred_pixels(&scene, 10), 0, 1);
    show_window(&scene, (struct share_rect){0.49f, 0.2f, 0.02f, 0.015f}, true);
    assert_true(paint(&scene)); /* from the sharp one, which holds it */
    assert_in_range(blurred_pixels(&scene, 10), 0, 4);
    show_window(&scene, all_of_it, true);
    assert_true(paint(&scene)); /* back out: the overview was kept */
    assert_int_equal(pixel_at(scene.canvas, W / 4, H * 3 / 4), 0x1F3A5F);
    scene_finish(&scene);
}

/* A picture that is shown elsewhere, cropped, is there at once when it is opened. */
static void cropped_pictures_open_at_once(void **state)
{
    struct scene scene;

    (void)state;
    scene_init(&scene);
    draw_picture(pen_of(&scene, 0), (struct rect){0, 0, 100, 50}, picture_of("tests/pictures/quarters.svg", 0.5f, 0.5f), ink);
    paint_whole(&scene);
    show_window(&scene, (struct share_rect){-1 / 6.0f, 0, 4 / 3.0f, 1}, false);
    assert_false(paint(&scene));
    assert_int_equal(pixel_at(scene.canvas, W / 4, H / 2 - H / 8), 0xA63A2B);
    assert_int_equal(pixel_at(scene.canvas, W * 3 / 4, H / 2 + H / 8), 0xC98B2B);
    assert_int_equal(pixel_at(scene.canvas, W / 4, H / 8), 0x1B1B1B); /* not in the crop */
    scene_finish(&scene);
}

static void fades_go_from_what_was_shown(void **state)
{
    static const struct {
        float share;
        uint32_t pixel; /* from paper to blue */
    } rows[] = {{0, 0xF3EBDD}, {0.25f, 0xBEBFBE}, {0.5f, 0x89939E}, {1, 0x1F3A5F}};
    struct scene scene;

    (void)state;
    scene_init(&scene);
    draw_texts(&scene);
    paint_whole(&scene);
    scene.frame.layers[0].list = (struct draw_list){0};
    draw_fill(pen_of(&scene, 0), all, blue);
    put_text(pen_of(&scene, 0), 40, 200, (struct type){.face = FACE_HEADLINE, .size_px = 150}, paper, "FADE");
    scene.frame.fade_serial++;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        scene.frame.fade_share = rows[i].share;
        assert_true(paint(&scene));
        assert_true(is_near(pixel_at(scene.canvas, 390, 10), rows[i].pixel));
        if (rows[i].share == 0.5f)
            golden(&scene, "fade");
    }
    /* Another fade that begins while one is under way goes on from what is seen. */
    scene.frame.fade_serial++;
    scene.frame.fade_share = 0.5f;
    scene.frame.layers[0].list = (struct draw_list){0};
    draw_fill(pen_of(&scene, 0), all, paper);
    assert_true(paint(&scene));
    assert_true(is_near(pixel_at(scene.canvas, 390, 10), 0x89939E));
    scene.frame.fade_serial++;
    scene.frame.fade_share = 0;
    assert_true(paint(&scene));
    assert_true(is_near(pixel_at(scene.canvas, 390, 10), 0x89939E));
    scene_finish(&scene);
}

/* By way of paper: half-way nothing else is left of what changes, and what is the same stays. Around it one is mixed into the other. */
static void fades_go_through_their_ground(void **state)
{
    static const struct {
        float share;
        uint32_t inside, around;
    } rows[] = {{0.25f, 0x89939E, 0x1E3252}, {0.5f, 0xF3EBDD, 0x1D2B3D}, {0.75f, 0x87837C, 0x1C232C}, {1, 0x1B1B1B, 0x1B1B1B}};
    struct scene scene;

    (void)state;
    scene_init(&scene);
    for (int mirrored = 0; mirrored < 2; mirrored++) {
        scene.frame.mirrored = mirrored;
        scene.frame.fade_share = 1;
        scene.frame.ground_count = 0;
        draw_fill(pen_of(&scene, 0), all, blue);
        paint_whole(&scene);
        scene.frame.layers[0].list = (struct draw_list){0};
        draw_fill(pen_of(&scene, 0), all, ink);
        draw_fill(pen_of(&scene, 0), (struct rect){60, 60, 20, 20}, blue);
        scene.frame.fade_serial++;
        scene.frame.grounds[0] = (struct frame_ground){{50, 50, 100, 100}, paper};
        scene.frame.ground_count = 1;
        for (size_t i = 0; i < COUNTOF(rows); i++) {
            scene.frame.fade_share = rows[i].share;
            assert_true(paint(&scene));
            assert_true(is_near(pixel_at(scene.canvas, mirrored ? W - 1 - 120 : 120, 120), rows[i].inside));
            assert_true(is_near(pixel_at(scene.canvas, mirrored ? W - 1 - 70 : 70, 70), 0x1F3A5F));
            assert_true(is_near(pixel_at(scene.canvas, mirrored ? W - 1 - 160 : 160, 70), rows[i].around));
        }
    }
    scene_finish(&scene);
}

/* A card grows from a strip to its place: on it, paper first and then what it holds; around it there, what was before, and darker. */
static void cards_grow(void **state)
{
    static const struct {
        float share;
        uint32_t strip, corner, beside; /* strip 0: in between, where it is neither */
    } rows[] = {{0.0f, 0xF3EBDD, 0x1F3A5F, 0x1F3A5F}, {0.125f, 0, 0x1E3659, 0x1F3A5F}, {1, 0x1B1B1B, 0x1B1B1B, 0x1F3A5F}};
    struct scene scene;

    (void)state;
    scene_init(&scene);
    for (int mirrored = 0; mirrored < 2; mirrored++) {
        scene.frame.mirrored = mirrored;
        scene.frame.fade_share = 1;
        scene.frame.ground_count = 0;
        scene.frame.growth = (struct frame_growth){0};
        draw_fill(pen_of(&scene, 0), all, blue);
        paint_whole(&scene);
        scene.frame.layers[0].list = (struct draw_list){0};
        draw_fill(pen_of(&scene, 0), all, blue);
        draw_fill(pen_of(&scene, 0), (struct rect){50, 50, 200, 200}, ink);
        scene.frame.fade_serial++;
        scene.frame.grounds[0] = (struct frame_ground){{50, 50, 200, 200}, paper};
        scene.frame.growth = (struct frame_growth){{60, 140, 100, 20}, {0x1B, 0x1B, 0x1B, 255}, ink, 2};
        scene.frame.ground_count = 1;
        for (size_t i = 0; i < COUNTOF(rows); i++) {
            scene.frame.fade_share = rows[i].share;
            assert_true(paint(&scene));
            if (rows[i].strip)
                assert_true(is_near(pixel_at(scene.canvas, mirrored ? W - 1 - 100 : 100, 150), rows[i].strip));
            assert_true(is_near(pixel_at(scene.canvas, mirrored ? W - 1 - 245 : 245, 245), rows[i].corner));
            assert_true(is_near(pixel_at(scene.canvas, mirrored ? W - 1 - 20 : 20, 20), rows[i].beside));
        }
    }
    scene_finish(&scene);
}

/* What hid a part of the page gets less: each time the canvas is as if it were painted anew, and only those places are painted. */
static void what_is_uncovered_is_whole(void **state)
{
    static const int steps[] = {0, 30, 31, 90, 200};
    const uint32_t poison = 0x00FF00;
    struct scene scene, fresh;

    (void)state;
    for (int mirrored = 0; mirrored < 2; mirrored++) {
        int x = mirrored ? 5 : W - 6, y = 5; /* apart from them */

        scene_init(&scene);
        scene_init(&fresh);
        draw_texts(&scene);
        scene.frame.mirrored = mirrored;
        scene.frame.cover = ochre;
        scene.frame.cover_count = 2;
        for (size_t i = 0; i < COUNTOF(steps); i++) {
            scene.frame.covers[0] = (struct frame_cover){{20, 20, 200, 80}, {20 + steps[i], 20, 200 - steps[i], 80}};
            scene.frame.covers[1] = (struct frame_cover){{60, 120, 40, 200}, {60, 120, 40, 200 - steps[i]}};
            paint_whole(&scene);
            fresh.frame = scene.frame;
            painter_forget_canvas(fresh.painter);
            paint_whole(&fresh);
            if (i > 0)
                assert_int_equal(pixel_at(scene.canvas, x, y), poison);
            for (int at = 0; at < W * H; at++)
                if (at % W != x || at / W != y)
                    assert_int_equal(pixel_at(scene.canvas, at % W, at / W), pixel_at(fresh.canvas, at % W, at / W));
            pixels_fill(scene.canvas, (struct rect){x, y, 1, 1}, (struct colour){0, 255, 0, 255});
        }
        scene.frame.cover_count = 0; /* and then there is the page, whole */
        paint_whole(&scene);
        assert_int_not_equal(pixel_at(scene.canvas, x, y), poison);
        scene_finish(&fresh);
        scene_finish(&scene);
    }
}

/* Slides may fade, and pages come back before they are gone: no order of frames leaves anything behind. */
static void any_order_of_frames_is_fine(void **state)
{
    static const char steps[] = "rsSfrfSsFrfFsr";
    struct scene scene, fresh;

    (void)state;
    scene_init(&scene);
    scene_init(&fresh);
    for (const char *step = steps; *step; step++) {
        uint32_t serial = scene.frame.fade_serial;

        draw_slide(&scene, *step == 's' ? -40 : *step == 'S' ? -200 : *step == 'F' ? -100 : 0);
        scene.frame.layer_count = *step == 'r' || *step == 'f' ? 1 : 2;
        scene.frame.fade_serial = serial + (*step == 'f');
        scene.frame.fade_share = *step == 'f' || *step == 'F' ? 0.5f : 1;
        painter_prefetch(scene.painter, &scene.frame);
        paint_whole(&scene);
        fresh.frame = scene.frame;
        fresh.frame.fade_share = 1;
        paint_whole(&fresh);
        for (int at = 0; at < W * H && scene.frame.fade_share >= 1; at += 7)
            if (at / W >= 10 && at % W >= 20 && at % W < W - 20) /* above it only translucent fills, beside it nothing */
                assert_int_equal(pixel_at(scene.canvas, at % W, at / W), pixel_at(fresh.canvas, at % W, at / W));
    }
    scene_finish(&fresh);
    scene_finish(&scene);
}

/* Pictures of a frame that was only prefetched are there at its first painting. */
static void prefetched_frames_are_whole(void **state)
{
    struct scene scene;

    (void)state;
    scene_init(&scene);
    draw_icons(&scene);
    draw_slide(&scene, 0);
    painter_prefetch(scene.painter, &scene.frame);
    assert_true(images_wait(scene.images, LONG_MS));
    assert_true(paint(&scene));
    scene_finish(&scene);
    painter_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_are_as_they_were),     cmocka_unit_test(slides_are_moved_pages),
        cmocka_unit_test(rest_is_the_end_of_a_slide),    cmocka_unit_test(missing_pictures_come_later),
        cmocka_unit_test(stretched_until_sharp),         cmocka_unit_test(zooming_is_sharp_at_rest),
        cmocka_unit_test(cropped_pictures_open_at_once), cmocka_unit_test(fades_go_from_what_was_shown),
        cmocka_unit_test(fades_go_through_their_ground), cmocka_unit_test(cards_grow),
        cmocka_unit_test(what_is_uncovered_is_whole),    cmocka_unit_test(mirrored_frames_are_turned_round),
        cmocka_unit_test(any_order_of_frames_is_fine),   cmocka_unit_test(prefetched_frames_are_whole),
    };

    return cmocka_run_group_tests_name("painter", tests, NULL, NULL);
}
