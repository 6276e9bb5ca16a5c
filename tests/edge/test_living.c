/* Pictures whose groups move: at rest they are the drawing, under way each layer is where it belongs, and they leave nothing behind. */
#include "painted_scene.h"

#include "images/sheet.h"
#include "pictures/living.h"
#include "pictures/request.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LEFT = 40,
    TOP = 30 /* of the picture on the screen, at rest */,
    PAGE = W - 40,
    GROUND = 0xC98B2B,
    BACK = 0x1F3A5F,
    FRONT = 0xA63A2B
};
enum { POST = 0x1B1B1B, SQUARE = 0xF3EBDD, MS = 1000, FAR_MS = 350 /* when a movement is as far as it goes */ };

static const char drawing[] = "tests/pictures/living.svg";

/* The page, moved by x, and its neighbour beside it; over the picture's foot lies a strip of the page. */
static void draw(struct scene *scene, int x, bool lives, const struct movement *movement)
{
    scene->frame = (struct frame){.size = {W, H}, .area = {20, 10, PAGE, H - 60}, .layer_count = x == 0 ? 1 : 2, .fade_share = 1};
    for (int layer = 0; layer < scene->frame.layer_count; layer++) {
        struct draw_picture picture = picture_of(drawing, 0.5F, 0.5F);
        struct pen pen = pen_of(scene, layer);

        picture.lives = lives;
        picture.movements = movement;
        picture.movement_count = movement != NULL;
        draw_fill(pen, (struct rect){0, 0, W, H}, paper);
        draw_picture(pen, (struct rect){20, 20, 100, 100}, picture, ink);
        draw_fill(pen, (struct rect){10, 98, 50, 4}, blue);
        scene->frame.layers[layer].x_px = x + (layer == 0 ? 0 : x < 0 ? PAGE : -PAGE);
    }
    scene->frame.over_count = 1;
    draw_fill(pen_of(scene, -1), (struct rect){0, H - 50, W, 50}, ink);
    draw_fill(pen_of(scene, -1), (struct rect){0, 0, W, 10}, ink);
    draw_fill(pen_of(scene, -1), (struct rect){0, 0, 20, H}, ink);
    draw_fill(pen_of(scene, -1), (struct rect){W - 20, 0, 20, H}, ink);
}

/* Until the picture is there, and what it moves with. */
static void get_ready(struct scene *scene)
{
    draw(scene, 0, true, NULL);
    paint_whole(scene);
    assert_true(images_wait(scene->images, LONG_MS));
}

static uint32_t *copy_of(const SDL_Surface *canvas)
{
    uint32_t *copy = malloc(sizeof(uint32_t) * W * H);

    assert_non_null(copy);
    for (int at = 0; at < W * H; at++)
        copy[at] = pixel_at(canvas, at % W, at / W);
    return copy;
}

static void assert_same(const SDL_Surface *canvas, const uint32_t *pixels)
{
    for (int at = 0; at < W * H; at++)
        assert_int_equal(pixel_at(canvas, at % W, at / W), pixels[at]);
}

static void at_rest_it_is_the_drawing(void **state)
{
    struct scene scene;

    (void)state;
    scene_init(&scene);
    draw(&scene, 0, false, NULL);
    paint_whole(&scene);
    uint32_t *plain = copy_of(scene.canvas);

    get_ready(&scene);
    assert_same(scene.canvas, plain);
    for (int x = -100; x <= 100; x += 100) { /* there and back again, from either side */
        draw(&scene, x, true, NULL);
        paint_whole(&scene);
    }
    draw(&scene, 0, true, NULL);
    paint_whole(&scene);
    assert_same(scene.canvas, plain);
    free(plain);
    scene_finish(&scene);
}

/* Where the page is at `x`: a point of it, in pixels of the picture at rest. */
static uint32_t seen(const struct scene *scene, int x, int across, int down)
{
    return pixel_at(scene->canvas, LEFT + x + across, TOP + down);
}

static void layers_follow_less_and_more(void **state)
{
    struct scene scene;

    (void)state;
    scene_init(&scene);
    get_ready(&scene);
    for (int x = -20; x <= 100; x += 40) { /* less by 15 of 100, more by 12 */
        int back = -x * 15 / 100, front = (int)lroundf((float)x * 0.12F);

        draw(&scene, x, true, NULL);
        assert_true(paint(&scene));
        assert_int_equal(seen(&scene, x, 20 + back + 1, 15), BACK);
        assert_int_equal(seen(&scene, x, 20 + back - 1, 15), GROUND);
        assert_int_equal(seen(&scene, x, 20 + back + 15, 15), BACK);
        assert_int_equal(seen(&scene, x, 20 + back + 20, 15), GROUND);
        assert_int_equal(seen(&scene, x, 40, 15), POST); /* stands before it */
        assert_int_equal(seen(&scene, x, 50 + front + 1, 75), FRONT);
        assert_int_equal(seen(&scene, x, 50 + front - 1, 75), GROUND);
        assert_int_equal(seen(&scene, x, 50 + front + 20, 75), GROUND);
        assert_int_equal(seen(&scene, x, 15, 45), SQUARE);   /* moves by itself alone */
        assert_int_equal(seen(&scene, x, 30, 79), 0x1F3A5F); /* what the page has above it stays there */
    }
    scene_finish(&scene);
}

/* Far from its place, a layer shows what is drawn beyond the picture's edge; nothing of it leaves the picture. */
static void it_stays_inside_its_place(void **state)
{
    struct scene scene;

    (void)state;
    scene_init(&scene);
    get_ready(&scene);
    draw(&scene, -140, true, NULL); /* back by 21: its second square, at -30 to -20, is at -9 to 1 */
    assert_true(paint(&scene));
    assert_int_equal(pixel_at(scene.canvas, LEFT - 140 + 100 + PAGE, TOP + 15), 0xF3EBDD); /* the neighbour's paper, right of its picture */
    draw(&scene, PAGE - 120, true, NULL);
    assert_true(paint(&scene));
    assert_int_equal(seen(&scene, PAGE - 120, -2, 15), 0xF3EBDD);
    scene_finish(&scene);
}

static void mirrored_pages_move_the_other_way(void **state)
{
    struct scene scene;

    (void)state;
    scene_init(&scene);
    draw(&scene, 0, true, NULL);
    scene.frame.mirrored = true;
    paint_whole(&scene);
    assert_true(images_wait(scene.images, LONG_MS));
    draw(&scene, -40, true, NULL); /* to the right, as it is seen: the picture's left edge stands at W - 20 - 120 + 40 */
    scene.frame.mirrored = true;
    assert_true(paint(&scene));
    int left = W - 20 - 20 - 100 + 40;

    assert_int_equal(pixel_at(scene.canvas, left + 20 - 6 + 1, TOP + 15), BACK);
    assert_int_equal(pixel_at(scene.canvas, left + 20 - 6 - 1, TOP + 15), GROUND);
    assert_int_equal(pixel_at(scene.canvas, left + 20 - 6 + 20, TOP + 15), GROUND);
    scene_finish(&scene);
}

static uint32_t at_time(struct scene *scene, const struct movement *movement, int ms, const int at[2])
{
    draw(scene, 0, true, movement);
    scene->frame.layers[0].plays = true;
    scene->frame.layers[0].played_ms = ms;
    paint_whole(scene);
    return seen(scene, 0, at[0], at[1]);
}

/* The square is drawn from 10, 40 to 20, 50. Each goes somewhere, comes back, and is the drawing again. */
static void movements_go_and_come_back(void **state)
{
    static const struct {
        struct movement movement;
        int there[2], gone[2]; /* where it is far away, and where it then is no more */
        uint32_t far;          /* what is seen there */
    } rows[] = {
        {{"move-square", MOTION_SLIDE, .across = 30, .down = 20, .duration_ms = MS}, {45, 65}, {15, 45}, SQUARE},
        {{"move-square", MOTION_TURN, .degrees = 90, .about = {0.3, 0.45}, .duration_ms = MS}, {30, 30}, {15, 45}, SQUARE},
        {{"move-square", MOTION_TURN, .degrees = -90, .about = {0.3, 0.45}, .duration_ms = MS}, {30, 60}, {15, 45}, SQUARE},
        {{"move-square", MOTION_FADE, .faint = 0, .duration_ms = MS}, {25, 45}, {15, 45}, GROUND},
        {{"move-square", MOTION_DRAW, .way = MOTION_RIGHT, .duration_ms = MS}, {25, 45}, {15, 45}, GROUND},
    };
    struct scene scene;

    (void)state;
    scene_init(&scene);
    get_ready(&scene);
    uint32_t *plain = copy_of(scene.canvas);

    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const struct movement *movement = &rows[i].movement;

        assert_int_equal(at_time(&scene, movement, 0, rows[i].gone), SQUARE);
        assert_int_equal(at_time(&scene, movement, FAR_MS, rows[i].there), rows[i].far);
        assert_int_equal(at_time(&scene, movement, FAR_MS, rows[i].gone), GROUND);
        assert_int_equal(at_time(&scene, movement, MS - 1, rows[i].gone), SQUARE);
        draw(&scene, 0, true, movement);
        paint_whole(&scene);
        assert_same(scene.canvas, plain);
    }
    free(plain);
    scene_finish(&scene);
}

/* Halfway of being drawn its first half is there; halfway of fading it is half as strong. */
static void movements_are_steady(void **state)
{
    static const struct movement drawn = {"move-square", MOTION_DRAW, .way = MOTION_RIGHT, .duration_ms = MS},
                                 upwards = {"move-square", MOTION_DRAW, .way = MOTION_UP, .duration_ms = MS},
                                 faint = {"move-square", MOTION_FADE, .faint = 50, .duration_ms = MS};
    const int halfway = 675; /* coming back: share 1/2 */
    struct scene scene;

    (void)state;
    scene_init(&scene);
    get_ready(&scene);
    assert_int_equal(at_time(&scene, &drawn, halfway, (const int[]){12, 45}), SQUARE);
    assert_int_equal(at_time(&scene, &drawn, halfway, (const int[]){18, 45}), GROUND);
    assert_int_equal(at_time(&scene, &upwards, halfway, (const int[]){15, 48}), SQUARE);
    assert_int_equal(at_time(&scene, &upwards, halfway, (const int[]){15, 42}), GROUND);
    uint32_t mixed = at_time(&scene, &faint, FAR_MS, (const int[]){15, 45});

    assert_in_range(mixed >> 8 & 255, (0xEB + 0x8B) / 2 - 2, (0xEB + 0x8B) / 2 + 2);
    scene_finish(&scene);
}

static void what_does_not_live_asks_for_no_sheet(void **state)
{
    struct scene scene;

    (void)state;
    scene_init(&scene);
    draw(&scene, 0, false, NULL);
    paint_whole(&scene);
    size_t bytes = images_bytes(scene.images);

    draw(&scene, -40, false, NULL);
    paint_whole(&scene);
    assert_true(images_wait(scene.images, LONG_MS));
    assert_int_equal(images_bytes(scene.images), bytes);
    get_ready(&scene);
    assert_in_range(images_bytes(scene.images), bytes + 1, bytes * 2); /* cut to what moves */
    scene_finish(&scene);
}

enum spoilt { NOTHING, FAR_AWAY, NO_NUMBER, NO_SLICE, TOO_MANY, TOO_LARGE, BEYOND_ITS_END, BEYOND_THE_MEMORY, ENDLESS_NAME, SPOILT_COUNT };

static struct sheet sheet_with(enum spoilt spoilt)
{
    struct sheet sheet = {.count = 1, .used = sizeof(sheet) + 4, .whole = {0, 0, 100, 100}};
    struct sheet_slice *slice = &sheet.list[0];

    *slice = (struct sheet_slice){.box = {-3, 5, 1, 1}, .at = sizeof(sheet), .kind = GROUP_FRONT};
    if (spoilt == FAR_AWAY)
        sheet.whole.w = 1e30F;
    if (spoilt == NO_NUMBER)
        sheet.whole.x = NAN;
    if (spoilt == NO_SLICE || spoilt == TOO_MANY)
        sheet.count = spoilt == TOO_MANY ? SHEET_SLICES_MAX + 1 : 0;
    if (spoilt == TOO_LARGE)
        slice->box.w = slice->box.h = 1 << 16; /* as many bytes as a size_t of 32 bits has none of */
    if (spoilt == BEYOND_ITS_END)
        slice->at += 4;
    if (spoilt == BEYOND_THE_MEMORY)
        sheet.used = 1u << 30;
    if (spoilt == ENDLESS_NAME)
        memset(slice->group, 'x', sizeof(slice->group));
    return sheet;
}

/* Whatever a decoder says that is not itself any more. */
static void a_sheet_is_looked_at_before_it_is_believed(void **state)
{
    SDL_Surface *memory = SDL_CreateRGBSurfaceWithFormat(0, 64, 64 * SHEET_HEIGHTS, 32, SDL_PIXELFORMAT_XRGB8888);

    (void)state;
    assert_non_null(memory);
    for (int spoilt = NOTHING; spoilt < SPOILT_COUNT; spoilt++) {
        struct sheet sheet = sheet_with((enum spoilt)spoilt);

        memcpy(memory->pixels, &sheet, sizeof(sheet));
        SDL_Surface *taken = sheet_take(memory);

        if (!taken == (spoilt == NOTHING))
            fail_msg("sheet %d is%s taken", spoilt, taken ? "" : " not");
        SDL_FreeSurface(taken);
    }
    SDL_FreeSurface(memory);
}

/* How far beyond the sides of a picture at `left` a layer is looked at while the page is at x; the page is W wide. */
static int looked_at(int left, int picture_px, int x, float follows)
{
    int from = SDL_max(0, -left - x), to = SDL_min(picture_px, W - left - x), away = (int)lroundf((follows - 1) * (float)x);

    return from < to ? SDL_max(away - from, to - away - picture_px) : 0;
}

static void layers_reach_as_far_as_they_are_seen(void **state)
{
    static const struct {
        enum group_kind layer;
        float follows;
    } rows[] = {{GROUP_BACK, 0.85F}, {GROUP_FRONT, 1.12F}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        for (int picture_px = 40; picture_px <= W; picture_px += 60) {
            int beyond = living_beyond_px(rows[i].layer, picture_px, W), farthest = 0;

            for (int left = 0; left <= W - picture_px; left++)
                for (int x = -W; x <= W; x++)
                    farthest = SDL_max(farthest, looked_at(left, picture_px, x, rows[i].follows));
            assert_in_range(beyond, farthest, farthest + 1);
        }
}

/* What a drawing is cut to depends on how far its groups move. */
static void other_movements_have_their_own_sheet(void **state)
{
    static const struct movement near = {"move-square", MOTION_SLIDE, .across = 1, .duration_ms = MS},
                                 far = {"move-square", MOTION_SLIDE, .across = 50, .duration_ms = MS};
    const int empty[] = {12, 92};
    struct scene scene;

    (void)state;
    scene_init(&scene);
    get_ready(&scene);
    assert_int_equal(at_time(&scene, &near, FAR_MS, empty), GROUND);
    size_t bytes = images_bytes(scene.images);

    assert_int_equal(at_time(&scene, &near, FAR_MS + 1, empty), GROUND);
    assert_int_equal(images_bytes(scene.images), bytes);
    assert_int_equal(at_time(&scene, &far, FAR_MS, empty), GROUND);
    assert_true(images_bytes(scene.images) > bytes);
    scene_finish(&scene);
}

/* Layers stand still in a view of a part; and a part may show nothing of what has movements, which is no fault of the drawing. */
static void a_view_may_show_nothing_that_moves(void **state)
{
    static const struct movement near = {"move-square", MOTION_SLIDE, .across = 1, .duration_ms = MS};
    struct draw_picture picture = picture_of(drawing, 0.5F, 0.5F);
    struct image_request request, slices;
    SDL_Surface *sheet = NULL;
    struct scene scene;

    (void)state;
    scene_init(&scene);
    picture.lives = true;
    picture.window = (struct share_rect){0.5F, 0.6F, 0.4F, 0.4F};
    request = request_of(&picture, (struct size){100, 100}, (struct size){W, H});
    assert_false(request_sheet(&picture, &request, (struct size){W, H}, &slices));
    picture.movements = &near;
    picture.movement_count = 1;
    assert_true(request_sheet(&picture, &request, (struct size){W, H}, &slices));
    images_prefetch(scene.images, &slices);
    assert_true(images_wait(scene.images, LONG_MS));
    assert_int_equal(images_get(scene.images, &slices, &sheet), IMAGE_READY);
    assert_int_equal(sheet_of(sheet)->count, 1);
    scene_finish(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_rest_it_is_the_drawing),
        cmocka_unit_test(layers_follow_less_and_more),
        cmocka_unit_test(it_stays_inside_its_place),
        cmocka_unit_test(mirrored_pages_move_the_other_way),
        cmocka_unit_test(movements_go_and_come_back),
        cmocka_unit_test(movements_are_steady),
        cmocka_unit_test(what_does_not_live_asks_for_no_sheet),
        cmocka_unit_test(a_sheet_is_looked_at_before_it_is_believed),
        cmocka_unit_test(layers_reach_as_far_as_they_are_seen),
        cmocka_unit_test(other_movements_have_their_own_sheet),
        cmocka_unit_test(a_view_may_show_nothing_that_moves),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
