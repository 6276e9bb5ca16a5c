/* The window on SDL's driver without a screen: sizes, turning, ground, both ways of presenting. */
#include "platform/present.h"
#include "platform/window.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { GROUND = 0xF3EBDD };

static const struct colour ground = {0xF3, 0xEB, 0xDD, 255};

static int use_dummy(void **state)
{
    (void)state;
    return setenv("SDL_VIDEODRIVER", "dummy", 1);
}

static uint32_t pixel_at(const SDL_Surface *surface, int x, int y)
{
    return ((const uint32_t *)((const char *)surface->pixels + y * surface->pitch))[x] & 0xFFFFFF;
}

static struct window *open_window(int rotation, bool windowed, struct size size)
{
    struct window_setup setup = {.title = "Test", .rotation = rotation, .windowed = windowed, .size = size, .ground = ground};

    assert_true(window_start());
    struct window *window = window_open(&setup);

    assert_non_null(window);
    return window;
}

static void windows_are_upright_and_ground(void **state)
{
    static const struct {
        int rotation;
        bool windowed;
    } rows[] = {{0, true}, {90, true}, {180, true}, {270, true}, {0, false}, {90, false}, {180, false}, {270, false}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct size wanted = {400, 300};
        struct window *window = open_window(rows[i].rotation, rows[i].windowed, wanted);
        const SDL_Surface *canvas = window_canvas(window);

        if (!rows[i].windowed)
            wanted = window_screen_size(rows[i].rotation);
        assert_true(wanted.w > 0 && wanted.h > 0);
        assert_int_equal(window_size(window).w, wanted.w);
        assert_int_equal(window_size(window).h, wanted.h);
        assert_int_equal(canvas->w, wanted.w);
        assert_int_equal(canvas->h, wanted.h);
        assert_int_equal(canvas->format->format, SDL_PIXELFORMAT_XRGB8888);
        assert_int_equal(pixel_at(canvas, 0, 0), GROUND);
        assert_int_equal(pixel_at(canvas, wanted.w - 1, wanted.h - 1), GROUND);
        assert_true(window_present(window));
        assert_false(window_refresh(window));
        window_close(window);
    }
    window_close(NULL);
}

static void turned_screens_are_turned(void **state)
{
    struct size sizes[2];

    (void)state;
    assert_true(window_start());
    sizes[0] = window_screen_size(0);
    sizes[1] = window_screen_size(90);
    assert_int_equal(sizes[0].w, sizes[1].h);
    assert_int_equal(sizes[0].h, sizes[1].w);
    SDL_Quit();
}

static void a_missing_display_is_said(void **state)
{
    (void)state;
    setenv("SDL_VIDEODRIVER", "nonesuch", 1);
    assert_false(window_start());
    setenv("SDL_VIDEODRIVER", "dummy", 1);
}

static void new_sizes_are_taken(void **state)
{
    struct window *window = open_window(0, true, (struct size){400, 300});

    (void)state;
    SDL_FillRect(window_canvas(window), NULL, 0);
    SDL_SetWindowSize(SDL_GetWindowFromID(1), 500, 350);
    SDL_PumpEvents();
    assert_true(window_present(window)); /* of the old size, before anybody has noticed */
    assert_true(window_refresh(window));
    assert_int_equal(window_size(window).w, 500);
    assert_int_equal(window_size(window).h, 350);
    assert_int_equal(pixel_at(window_canvas(window), 499, 349), GROUND);
    assert_false(window_refresh(window));
    assert_true(window_present(window));
    window_close(window);
}

/* A mark in the upright picture's top left corner comes to the corner that the turning moves it to. */
static void pictures_are_turned_clockwise(void **state)
{
    static const struct {
        int rotation, x, y;
    } rows[] = {{0, 0, 0}, {90, 399, 0}, {180, 399, 299}, {270, 0, 299}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct window *window = open_window(rows[i].rotation, true, i % 2 ? (struct size){300, 400} : (struct size){400, 300});
        const SDL_Surface *screen = SDL_GetWindowSurface(SDL_GetWindowFromID(1));

        ((uint32_t *)window_canvas(window)->pixels)[0] = 0x123456;
        assert_true(window_present(window));
        for (int corner = 0; corner < 4; corner++) {
            int x = corner % 2 * 399, y = corner / 2 * 299;

            assert_int_equal(pixel_at(screen, x, y), x == rows[i].x && y == rows[i].y ? 0x123456 : GROUND);
        }
        window_close(window);
    }
}

/* The renderer's way, which machines with a graphics processor take; here SDL's software renderer draws it. */
static void the_renderer_shows_the_same(void **state)
{
    static const struct {
        int rotation, x, y;
    } rows[] = {{0, 0, 0}, {90, 399, 0}, {180, 399, 299}, {270, 0, 299}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_true(window_start());
        SDL_Window *window = SDL_CreateWindow("Test", 0, 0, 400, 300, 0);
        struct present *present = present_create(window, PRESENT_RENDERER, rows[i].rotation, ground);

        assert_non_null(present);
        assert_int_equal(present_canvas(present)->w, i % 2 ? 300 : 400);
        ((uint32_t *)present_canvas(present)->pixels)[0] = 0x123456;
        assert_true(present_show(present));
        const SDL_Surface *screen = SDL_GetWindowSurface(window);

        for (int corner = 0; corner < 4; corner++) {
            int x = corner % 2 * 399, y = corner / 2 * 299;

            assert_int_equal(pixel_at(screen, x, y), x == rows[i].x && y == rows[i].y ? 0x123456 : GROUND);
        }
        SDL_SetWindowSize(window, 320, 200);
        SDL_PumpEvents();
        assert_true(present_refresh(present));
        assert_int_equal(present_canvas(present)->w, i % 2 ? 200 : 320);
        assert_true(present_show(present));
        present_destroy(present);
        SDL_DestroyWindow(window);
        SDL_Quit();
    }
    present_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(windows_are_upright_and_ground), cmocka_unit_test(turned_screens_are_turned),
        cmocka_unit_test(a_missing_display_is_said),      cmocka_unit_test(new_sizes_are_taken),
        cmocka_unit_test(pictures_are_turned_clockwise),  cmocka_unit_test(the_renderer_shows_the_same),
    };

    return cmocka_run_group_tests_name("window", tests, use_dummy, NULL);
}
