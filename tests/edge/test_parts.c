/* Movements without an X server: on a window that shows parts of surfaces they look as anywhere else, and paint no page. */
#include "painted_scene.h"

#include <stdlib.h>

/* A window that shows parts, without an X server: what is on it, and the surfaces that were made for it. */
struct screen {
    SDL_Surface *shown, *made[8];
    int made_count;
};

static SDL_Surface *make_part(void *context, struct size size)
{
    struct screen *screen = context;

    assert_in_range(screen->made_count, 0, COUNTOF(screen->made) - 1);
    screen->made[screen->made_count++] = SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_XRGB8888);
    return screen->made[screen->made_count - 1];
}

static void unmake_part(void *context, SDL_Surface *surface)
{
    struct screen *screen = context;

    for (int i = 0; i < screen->made_count; i++) {
        if (screen->made[i] == surface)
            screen->made[i] = screen->made[--screen->made_count];
    }
    SDL_FreeSurface(surface);
}

static void screen_init(struct screen *screen, struct scene *scene)
{
    *screen = (struct screen){.shown = SDL_CreateRGBSurfaceWithFormat(0, W, H, 32, SDL_PIXELFORMAT_XRGB8888)};
    scene_init(scene);
    painter_use_parts(scene->painter, &(struct pool_maker){screen, make_part, unmake_part});
}

static void screen_finish(struct screen *screen, struct scene *scene)
{
    scene_finish(scene);
    assert_int_equal(screen->made_count, 0);
    SDL_FreeSurface(screen->shown);
}

/* As direct_show and window_present do. Returns how many parts there were. */
static int show(struct screen *screen, const struct scene *scene)
{
    int count;
    const struct patch *patches = painter_patches(scene->painter, &count);

    if (count == 0)
        SDL_BlitSurface(scene->canvas, NULL, screen->shown, NULL);
    for (int i = 0; i < count; i++) {
        SDL_Rect part = {patches[i].part.x, patches[i].part.y, patches[i].part.w, patches[i].part.h},
                 at = {patches[i].x, patches[i].y, 0, 0};

        SDL_BlitSurface((SDL_Surface *)patches[i].from, &part, screen->shown, &at);
    }
    return count;
}

static void draw_step(struct scene *scene, char step)
{
    uint32_t serial = scene->frame.fade_serial;

    draw_slide(scene, step == 's' ? -40 : step == 'S' ? -200 : step == 'o' || step == 'F' ? -100 : step == 'n' ? -(W - 40) : 0);
    scene->frame.mirrored = step == 'm';
    if (step == 'n')
        scene->frame.layers[0] = scene->frame.layers[1];
    if (step == 'o' || step == 'O') /* something above the pages */
        draw_fill(pen_of(scene, -1), (struct rect){100, 100, 100, 50}, red);
    scene->frame.layer_count = strchr("rfnO", step) ? 1 : 2;
    scene->frame.fade_serial = serial + (step == 'f');
    scene->frame.fade_share = step == 'f' || step == 'F' ? 0.5f : 1;
}

/* Whatever comes after what, and whether or not the window shows parts: the picture is the same. */
static void parts_make_the_same_picture(void **state)
{
    static const char steps[] = "srsSnSsrnSfrfSsOsrsosrmsrFfFsrfnSr";
    struct scene scene, whole;
    struct screen screen;
    int in_parts = 0;

    (void)state;
    screen_init(&screen, &scene);
    scene_init(&whole);
    for (const char *step = steps; *step; step++) {
        draw_step(&scene, *step);
        draw_step(&whole, *step);
        do
            in_parts += show(&screen, &scene) > 0;
        while (!paint(&scene) && images_wait(scene.images, LONG_MS));
        in_parts += show(&screen, &scene) > 0;
        paint_whole(&whole);
        for (int at = 10 * W; at < W * H; at++) /* above, a veil lies over what was there */
            if (at % W >= 20 && at % W < W - 20)
                assert_int_equal(pixel_at(screen.shown, at % W, at / W), pixel_at(whole.canvas, at % W, at / W));
    }
    assert_in_range(in_parts, 8, sizeof(steps));
    scene_finish(&whole);
    screen_finish(&screen, &scene);
}

/* A mark that is left on a page's surface stays there until somebody paints the page again. */
static void mark(SDL_Surface *surface, int x, int y)
{
    ((uint32_t *)surface->pixels)[y * surface->pitch / 4 + x] = 0x123456;
}

/* A turn paints neither page: the old one stands on the canvas, the new one was painted ahead, and comes to rest by being copied. */
static void turns_paint_nothing(void **state)
{
    struct scene scene;
    struct screen screen;

    (void)state;
    screen_init(&screen, &scene);
    draw_step(&scene, 'r');
    paint_whole(&scene);
    mark(scene.canvas, 20 + 200, 10 + 150);
    draw_step(&scene, 'n');
    assert_true(painter_prefetch(scene.painter, &scene.frame));
    painter_paint_ahead(scene.painter, &scene.frame);
    assert_int_equal(screen.made_count, 1);
    mark(screen.made[0], 100, 150);
    for (const char *step = "sSs"; *step; step++) {
        int x = *step == 's' ? -40 : -200;

        draw_step(&scene, *step);
        assert_true(paint(&scene));
        assert_int_equal(show(&screen, &scene), 6); /* two pages, and what lies on all four sides of them */
        if (200 + x >= 0)
            assert_int_equal(pixel_at(screen.shown, 20 + 200 + x, 10 + 150), 0x123456);
        if (100 + x + W - 40 < W - 40)
            assert_int_equal(pixel_at(screen.shown, 20 + 100 + x + W - 40, 10 + 150), 0x123456);
    }
    draw_step(&scene, 'n');
    assert_true(paint(&scene));
    assert_int_equal(show(&screen, &scene), 0);
    assert_int_equal(pixel_at(screen.shown, 20 + 100, 10 + 150), 0x123456);
    assert_int_equal(screen.made_count, 1);
    painter_forget_canvas(scene.painter);
    draw_step(&scene, 's');
    assert_true(paint(&scene));
    assert_int_equal(show(&screen, &scene), 0);
    assert_int_equal(screen.made_count, 2);
    screen_finish(&screen, &scene);
}

/* The window gets another canvas while pages move, and a fade begins: it does not begin with what was on the old one. */
static void parts_do_not_outlive_the_canvas(void **state)
{
    struct scene scene;
    struct screen screen;

    (void)state;
    screen_init(&screen, &scene);
    draw_step(&scene, 'r');
    paint_whole(&scene);
    draw_step(&scene, 's');
    assert_true(paint(&scene));
    assert_true(show(&screen, &scene) > 0);
    SDL_FreeSurface(scene.canvas);
    scene.canvas = SDL_CreateRGBSurfaceWithFormat(0, W, H, 32, SDL_PIXELFORMAT_XRGB8888);
    painter_forget_canvas(scene.painter);
    assert_int_equal(show(&screen, &scene), 0);
    draw_step(&scene, 'f');
    assert_true(paint(&scene));
    screen_finish(&screen, &scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_make_the_same_picture),
        cmocka_unit_test(turns_paint_nothing),
        cmocka_unit_test(parts_do_not_outlive_the_canvas),
    };

    return cmocka_run_group_tests_name("parts", tests, NULL, NULL);
}
