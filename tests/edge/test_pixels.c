/* Loops over pixels, against the slow and plain way. */
#include "pixels/pixels.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static SDL_Surface *create(int w, int h)
{
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_XRGB8888);

    assert_non_null(surface);
    return surface;
}

static uint32_t *pixel(SDL_Surface *surface, int x, int y)
{
    return (uint32_t *)((char *)surface->pixels + y * surface->pitch) + x;
}

/* Every pixel names its place. */
static SDL_Surface *create_numbered(int w, int h)
{
    SDL_Surface *surface = create(w, h);

    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++)
            *pixel(surface, x, y) = (uint32_t)(y << 8 | x);
    return surface;
}

static void lerp_is_exact(void **state)
{
    enum { BYTES = 256 * 256 };
    uint8_t *from = malloc(BYTES), *to = malloc(BYTES), *out = malloc(BYTES);

    (void)state;
    assert_true(from && to && out);
    for (int i = 0; i < BYTES; i++) {
        from[i] = (uint8_t)(i >> 8);
        to[i] = (uint8_t)i;
    }
    for (unsigned share = 0; share <= 256; share++) {
        pixels_lerp(out, (struct pixels_mix){from, to, share}, BYTES);
        for (int i = 0; i < BYTES; i++)
            if (out[i] != (from[i] * (256 - share) + to[i] * share + 128) / 256)
                fail_msg("%d to %d by %u is %d", from[i], to[i], share, out[i]);
        if (share == 0)
            assert_memory_equal(out, from, BYTES);
        if (share == 256)
            assert_memory_equal(out, to, BYTES);
    }
    free(from);
    free(to);
    free(out);
}

/* Lengths around the size of a block, and nothing written behind the end. */
static void lerp_keeps_to_its_length(void **state)
{
    static const size_t lengths[] = {0, 1, 3, 31, 32, 33, 63, 64, 65, 100};

    (void)state;
    for (size_t i = 0; i < COUNTOF(lengths); i++) {
        uint8_t from[128], to[128], out[128];

        memset(from, 10, sizeof(from));
        memset(to, 20, sizeof(to));
        memset(out, 77, sizeof(out));
        pixels_lerp(out, (struct pixels_mix){from, to, 128}, lengths[i]);
        for (size_t at = 0; at < sizeof(out); at++)
            assert_int_equal(out[at], at < lengths[i] ? 15 : 77);
    }
}

static void fills_blend_and_are_cut(void **state)
{
    static const struct {
        struct rect clip, rect;
        struct colour colour;
        int filled; /* pixels that are no longer white */
        uint32_t pixel;
    } rows[] = {
        {{0, 0, 20, 10}, {0, 0, 20, 10}, {1, 2, 3, 255}, 200, 0x010203}, {{0, 0, 20, 10}, {-5, -5, 10, 10}, {1, 2, 3, 255}, 25, 0x010203},
        {{0, 0, 20, 10}, {0, 0, 20, 10}, {0, 0, 0, 128}, 200, 0x7F7F7F}, {{0, 0, 20, 10}, {15, 5, 10, 10}, {255, 0, 0, 51}, 25, 0xFFCCCC},
        {{5, 5, 5, 5}, {0, 0, 20, 10}, {0, 0, 255, 254}, 25, 0x0101FF},  {{5, 5, 5, 5}, {0, 0, 5, 5}, {0, 0, 0, 128}, 0, 0},
        {{0, 0, 20, 10}, {30, 30, 5, 5}, {0, 0, 0, 255}, 0, 0},          {{0, 0, 20, 10}, {0, 0, 20, 10}, {0, 0, 0, 0}, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        SDL_Surface *surface = create(20, 10);
        SDL_Rect clip = {rows[i].clip.x, rows[i].clip.y, rows[i].clip.w, rows[i].clip.h};
        int filled = 0;

        SDL_FillRect(surface, NULL, 0xFFFFFF);
        SDL_SetClipRect(surface, &clip);
        pixels_fill(surface, rows[i].rect, rows[i].colour);
        for (int at = 0; at < 200; at++) {
            uint32_t found = *pixel(surface, at % 20, at / 20) & 0xFFFFFF;

            filled += found != 0xFFFFFF;
            if (found != 0xFFFFFF)
                assert_int_equal(found, rows[i].pixel);
        }
        assert_int_equal(filled, rows[i].filled);
        SDL_FreeSurface(surface);
    }
}

static void copies_are_moved_and_cut(void **state)
{
    static const struct rect area = {2, 3, 30, 20};
    static const struct point moves[] = {{0, 0}, {2, 3}, {-7, 4}, {25, -10}, {40, 0}, {-60, 0}, {0, 50}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(moves); i++) {
        SDL_Surface *surface = create(40, 30), *from = create_numbered(30, 20);
        int left = (int)moves[i].x, top = (int)moves[i].y;

        SDL_FillRect(surface, NULL, 0xFFFFFF);
        SDL_SetClipRect(surface, &(SDL_Rect){area.x, area.y, area.w, area.h});
        pixels_copy(surface, from, left, top);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                bool inside = rect_contains(rect_common(area, (struct rect){left, top, 30, 20}), (struct point){(float)x, (float)y});

                assert_int_equal(*pixel(surface, x, y), inside ? (uint32_t)((y - top) << 8 | (x - left)) : 0xFFFFFFu);
            }
        }
        SDL_FreeSurface(surface);
        SDL_FreeSurface(from);
    }
}

/* Every share of every difference, on surfaces that are no multiple of a block wide, and nothing written beside them. */
static void ink_is_exact_and_cut(void **state)
{
    static const struct rect area = {3, 2, 250, 90};
    static const struct point moves[] = {{0, 0}, {3, 2}, {-7, 4}, {5, -10}, {260, 0}, {-270, 0}, {0, 95}};
    enum { W = 269, H = 100 };

    (void)state;
    for (size_t i = 0; i < COUNTOF(moves); i++) {
        SDL_Surface *surface = create(W, H), *from = create(W - 8, H - 5);
        int left = (int)moves[i].x, top = (int)moves[i].y;

        for (int y = 0; y < H; y++)
            for (int x = 0; x < W; x++)
                *pixel(surface, x, y) = (uint32_t)((x * 7 & 255) << 16 | (y * 5 & 255) << 8 | (x & 255));
        for (int y = 0; y < from->h; y++)
            for (int x = 0; x < from->w; x++)
                *pixel(from, x, y) = (uint32_t)(x & 255) << 24 | (uint32_t)((y & 255) << 16 | (x * 3 & 255) << 8 | 255);
        SDL_SetClipRect(surface, &(SDL_Rect){area.x, area.y, area.w, area.h});
        pixels_ink(surface, from, left, top);
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                struct rect place = rect_common(area, (struct rect){left, top, from->w, from->h});
                uint32_t expected = (uint32_t)((x * 7 & 255) << 16 | (y * 5 & 255) << 8 | (x & 255));
                uint32_t over = rect_contains(place, (struct point){(float)x, (float)y}) ? *pixel(from, x - left, y - top) : 0;
                uint32_t mixed = 0;

                for (int shift = 0; shift < 24; shift += 8)
                    mixed |= (2 * ((expected >> shift & 255) * (255 - (over >> 24)) + (over >> shift & 255) * (over >> 24)) + 255) / 510
                             << shift;
                assert_int_equal(*pixel(surface, x, y), mixed);
            }
        }
        SDL_FreeSurface(surface);
        SDL_FreeSurface(from);
    }
}

/* Sizes that are no multiple of a tile. */
static void turns_are_clockwise(void **state)
{
    enum { W = 70, H = 37 };
    static const int degrees[] = {0, 90, 180, 270};

    (void)state;
    for (size_t i = 0; i < COUNTOF(degrees); i++) {
        bool sideways = i % 2 == 1;
        SDL_Surface *from = create_numbered(W, H), *to = create(sideways ? H : W, sideways ? W : H);

        pixels_turn(to, from, degrees[i]);
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                const int turned[4][2] = {{x, y}, {H - 1 - y, x}, {W - 1 - x, H - 1 - y}, {y, W - 1 - x}};

                assert_int_equal(*pixel(to, turned[i][0], turned[i][1]), y << 8 | x);
            }
        }
        SDL_FreeSurface(from);
        SDL_FreeSurface(to);
    }
}

static void stretching_is_smooth_and_in_place(void **state)
{
    static const struct {
        struct rect rect;
        int x, y;
        uint32_t red; /* the picture's reds are 0, 100, 200 from left to right */
    } rows[] = {
        {{0, 0, 3, 3}, 0, 0, 0},        {{0, 0, 3, 3}, 1, 1, 100},       {{0, 0, 3, 3}, 2, 2, 200},
        {{0, 0, 30, 30}, 0, 0, 0},      {{0, 0, 30, 30}, 29, 29, 200},   {{0, 0, 30, 30}, 10, 5, 54},
        {{-30, 0, 60, 30}, 0, 15, 102}, {{-30, 0, 60, 30}, 29, 15, 200}, {{10, 10, 1, 1}, 10, 10, 100},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        SDL_Surface *surface = create(30, 30), *from = create(3, 3);

        for (int at = 0; at < 9; at++)
            *pixel(from, at % 3, at / 3) = (uint32_t)(at % 3 * 100) << 16;
        pixels_stretch(surface, rows[i].rect, from);
        assert_in_range(*pixel(surface, rows[i].x, rows[i].y) >> 16 & 255, rows[i].red > 2 ? rows[i].red - 2 : 0, rows[i].red + 2);
        SDL_FreeSurface(surface);
        SDL_FreeSurface(from);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lerp_is_exact),
        cmocka_unit_test(lerp_keeps_to_its_length),
        cmocka_unit_test(fills_blend_and_are_cut),
        cmocka_unit_test(copies_are_moved_and_cut),
        cmocka_unit_test(ink_is_exact_and_cut),
        cmocka_unit_test(turns_are_clockwise),
        cmocka_unit_test(stretching_is_smooth_and_in_place),
    };

    return cmocka_run_group_tests_name("pixels", tests, NULL, NULL);
}
