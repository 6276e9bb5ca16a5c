/* Of a page that changes only what changed is painted: it looks as if all were. */
#include "painted_scene.h"
#include "pixels/pixels.h"

/* Labels that move over a page that stands, as in a drag through time: veils, clips and letters that reach out of their boxes with them. */
static void draw_drag(struct scene *scene, int step)
{
    struct pen pen = pen_of(scene, 0), over = pen_of(scene, -1);

    scene->frame = (struct frame){.size = {W, H}, .area = {0, 0, W, H - 40}, .layer_count = 1, .over_count = 1, .fade_share = 1};
    scene->frame.mirrored = step > 20;
    draw_fill(pen, (struct rect){0, 0, W, H}, paper);
    put_text(pen, 10, 60, (struct type){.face = FACE_HEADLINE, .size_px = 60}, ink, "STANDS");
    draw_fill(pen, (struct rect){0, 140, W, 20}, blue);
    draw_clip(pen, (struct rect){30, 0, 300, H});
    for (int i = step / 5; i < 4 + step / 5; i++) {
        int x = i * 97 - step * 7;

        draw_fill(pen, (struct rect){x, 90, 60, 30}, i % 2 ? red : veil);
        put_text(pen, x + 4, 112, (struct type){.face = FACE_ITALIC, .size_px = 22}, ink, i % 2 ? "fjord" : "quay");
    }
    draw_clip(pen, (struct rect){0});
    draw_picture(pen, (struct rect){320, 20 + step % 3, 60, 60}, picture_of("tests/pictures/quarters.svg", 0.5f, 0.5f), ochre);
    draw_fill(over, (struct rect){0, H - 40, W, 40}, ink);
    draw_fill(over, (struct rect){step * 5, 130, 50, 40}, veil);
    put_text(over, 20, H - 10, (struct type){.face = FACE_TEXT, .size_px = 24}, paper, step % 4 ? "bar" : "rab");
}

static void what_changes_is_painted_as_all_would_be(void **state)
{
    struct scene scene;

    (void)state;
    scene_init(&scene);
    SDL_Surface *whole = SDL_CreateRGBSurfaceWithFormat(0, W, H, 32, SDL_PIXELFORMAT_XRGB8888);
    struct painter *other = painter_create(scene.faces, scene.images);

    for (int step = 0; step < 40; step++) {
        draw_drag(&scene, step);
        paint_whole(&scene);
        painter_forget_canvas(other);
        while (!painter_paint(other, &scene.frame, whole))
            assert_true(images_wait(scene.images, LONG_MS));
        for (int at = 0; at < W * H; at++)
            if (pixel_at(scene.canvas, at % W, at / W) != pixel_at(whole, at % W, at / W))
                fail_msg("step %d: pixel %d, %d", step, at % W, at / W);
    }
    painter_destroy(other);
    SDL_FreeSurface(whole);
    scene_finish(&scene);
}

/* What has not changed is not painted: somebody's mark on the canvas stays. */
static void what_stands_is_not_painted(void **state)
{
    struct scene scene;

    (void)state;
    scene_init(&scene);
    draw_drag(&scene, 1);
    paint_whole(&scene);
    pixels_fill(scene.canvas, (struct rect){5, 5, 1, 1}, red);
    pixels_fill(scene.canvas, (struct rect){100, 100, 1, 1}, ochre);
    draw_drag(&scene, 2);
    paint_whole(&scene);
    assert_int_equal(pixel_at(scene.canvas, 5, 5), 0xA63A2B);
    assert_int_not_equal(pixel_at(scene.canvas, 100, 100), 0xC98B2B);
    painter_forget_canvas(scene.painter);
    paint_whole(&scene);
    assert_int_not_equal(pixel_at(scene.canvas, 5, 5), 0xA63A2B);
    scene_finish(&scene);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_changes_is_painted_as_all_would_be),
        cmocka_unit_test(what_stands_is_not_painted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
