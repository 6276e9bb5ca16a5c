/* Pictures of every kind, drawn at the size asked for, checked by the colours of a few points. */
#include "decoder/ground.h"
#include "decoder/raster.h"
#include "photos/avif.h"

#include "base/files.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FOLDER "tests/pictures/"

enum {
    RED = 0xA63A2B,
    GREEN = 0x2B8A3A,
    BLUE = 0x1F3A5F,
    OCHRE = 0xC98B2B,
    GREY = 0x808080,
    PAPER = 0xF3EBDD,
    TOLERANCE = 8, /* a level, for JPEG */
};

static const struct colour paper = {0xF3, 0xEB, 0xDD, 255};

/* NULL with *why (valid until the next call). */
static SDL_Surface *draw(const char *name, struct image_request request, const char **why)
{
    static struct raster_fault fault;
    Uint32 format = request.icon ? SDL_PIXELFORMAT_ARGB8888 : SDL_PIXELFORMAT_XRGB8888;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, request.w, request.h, 32, format);
    struct files *files = files_open(".");
    struct buffer content = {0};
    char path[128];

    snprintf(path, sizeof(path), FOLDER "%s", name);
    request.path = path;
    assert_int_equal(files->read(files->context, path, 1 << 24, &content), FILES_OK);
    enum raster_outcome outcome = raster_draw(&(struct raster_job){{content.bytes, content.length}, &request, surface, NULL}, &fault);

    *why = fault.why;
    if (outcome != RASTER_DRAWN) {
        SDL_FreeSurface(surface);
        surface = NULL;
    }
    buffer_finish(&content);
    files_close(files);
    return surface;
}

static uint32_t pixel_at(const SDL_Surface *surface, int x, int y)
{
    return ((const uint32_t *)((const char *)surface->pixels + y * surface->pitch))[x];
}

static bool is_near(uint32_t one, uint32_t other)
{
    for (int shift = 0; shift < 24; shift += 8)
        if (abs((int)(one >> shift & 255) - (int)(other >> shift & 255)) > TOLERANCE)
            return false;
    return true;
}

/* The colours in the middles of the quarters: top left, top right, bottom left, bottom right. */
struct quarters {
    const char *name;
    int w, h;
    float focus_x, focus_y;
    uint32_t colours[4];
};

static void check_quarters(const struct quarters *row, struct share_rect window)
{
    struct image_request request = {
        .w = row->w, .h = row->h, .focus_x = row->focus_x, .focus_y = row->focus_y, .paper = paper, .window = window};
    const char *why = NULL;
    SDL_Surface *surface = draw(row->name, request, &why);

    if (!surface) {
        fail_msg("%s: %s", row->name, why);
        return;
    }
    assert_int_equal(surface->w, row->w);
    assert_int_equal(surface->h, row->h);
    assert_int_equal(surface->format->format, SDL_PIXELFORMAT_XRGB8888);
    for (int quarter = 0; quarter < 4; quarter++) {
        int x = row->w * (1 + quarter % 2 * 2) / 4, y = row->h * (1 + quarter / 2 * 2) / 4;

        if (!is_near(pixel_at(surface, x, y), row->colours[quarter]))
            fail_msg("%s at %dx%d: quarter %d is #%06X", row->name, row->w, row->h, quarter, pixel_at(surface, x, y) & 0xFFFFFF);
    }
    SDL_FreeSurface(surface);
}

static void pictures_are_drawn(void **state)
{
    static const struct quarters rows[] = {
        {"quarters.svg", 40, 40, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"quarters.svg", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"quarters.svg", 40, 20, 0.5f, 0, {RED, GREEN, RED, GREEN}},
        {"quarters.svg", 40, 20, 0.5f, 1, {BLUE, OCHRE, BLUE, OCHRE}},
        {"quarters.svg", 20, 40, 0, 0.5f, {RED, RED, BLUE, BLUE}},
        {"quarters.svg", 20, 40, 1, 0.5f, {GREEN, GREEN, OCHRE, OCHRE}},
        {"bars.svg", 20, 20, 0.5f, 0.5f, {GREEN, GREEN, GREEN, GREEN}},
        {"bars.svg", 20, 20, 0, 0.5f, {RED, RED, RED, RED}},
        {"bars.svg", 20, 20, 1, 0.5f, {BLUE, BLUE, BLUE, BLUE}},
        {"bars.svg", 40, 20, 1 / 3.0f, 0.5f, {RED, GREEN, RED, GREEN}},
        {"bars.svg", 1, 1, 0.5f, 0.5f, {GREEN, GREEN, GREEN, GREEN}},
        {"clear.svg", 40, 40, 0.5f, 0.5f, {PAPER, RED, PAPER, RED}},
        {"sizeless.svg", 40, 40, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"sizeless.svg", 40, 20, 0.5f, 0, {RED, GREEN, RED, GREEN}},
        {"boxless.svg", 40, 40, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"photo-inside.svg", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"outside.svg", 40, 40, 0.5f, 0.5f, {PAPER, PAPER, PAPER, PAPER}},
        {"orientation-1.jpg", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"orientation-2.jpg", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"orientation-3.jpg", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"orientation-4.jpg", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"orientation-5.jpg", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"orientation-6.jpg", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"orientation-7.jpg", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"orientation-8.jpg", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"orientation-6.jpg", 16, 32, 0, 0.5f, {RED, RED, BLUE, BLUE}},
        {"orientation-6.jpg", 16, 32, 1, 0.5f, {GREEN, GREEN, OCHRE, OCHRE}},
        {"orientation-8.jpg", 12, 6, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"orientation-3.jpg", 200, 100, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"orientation-1.jpg", 12, 6, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"progressive.jpg", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"large.jpg", 90, 60, 0.5f, 0.5f, {GREY, GREY, GREY, GREY}},
        {"deep.png", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"deep.png", 12, 6, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"grey.png", 40, 20, 0.5f, 0.5f, {GREY, GREY, GREY, GREY}},
        {"clear.png", 40, 20, 0.5f, 0.5f, {PAPER, RED, PAPER, RED}},
        {"clear.png", 12, 6, 0.5f, 0.5f, {PAPER, RED, PAPER, RED}},
        {"palette.png", 40, 20, 0.5f, 0.5f, {PAPER, RED, PAPER, RED}},
        {"clear.png", 1, 1000, 1, 0.5f, {RED, RED, RED, RED}},
        {"lossless.webp", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"lossy.webp", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"turned.webp", 20, 40, 0.5f, 0.5f, {BLUE, RED, OCHRE, GREEN}},
        {"clear.webp", 40, 20, 0.5f, 0.5f, {PAPER, RED, PAPER, RED}},
        {"quarters.avif", 40, 20, 0.5f, 0.5f, {RED, GREEN, BLUE, OCHRE}},
        {"turned.avif", 20, 40, 0.5f, 0.5f, {RED, BLUE, GREEN, OCHRE}},
        {"clear.avif", 40, 20, 0.5f, 0.5f, {PAPER, GREEN, PAPER, OCHRE}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        check_quarters(&rows[i], (struct share_rect){0});
}

/* One quarter alone, its corners, the middle, a hundredth, beyond the edges; stretched; turned; layers and lengths in percent. */
static void windows_are_drawn(void **state)
{
    static const struct {
        struct quarters quarters;
        struct share_rect window;
    } rows[] = {
        {{"quarters.svg", 40, 40, 0, 0, {RED, GREEN, BLUE, OCHRE}}, {0, 0, 1, 1}},
        {{"quarters.svg", 90, 20, 0, 0, {RED, GREEN, BLUE, OCHRE}}, {0, 0, 1, 1}},
        {{"quarters.svg", 40, 40, 0, 0, {RED, RED, RED, RED}}, {0, 0, 0.5f, 0.5f}},
        {{"quarters.svg", 40, 40, 0, 0, {OCHRE, OCHRE, OCHRE, OCHRE}}, {0.5f, 0.5f, 0.5f, 0.5f}},
        {{"quarters.svg", 40, 40, 0, 0, {RED, GREEN, BLUE, OCHRE}}, {0.45f, 0.45f, 0.1f, 0.1f}},
        {{"quarters.svg", 40, 40, 0, 0, {RED, GREEN, BLUE, OCHRE}}, {0.495f, 0.495f, 0.01f, 0.01f}},
        {{"quarters.svg", 40, 40, 0, 0, {RED, GREEN, RED, GREEN}}, {0.495f, 0.1f, 0.01f, 0.01f}},
        {{"quarters.svg", 40, 40, 0, 0, {PAPER, PAPER, PAPER, RED}}, {-0.02f, -0.02f, 0.04f, 0.04f}},
        {{"quarters.svg", 40, 40, 0, 0, {OCHRE, PAPER, PAPER, PAPER}}, {0.98f, 0.98f, 0.04f, 0.04f}},
        {{"quarters.svg", 40, 40, 0, 0, {PAPER, PAPER, PAPER, PAPER}}, {-2, -3, 1, 1}},
        {{"quarters.svg", 80, 40, 0, 0, {PAPER, PAPER, PAPER, PAPER}}, {-1, 0, 3, 1}},
        {{"bars.svg", 40, 40, 0, 0, {RED, GREEN, RED, GREEN}}, {1 / 3.0f - 0.01f, 0, 0.02f, 1}},
        {{"layers.svg", 40, 40, 0, 0, {RED, GREEN, RED, GREEN}}, {0.49f, 0, 0.02f, 1}},
        {{"layers.svg", 40, 40, 0, 0, {RED, GREEN, RED, GREEN}}, {0.4995f, 0.998f, 0.001f, 0.001f}},
        {{"layers.svg", 40, 40, 0, 0, {PAPER, RED, PAPER, RED}}, {-0.01f, 0, 0.02f, 1}},
        {{"layers.svg", 40, 20, 0, 0, {RED, GREEN, RED, GREEN}}, {0, 0, 1, 1}},
        {{"sizeless.svg", 40, 40, 0, 0, {RED, GREEN, BLUE, OCHRE}}, {0, 0, 1, 1}},
        {{"sizeless.svg", 40, 40, 0, 0, {RED, GREEN, BLUE, OCHRE}}, {0.375f, 0, 0.25f, 1}},
        {{"sizeless.svg", 80, 40, 0, 0, {RED, GREEN, BLUE, OCHRE}}, {0.45f, 0.45f, 0.1f, 0.1f}},
        {{"boxless.svg", 40, 40, 0, 0, {PAPER, PAPER, PAPER, RED}}, {-0.02f, -0.02f, 0.04f, 0.04f}},
        {{"styled.svg", 40, 40, 0, 0, {RED, GREEN, BLUE, OCHRE}}, {0.495f, 0.495f, 0.01f, 0.01f}},
        {{"styled.svg", 40, 40, 0, 0, {PAPER, PAPER, PAPER, RED}}, {-0.02f, -0.02f, 0.04f, 0.04f}},
        {{"millimetres.svg", 40, 40, 0, 0, {RED, GREEN, RED, GREEN}}, {0.495f, 0.4f, 0.01f, 0.01f}},
        {{"clear.svg", 40, 40, 0, 0, {PAPER, RED, PAPER, RED}}, {0.49f, 0.2f, 0.02f, 0.02f}},
        {{"orientation-1.jpg", 40, 20, 0, 0, {RED, GREEN, BLUE, OCHRE}}, {0, 0, 1, 1}},
        {{"orientation-1.jpg", 40, 40, 0, 0, {RED, RED, RED, RED}}, {0, 0, 0.4f, 0.4f}},
        {{"orientation-5.jpg", 40, 40, 0, 0, {GREEN, GREEN, GREEN, GREEN}}, {0.6f, 0, 0.4f, 0.4f}},
        {{"orientation-6.jpg", 40, 40, 0, 0, {BLUE, BLUE, BLUE, BLUE}}, {0, 0.6f, 0.4f, 0.4f}},
        {{"orientation-8.jpg", 40, 40, 0, 0, {OCHRE, OCHRE, OCHRE, OCHRE}}, {0.6f, 0.6f, 0.4f, 0.4f}},
        {{"orientation-6.jpg", 40, 40, 0, 0, {PAPER, PAPER, PAPER, OCHRE}}, {-1.2f, -1.2f, 2.4f, 2.4f}},
        {{"orientation-7.jpg", 40, 40, 0, 0, {GREEN, PAPER, PAPER, PAPER}}, {0.8f, -0.3f, 0.4f, 2.4f}},
        {{"orientation-3.jpg", 40, 40, 0, 0, {PAPER, PAPER, PAPER, PAPER}}, {2, 3, 1, 1}},
        {{"large.jpg", 90, 60, 0, 0, {GREY, GREY, GREY, GREY}}, {0.3f, 0.3f, 0.01f, 0.01f}},
        {{"clear.png", 40, 20, 0, 0, {PAPER, RED, PAPER, RED}}, {0.25f, 0.25f, 0.5f, 0.5f}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        check_quarters(&rows[i].quarters, rows[i].window);
}

static void icons_are_white_shapes(void **state)
{
    static const struct {
        int w, h, x, y;
        uint32_t pixel;
    } rows[] = {
        {24, 24, 12, 3, 0xFFFFFFFF}, {24, 24, 12, 12, 0x00FFFFFF}, {24, 24, 0, 0, 0x00FFFFFF},
        {48, 24, 24, 3, 0xFFFFFFFF}, {48, 24, 3, 12, 0x00FFFFFF},  {24, 48, 12, 15, 0xFFFFFFFF},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct image_request request = {.w = rows[i].w, .h = rows[i].h, .icon = true};
        const char *why = NULL;
        SDL_Surface *surface = draw("ring.svg", request, &why);

        assert_non_null(surface);
        assert_int_equal(surface->format->format, SDL_PIXELFORMAT_ARGB8888);
        assert_int_equal(pixel_at(surface, rows[i].x, rows[i].y), rows[i].pixel);
        SDL_FreeSurface(surface);
    }
}

static void bad_pictures_are_refused(void **state)
{
    static const struct {
        const char *name;
        bool icon;
        const char *why; /* a part of it */
    } rows[] = {
        {"truncated.jpg", false, "damaged"},      {"truncated.png", false, "damaged"}, {"damaged.png", false, "damaged"},
        {"truncated.webp", false, "damaged"},     {"moving.webp", false, "moves"},     {"bomb.png", false, "40 million pixels"},
        {"laughs.svg", false, "too complicated"}, {"entities.svg", false, "entities"}, {"unclosed.svg", false, "well-formed"},
        {"embedded.svg", false, "40 million"},    {"orientation-1.jpg", true, "icon"}, {"drawless.svg", false, "draws nothing"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct image_request request = {.w = 40, .h = 20, .paper = paper, .icon = rows[i].icon};
        const char *why = NULL;
        SDL_Surface *surface = draw(rows[i].name, request, &why);

        if (surface || !why || !strstr(why, rows[i].why))
            fail_msg("%s: %s", rows[i].name, surface ? "drawn" : why ? why : "no reason");
    }
}

/* A photograph without its second half, but with a proper end, as tools that mend files leave it. */
static void half_a_photograph_is_refused(void **state)
{
    static const struct {
        const char *name;
        size_t cut; /* bytes, of its last scan */
    } rows[] = {{"large.jpg", 16000}, {"large.jpg", 30}, {"progressive.jpg", 60}};
    struct files *files = files_open(".");

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct image_request request = {.w = 40, .h = 20, .paper = paper};
        SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, request.w, request.h, 32, SDL_PIXELFORMAT_XRGB8888);
        struct raster_fault fault;
        struct buffer content = {0};
        char path[128];

        snprintf(path, sizeof(path), FOLDER "%s", rows[i].name);
        assert_int_equal(files->read(files->context, path, 1 << 24, &content), FILES_OK);
        content.length -= rows[i].cut;
        memcpy(content.bytes + content.length - 2, "\xFF\xD9", 2);
        if (raster_draw(&(struct raster_job){{content.bytes, content.length}, &request, surface, NULL}, &fault) == RASTER_DRAWN)
            fail_msg("%s without %zu bytes is drawn", rows[i].name, rows[i].cut);
        buffer_finish(&content);
        SDL_FreeSurface(surface);
    }
    files_close(files);
}

/* A ring on nothing, and what covers its ground, on grounds that they can be told from or not. */
static void what_vanishes_on_its_ground_is_said(void **state)
{
    static const struct {
        const char *name;
        struct colour ground;
        const char *said; /* NULL: nothing */
    } rows[] = {
        {"ring.svg", {0xF3, 0xEB, 0xDD, 255}, NULL},
        {"ring.svg", {0x1B, 0x1B, 0x1B, 255}, "can hardly be told"},
        {"ring.svg", {0x60, 0x60, 0x60, 255}, NULL},
        {"clear.png", {0xA6, 0x3A, 0x2B, 255}, "can hardly be told"},
        {"clear.png", {0xFF, 0xFF, 0xFF, 255}, NULL},
        {"quarters.svg", {0xA6, 0x3A, 0x2B, 255}, NULL},
        {"clear.webp", {0xA6, 0x3A, 0x2B, 255}, "can hardly be told"},
        {"clear.webp", {0xFF, 0xFF, 0xFF, 255}, NULL},
        {"beside.svg", {0xF3, 0xEB, 0xDD, 255}, "nothing is to be seen"},
    };
    struct files *files = files_open(".");

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct image_request request = {.w = 40, .h = 40, .focus_x = 0.5F, .focus_y = 0.5F, .paper = rows[i].ground};
        struct remarks remarks = {.count = 0};
        struct buffer content = {0};
        char path[128];

        snprintf(path, sizeof(path), FOLDER "%s", rows[i].name);
        assert_int_equal(files->read(files->context, path, 1 << 24, &content), FILES_OK);
        SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, request.w, request.h, 32, SDL_PIXELFORMAT_XRGB8888);
        struct raster_job job = {{content.bytes, content.length}, &request, surface, &remarks};
        struct raster_fault fault;

        assert_int_equal(raster_draw(&job, &fault), RASTER_DRAWN);
        ground_look(&job);
        SDL_FreeSurface(surface);
        if (remarks.count != (rows[i].said != NULL) || (rows[i].said && !strstr(remarks.list[0].text, rows[i].said)))
            fail_msg("%s on #%02X%02X%02X: %d remarks", rows[i].name, rows[i].ground.r, rows[i].ground.g, rows[i].ground.b, remarks.count);
        buffer_finish(&content);
    }
    files_close(files);
}

/* A line of dashes that keeps other renderers busy for ever. */
static void dashes_come_to_an_end(void **state)
{
    struct image_request request = {.w = 40, .h = 40, .paper = paper};
    const char *why = NULL;
    SDL_Surface *surface = draw("dashes.svg", request, &why);

    (void)state;
    assert_true(surface || why);
    SDL_FreeSurface(surface);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_are_drawn),
        cmocka_unit_test(windows_are_drawn),
        cmocka_unit_test(icons_are_white_shapes),
        cmocka_unit_test(bad_pictures_are_refused),
        cmocka_unit_test(dashes_come_to_an_end),
        cmocka_unit_test(half_a_photograph_is_refused),
        cmocka_unit_test(what_vanishes_on_its_ground_is_said),
    };

    avif_open();
    return cmocka_run_group_tests_name("raster", tests, NULL, NULL);
}
