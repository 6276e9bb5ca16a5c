/* A window shown through a server that stops sharing memory: the stand-ins below take the place of platform/direct.c. */
#include "platform/present.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct colour ground = {0xF3, 0xEB, 0xDD, 255};

/* shares: whether the server sees our memory. surfaces: how many there are. */
struct direct {
    bool shares;
    int surfaces;
};

static bool is_open, shares_at_first;

struct direct *direct_create(SDL_Window *window)
{
    (void)window;
    struct direct *direct = mem_alloc(sizeof(*direct));

    is_open = true;
    direct->shares = shares_at_first;
    return direct;
}

void direct_destroy(struct direct *direct)
{
    if (!direct)
        return;
    assert_int_equal(direct->surfaces, 0);
    is_open = false;
    free(direct);
}

SDL_Surface *direct_surface_create(struct direct *direct, struct size size)
{
    if (!direct->shares)
        return NULL;
    direct->surfaces++;
    return SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_XRGB8888);
}

void direct_surface_destroy(struct direct *direct, SDL_Surface *surface)
{
    direct->surfaces -= surface != NULL;
    SDL_FreeSurface(surface);
}

void direct_show(struct direct *direct, const struct patch *patches, int count)
{
    assert_true(direct->shares);
    assert_int_equal(count, 1);
    assert_int_equal(patches->part.w, patches->from->w);
}

static SDL_Window *open_window(void)
{
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    assert_int_equal(SDL_Init(SDL_INIT_VIDEO), 0);
    return SDL_CreateWindow("Test", 0, 0, 400, 300, 0);
}

/* Other surfaces that it made are still somebody's, so that it must stay; the screen is lost, and the program started anew. */
static void memory_that_is_shared_no_more_loses_the_screen(void **state)
{
    (void)state;
    SDL_Window *window = open_window();

    shares_at_first = true;
    struct present *present = present_create(window, PRESENT_SURFACE, 0, ground);
    struct direct *direct = present_direct(present);
    SDL_Surface *part = direct_surface_create(direct, (struct size){400, 300});

    assert_true(present_show(present));
    SDL_SetWindowSize(window, 320, 200);
    SDL_PumpEvents();
    assert_true(present_refresh(present));
    assert_int_equal(present_canvas(present)->w, 320);
    direct->shares = false;
    SDL_SetWindowSize(window, 200, 100);
    SDL_PumpEvents();
    assert_false(present_refresh(present));
    assert_ptr_equal(present_direct(present), direct);
    assert_true(is_open);
    assert_int_equal(present_canvas(present)->w, 320); /* it can still be painted on */
    assert_false(present_show(present));
    assert_false(present_refresh(present));
    direct_surface_destroy(direct, part);
    present_destroy(present);
    assert_false(is_open);
    SDL_DestroyWindow(window);
    SDL_Quit();
}

static void without_shared_memory_the_window_has_its_own(void **state)
{
    (void)state;
    SDL_Window *window = open_window();

    shares_at_first = false;
    struct present *present = present_create(window, PRESENT_SURFACE, 0, ground);

    assert_null(present_direct(present));
    assert_false(is_open);
    assert_true(present_show(present));
    present_destroy(present);
    SDL_DestroyWindow(window);
    SDL_Quit();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_that_is_shared_no_more_loses_the_screen),
        cmocka_unit_test(without_shared_memory_the_window_has_its_own),
    };

    return cmocka_run_group_tests_name("present", tests, NULL, NULL);
}
