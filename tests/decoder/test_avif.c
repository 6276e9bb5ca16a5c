/* Photographs as AVIF, written here in all the ways that matter, drawn, and held against what was written. */
#include "photos/avif.h"

#include "base/base.h"
#include "decoder/raster.h"
#include "formats/picture.h"

#include <avif/avif.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { W = 40, H = 20, QUARTERS = 4, PAPER = 0xF3EBDD };

static const struct colour paper = {0xF3, 0xEB, 0xDD, 255};
static const uint32_t quarters[QUARTERS] = {0xA63A2B, 0x2B8A3A, 0x1F3A5F, 0xC98B2B};

/* turns: to the left; mirror: -1 for none, 0 top to bottom, 1 left to right. clear: the left half is transparent. */
struct kind {
    const char *name;
    avifPixelFormat format;
    int depth, turns, mirror, tolerance;
    bool clear, wide;
};

static void paint(avifRGBImage *rgb, bool clear)
{
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            uint32_t colour = quarters[(x >= W / 2) + 2 * (y >= H / 2)];
            uint8_t *pixel = rgb->pixels + (size_t)y * rgb->rowBytes + (size_t)x * 4;

            pixel[0] = (uint8_t)(colour >> 16);
            pixel[1] = (uint8_t)(colour >> 8);
            pixel[2] = (uint8_t)colour;
            pixel[3] = clear && x < W / 2 ? 0 : 255;
        }
}

static avifImage *image_of(const struct kind *kind)
{
    avifImage *image = avifImageCreate(W, H, (uint32_t)kind->depth, kind->format);
    uint8_t pixels[W * H * 4];
    avifRGBImage rgb;

    image->colorPrimaries = kind->wide ? AVIF_COLOR_PRIMARIES_BT2020 : AVIF_COLOR_PRIMARIES_BT709;
    image->transferCharacteristics = AVIF_TRANSFER_CHARACTERISTICS_SRGB;
    image->matrixCoefficients = AVIF_MATRIX_COEFFICIENTS_BT601;
    if (kind->turns > 0)
        image->transformFlags |= AVIF_TRANSFORM_IROT;
    image->irot.angle = (uint8_t)kind->turns;
    if (kind->mirror >= 0)
        image->transformFlags |= AVIF_TRANSFORM_IMIR;
    memset(&image->imir, int_max(kind->mirror, 0), 1); /* its field has another name in newer versions */
    avifRGBImageSetDefaults(&rgb, image);
    rgb.depth = 8;
    rgb.format = AVIF_RGB_FORMAT_RGBA;
    rgb.ignoreAlpha = !kind->clear;
    rgb.pixels = pixels;
    rgb.rowBytes = W * 4;
    paint(&rgb, kind->clear);
    assert_int_equal(avifImageRGBToYUV(image, &rgb), AVIF_RESULT_OK);
    return image;
}

static struct buffer write_avif(const struct kind *kind)
{
    avifEncoder *encoder = avifEncoderCreate();
    avifImage *image = image_of(kind);
    avifRWData out = AVIF_DATA_EMPTY;
    struct buffer file = {0};

    encoder->minQuantizer = encoder->maxQuantizer = AVIF_QUANTIZER_LOSSLESS;
    encoder->minQuantizerAlpha = encoder->maxQuantizerAlpha = AVIF_QUANTIZER_LOSSLESS;
    encoder->speed = AVIF_SPEED_FASTEST;
    assert_int_equal(avifEncoderWrite(encoder, image, &out), AVIF_RESULT_OK);
    buffer_add(&file, out.data, out.size);
    avifRWDataFree(&out);
    avifImageDestroy(image);
    avifEncoderDestroy(encoder);
    return file;
}

/* Which quarter as stored is seen in the one that counts from the top left: what was mirrored last is undone first. */
static int stored_quarter(const struct kind *kind, int seen)
{
    int right = seen & 1, below = seen >> 1;

    if (kind->mirror == 0)
        below = !below;
    if (kind->mirror == 1)
        right = !right;
    for (int turn = 0; turn < kind->turns; turn++) { /* the right column lies at the top when it is turned to the left */
        int before_right = !below;

        below = right;
        right = before_right;
    }
    return right + 2 * below;
}

static int grey_of(uint32_t colour)
{
    return (int)(0.299 * (colour >> 16 & 255) + 0.587 * (colour >> 8 & 255) + 0.114 * (colour & 255) + 0.5);
}

static bool is_near(uint32_t one, uint32_t other, int tolerance)
{
    for (int shift = 0; shift < 24; shift += 8)
        if (abs((int)(one >> shift & 255) - (int)(other >> shift & 255)) > tolerance)
            return false;
    return true;
}

static uint32_t wanted(const struct kind *kind, int seen)
{
    int stored = stored_quarter(kind, seen);
    uint32_t colour = quarters[stored];

    if (kind->clear && stored % 2 == 0)
        return PAPER;
    return kind->format == AVIF_PIXEL_FORMAT_YUV400 ? (uint32_t)grey_of(colour) * 0x010101U : colour;
}

static SDL_Surface *draw(const struct buffer *file, const struct kind *kind, struct remarks *remarks)
{
    struct image_request request = {.w = W, .h = H, .focus_x = 0.5F, .focus_y = 0.5F, .paper = paper};
    struct raster_fault fault;

    if (kind->turns % 2) {
        request.w = H;
        request.h = W;
    }
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, request.w, request.h, 32, SDL_PIXELFORMAT_XRGB8888);

    if (raster_draw(&(struct raster_job){{file->bytes, file->length}, &request, surface, remarks}, &fault) != RASTER_DRAWN)
        fail_msg("%s: %s", kind->name, fault.why);
    return surface;
}

static uint32_t middle_of(const SDL_Surface *surface, int seen)
{
    int x = surface->w / 4 + seen % 2 * surface->w / 2, y = surface->h / 4 + seen / 2 * surface->h / 2;

    return ((const uint32_t *)((const char *)surface->pixels + (ptrdiff_t)y * surface->pitch))[x] & 0xFFFFFF;
}

static void check(const struct kind *kind)
{
    struct buffer file = write_avif(kind);
    struct remarks remarks = {.count = 0};
    SDL_Surface *surface = draw(&file, kind, &remarks);

    for (int seen = 0; seen < QUARTERS; seen++)
        if (!is_near(middle_of(surface, seen), wanted(kind, seen), kind->tolerance))
            fail_msg("%s, turned %d, mirrored %d: quarter %d is #%06X, not #%06X", kind->name, kind->turns, kind->mirror, seen,
                     middle_of(surface, seen), wanted(kind, seen));
    assert_int_equal(remarks.count, 0);
    SDL_FreeSurface(surface);
    buffer_finish(&file);
}

static void every_avif_is_drawn(void **state)
{
    static const struct kind kinds[] = {
        {"all colours", AVIF_PIXEL_FORMAT_YUV444, 8, 0, -1, 4, false, false},
        {"fewer colours", AVIF_PIXEL_FORMAT_YUV420, 8, 0, -1, 6, false, false},
        {"half the colours", AVIF_PIXEL_FORMAT_YUV422, 8, 0, -1, 6, false, false},
        {"grey", AVIF_PIXEL_FORMAT_YUV400, 8, 0, -1, 4, false, false},
        {"10 bits", AVIF_PIXEL_FORMAT_YUV420, 10, 0, -1, 6, false, false},
        {"12 bits", AVIF_PIXEL_FORMAT_YUV444, 12, 0, -1, 4, false, false},
        {"transparent", AVIF_PIXEL_FORMAT_YUV444, 8, 0, -1, 4, true, false},
        {"transparent, 10 bits, turned", AVIF_PIXEL_FORMAT_YUV420, 10, 1, 1, 6, true, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(kinds); i++)
        check(&kinds[i]);
    for (int turns = 0; turns < 4; turns++)
        for (int mirror = -1; mirror < 2; mirror++)
            check(&(struct kind){"turned", AVIF_PIXEL_FORMAT_YUV444, 8, turns, mirror, 4, false, false});
}

/* Numbers of wider colours mean stronger ones. */
static void wide_colours_are_made_the_screens(void **state)
{
    const struct kind kind = {"wide", AVIF_PIXEL_FORMAT_YUV444, 10, 0, -1, 4, false, true};
    struct buffer file = write_avif(&kind);
    struct remarks remarks = {.count = 0};
    SDL_Surface *surface = draw(&file, &kind, &remarks);
    uint32_t red = middle_of(surface, 0), green = middle_of(surface, 1);

    (void)state;
    assert_true((red >> 16) > (quarters[0] >> 16) + 10);
    assert_true((green >> 16) < (quarters[1] >> 16) - 10);
    assert_int_equal(remarks.count, 0);
    SDL_FreeSurface(surface);
    buffer_finish(&file);
}

/* Cut short anywhere it is no picture, for whoever only looks at it and for whoever decodes it. */
static void what_is_cut_short_is_refused(void **state)
{
    const struct kind kind = {"cut", AVIF_PIXEL_FORMAT_YUV444, 8, 0, -1, 4, true, false};
    struct buffer file = write_avif(&kind);
    struct picture_header header;

    (void)state;
    assert_null(picture_look((struct bytes){file.bytes, file.length}, &header));
    assert_int_equal(header.kind, PICTURE_AVIF);
    assert_false(header.opaque);
    for (size_t length = file.length - 1; length > 0; length--)
        if (!picture_look((struct bytes){file.bytes, length}, &header))
            fail_msg("%zu of %zu bytes are taken for the whole", length, file.length);
    buffer_finish(&file);
}

/* Any byte wrong: drawn or not, it ends well. */
static void what_is_damaged_ends_well(void **state)
{
    const struct kind kind = {"damaged", AVIF_PIXEL_FORMAT_YUV420, 8, 1, 0, 4, true, false};
    struct image_request request = {.w = W, .h = H, .paper = paper};
    struct buffer file = write_avif(&kind);
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, W, H, 32, SDL_PIXELFORMAT_XRGB8888);
    struct raster_fault fault;
    int refused = 0;

    (void)state;
    for (size_t at = 0; at < file.length; at++) {
        file.bytes[at] = (char)~file.bytes[at];
        refused += raster_draw(&(struct raster_job){{file.bytes, file.length}, &request, surface, NULL}, &fault) == RASTER_FAILED;
        file.bytes[at] = (char)~file.bytes[at];
    }
    assert_true(refused > 100);
    SDL_FreeSurface(surface);
    buffer_finish(&file);
}

/* ---- a file made to keep its reader busy ---- */

static void add_number(struct buffer *file, uint32_t number, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        buffer_add(file, &(char){(char)(number >> shift)}, 1);
}

/* Returns where its size stands. */
static size_t begin_box(struct buffer *file, const char *name)
{
    size_t at = file->length;

    add_number(file, 0, 4);
    buffer_add(file, name, 4);
    return at;
}

static void end_box(struct buffer *file, size_t at)
{
    for (int i = 0; i < 4; i++)
        file->bytes[at + (size_t)i] = (char)((file->length - at) >> (24 - 8 * i));
}

/* The item that is shown has the last of many properties many times, and is listed many times. */
static void add_properties(struct buffer *file)
{
    enum { PROPERTIES = 0x7FFF, OF_ITEM = 255, LISTED = 1300 };
    size_t all = begin_box(file, "iprp"), list = begin_box(file, "ipco"), size = begin_box(file, "ispe");

    add_number(file, 0, 4);
    add_number(file, W, 4);
    add_number(file, H, 4);
    end_box(file, size);
    for (int i = 1; i < PROPERTIES; i++)
        end_box(file, begin_box(file, "free"));
    end_box(file, list);
    size_t links = begin_box(file, "ipma");

    add_number(file, 1, 4); /* numbers of properties are wide */
    add_number(file, LISTED, 4);
    for (int i = 0; i < LISTED; i++) {
        add_number(file, 1, 2);
        add_number(file, OF_ITEM, 1);
        for (int p = 0; p < OF_ITEM; p++)
            add_number(file, p == 0 ? 1 : PROPERTIES, 2);
    }
    end_box(file, links);
    end_box(file, all);
}

static void a_tiring_file_is_looked_at_once(void **state)
{
    struct buffer file = {0};
    struct picture_header header = {0};
    size_t brand = begin_box(&file, "ftyp");

    (void)state;
    buffer_add(&file, "avif\0\0\0\0avif", 12);
    end_box(&file, brand);
    size_t meta = begin_box(&file, "meta");

    add_number(&file, 0, 4);
    size_t item = begin_box(&file, "pitm");

    add_number(&file, 0, 4);
    add_number(&file, 1, 2);
    end_box(&file, item);
    add_properties(&file);
    end_box(&file, meta);
    end_box(&file, begin_box(&file, "mdat"));
    clock_t begun = clock();

    assert_null(picture_look((struct bytes){file.bytes, file.length}, &header));
    assert_true((clock() - begun) / CLOCKS_PER_SEC < 10);
    assert_int_equal(header.width, W);
    assert_int_equal(header.height, H);
    buffer_finish(&file);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_avif_is_drawn),
        cmocka_unit_test(wide_colours_are_made_the_screens),
        cmocka_unit_test(what_is_cut_short_is_refused),
        cmocka_unit_test(what_is_damaged_ends_well),
        cmocka_unit_test(a_tiring_file_is_looked_at_once),
    };

    avif_open();
    if (!avif_is_open())
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
