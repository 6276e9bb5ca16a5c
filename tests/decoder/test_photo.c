/* Photographs of every kind, written here, drawn, and held against what was written. */
#include "decoder/raster.h"

#include "base/files.h"

#include <lcms2.h>
#include <png.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <turbojpeg.h>

#include <cmocka.h>

enum { W = 40, H = 20, QUARTERS = 4, PAPER = 0xF3EBDD, ROUNDING = 2, LOSSY = 10 };

static const struct colour paper = {0xF3, 0xEB, 0xDD, 255};
static const uint32_t quarters[QUARTERS] = {0xA63A2B, 0x2B8A3A, 0x1F3A5F, 0xC98B2B};

static int quarter_at(int x, int y)
{
    return (x >= W / 2) + 2 * (y >= H / 2);
}

static bool is_near(uint32_t one, uint32_t other, int tolerance)
{
    for (int shift = 0; shift < 24; shift += 8)
        if (abs((int)(one >> shift & 255) - (int)(other >> shift & 255)) > tolerance)
            return false;
    return true;
}

/* What is expected of the middles of the quarters; warning: a part of what is said, NULL: nothing is. */
struct expected {
    const char *name;
    const uint32_t *colours;
    int tolerance;
    const char *warning;
};

static void check(struct buffer *file, const struct expected *expected)
{
    struct image_request request = {.w = W, .h = H, .focus_x = 0.5F, .focus_y = 0.5F, .paper = paper};
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, W, H, 32, SDL_PIXELFORMAT_XRGB8888);
    struct raster_fault fault;
    struct remarks remarks = {.count = 0};
    enum raster_outcome outcome = raster_draw(&(struct raster_job){{file->bytes, file->length}, &request, surface, &remarks}, &fault);

    if (outcome != RASTER_DRAWN)
        fail_msg("%s: %s", expected->name, fault.why);
    if (expected->warning ? remarks.count != 1 || !strstr(remarks.list[0].text, expected->warning) : remarks.count > 0)
        fail_msg("%s: said \"%s\"", expected->name, remarks.list[0].text);
    for (int q = 0; q < QUARTERS; q++) {
        int x = W / 4 + q % 2 * W / 2, y = H / 4 + q / 2 * H / 2;
        uint32_t pixel = ((const uint32_t *)((const char *)surface->pixels + (ptrdiff_t)y * surface->pitch))[x] & 0xFFFFFF;

        if (!is_near(pixel, expected->colours[q], expected->tolerance))
            fail_msg("%s: quarter %d is #%06X, not #%06X", expected->name, q, pixel, expected->colours[q]);
    }
    SDL_FreeSurface(surface);
    buffer_finish(file);
}

/* ---- PNG ---- */

/* values: of the quarters, as stored: a number for each channel. */
struct png_kind {
    const char *name;
    int type, depth, clear; /* clear: the quarter whose value is said to be transparent; -1: none */
    unsigned values[QUARTERS][4];
    uint32_t colours[QUARTERS];
};

static void append(png_structp png, png_bytep bytes, size_t count)
{
    buffer_add(png_get_io_ptr(png), bytes, count);
}

static void set_clear(png_structp png, png_infop info, const struct png_kind *kind)
{
    const unsigned *value = kind->values[kind->clear];
    png_color_16 colour = {.red = (png_uint_16)value[0], .green = (png_uint_16)value[1], .blue = (png_uint_16)value[2]};
    png_byte alphas[QUARTERS] = {255, 255, 255, 255};

    colour.gray = (png_uint_16)value[0];
    alphas[value[0] % QUARTERS] = 0;
    png_set_tRNS(png, info, alphas, kind->type == PNG_COLOR_TYPE_PALETTE ? QUARTERS : 0, &colour);
}

static void fill_row(const struct png_kind *kind, int channels, int y, png_byte *row)
{
    memset(row, 0, (size_t)W * 8);
    for (int x = 0; x < W; x++)
        for (int c = 0; c < channels; c++) {
            unsigned value = kind->values[quarter_at(x, y)][c];
            int bit = (x * channels + c) * kind->depth;

            if (kind->depth == 16) {
                row[bit / 8] = (png_byte)(value >> 8);
                row[bit / 8 + 1] = (png_byte)value;
            } else {
                row[bit / 8] |= (png_byte)(value << (8 - kind->depth - bit % 8));
            }
        }
}

/* more: adds what else is to stand in the file. */
static struct buffer write_png(const struct png_kind *kind, bool interlaced, void (*more)(png_structp png, png_infop info))
{
    static const png_color palette[QUARTERS] = {{0xA6, 0x3A, 0x2B}, {0x2B, 0x8A, 0x3A}, {0x1F, 0x3A, 0x5F}, {0xC9, 0x8B, 0x2B}};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    struct buffer file = {0};
    png_byte rows[H][W * 8], *list[H];

    png_set_write_fn(png, &file, append, NULL);
    png_set_IHDR(png, info, W, H, kind->depth, kind->type, interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, 0, 0);
    if (kind->type == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, kind->depth == 1 ? 2 : QUARTERS);
    if (kind->clear >= 0)
        set_clear(png, info, kind);
    if (more)
        more(png, info);
    for (int y = 0; y < H; y++) {
        fill_row(kind, png_get_channels(png, info), y, rows[y]);
        list[y] = rows[y];
    }
    png_set_rows(png, info, list);
    png_write_png(png, info, PNG_TRANSFORM_IDENTITY, NULL);
    png_destroy_write_struct(&png, &info);
    return file;
}

#define GREY(level) (0x010101U * (level))
#define COLOURS 0xA63A2B, 0x2B8A3A, 0x1F3A5F, 0xC98B2B

static const struct png_kind png_kinds[] = {
    {"grey, 1 bit", PNG_COLOR_TYPE_GRAY, 1, -1, {{0}, {1}, {1}, {0}}, {0, 0xFFFFFF, 0xFFFFFF, 0}},
    {"grey, 1 bit, white clear", PNG_COLOR_TYPE_GRAY, 1, 1, {{0}, {1}, {1}, {0}}, {0, PAPER, PAPER, 0}},
    {"grey, 2 bits", PNG_COLOR_TYPE_GRAY, 2, -1, {{0}, {1}, {2}, {3}}, {0, GREY(85), GREY(170), 0xFFFFFF}},
    {"grey, 2 bits, one clear", PNG_COLOR_TYPE_GRAY, 2, 2, {{0}, {1}, {2}, {3}}, {0, GREY(85), PAPER, 0xFFFFFF}},
    {"grey, 4 bits", PNG_COLOR_TYPE_GRAY, 4, -1, {{0}, {5}, {10}, {15}}, {0, GREY(85), GREY(170), 0xFFFFFF}},
    {"grey, 4 bits, black clear", PNG_COLOR_TYPE_GRAY, 4, 0, {{0}, {5}, {10}, {15}}, {PAPER, GREY(85), GREY(170), 0xFFFFFF}},
    {"grey", PNG_COLOR_TYPE_GRAY, 8, -1, {{3}, {100}, {200}, {255}}, {GREY(3), GREY(100), GREY(200), 0xFFFFFF}},
    {"grey, white clear", PNG_COLOR_TYPE_GRAY, 8, 3, {{3}, {100}, {254}, {255}}, {GREY(3), GREY(100), GREY(254), PAPER}},
    {"grey, 16 bits, rounded",
     PNG_COLOR_TYPE_GRAY,
     16,
     -1,
     {{0x00FF}, {0x80FF}, {0x7F80}, {0xFFFF}},
     {GREY(1), GREY(128), GREY(127), 0xFFFFFF}},
    {"grey, 16 bits, one clear, one beside it",
     PNG_COLOR_TYPE_GRAY,
     16,
     1,
     {{0x1234}, {0x8000}, {0x8001}, {0}},
     {GREY(18), PAPER, GREY(128), 0}},
    {"grey and alpha", PNG_COLOR_TYPE_GRAY_ALPHA, 8, -1, {{9, 255}, {9, 0}, {200, 255}, {0, 255}}, {GREY(9), PAPER, GREY(200), 0}},
    {"grey and alpha, half", PNG_COLOR_TYPE_GRAY_ALPHA, 8, -1, {{0, 128}, {0, 0}, {255, 128}, {0, 255}}, {0x79756E, PAPER, 0xF9F5EE, 0}},
    {"grey and alpha, 16 bits",
     PNG_COLOR_TYPE_GRAY_ALPHA,
     16,
     -1,
     {{0x4040, 0xFFFF}, {1, 0}, {0, 0xFFFF}, {0, 0}},
     {GREY(64), PAPER, 0, PAPER}},
    {"colour", PNG_COLOR_TYPE_RGB, 8, -1, {{0xA6, 0x3A, 0x2B}, {0x2B, 0x8A, 0x3A}, {0x1F, 0x3A, 0x5F}, {0xC9, 0x8B, 0x2B}}, {COLOURS}},
    {"colour, one clear",
     PNG_COLOR_TYPE_RGB,
     8,
     2,
     {{0xA6, 0x3A, 0x2B}, {0x2B, 0x8A, 0x3A}, {0x1F, 0x3A, 0x5F}, {0x1F, 0x3A, 0x5E}},
     {0xA63A2B, 0x2B8A3A, PAPER, 0x1F3A5E}},
    {"colour, 16 bits, one clear",
     PNG_COLOR_TYPE_RGB,
     16,
     0,
     {{0xA600, 0x3A00, 0x2B00}, {0xA601, 0x3A00, 0x2B00}, {0x1FFF, 0x3A3A, 0x5F00}, {0xC9C9, 0x8B8B, 0x2B2B}},
     {PAPER, 0xA53A2B, 0x203A5F, 0xC98B2B}},
    {"colour and alpha",
     PNG_COLOR_TYPE_RGB_ALPHA,
     8,
     -1,
     {{0xA6, 0x3A, 0x2B, 255}, {0, 0, 0, 0}, {0xFF, 0, 0, 0}, {0xC9, 0x8B, 0x2B, 255}},
     {0xA63A2B, PAPER, PAPER, 0xC98B2B}},
    {"palette, 1 bit", PNG_COLOR_TYPE_PALETTE, 1, -1, {{0}, {1}, {1}, {0}}, {0xA63A2B, 0x2B8A3A, 0x2B8A3A, 0xA63A2B}},
    {"palette, 4 bits, one clear", PNG_COLOR_TYPE_PALETTE, 4, 1, {{0}, {1}, {2}, {3}}, {0xA63A2B, PAPER, 0x1F3A5F, 0xC98B2B}},
    {"palette", PNG_COLOR_TYPE_PALETTE, 8, -1, {{0}, {1}, {2}, {3}}, {COLOURS}},
};

static void every_png_is_drawn(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(png_kinds); i++)
        for (int interlaced = 0; interlaced < 2; interlaced++) {
            struct buffer file = write_png(&png_kinds[i], interlaced, NULL);

            check(&file, &(struct expected){png_kinds[i].name, png_kinds[i].colours, 1, NULL});
        }
}

/* ---- colours ---- */

/* Adobe RGB (1998), by its numbers; of greys, its curve. */
static cmsHPROFILE wide_profile(bool grey)
{
    cmsCIExyY white = {0.3127, 0.3290, 1};
    cmsCIExyYTRIPLE primaries = {{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
    cmsToneCurve *curve = cmsBuildGamma(NULL, 2.19921875), *curves[] = {curve, curve, curve};
    cmsHPROFILE profile = grey ? cmsCreateGrayProfile(&white, curve) : cmsCreateRGBProfile(&white, &primaries, curves);

    cmsFreeToneCurve(curve);
    return profile;
}

static cmsInt32Number ink_to_lab(CMSREGISTER const cmsUInt16Number in[], CMSREGISTER cmsUInt16Number out[], CMSREGISTER void *cargo)
{
    cmsHTRANSFORM transform = cargo;
    cmsUInt16Number rgb[3];

    for (int c = 0; c < 3; c++)
        rgb[c] = (cmsUInt16Number)(0xFFFF - (0xFFFF - (uint64_t)(0xFFFF - in[c]) * (0xFFFFU - in[3]) / 0xFFFF) * 4 / 5);
    cmsDoTransform(transform, rgb, out, 1);
    return 1;
}

/* A press whose inks are pale. */
static cmsHPROFILE press_profile(void)
{
    cmsHPROFILE profile = cmsCreateProfilePlaceholder(NULL), screen = cmsCreate_sRGBProfile(), lab = cmsCreateLab4Profile(NULL);
    cmsHTRANSFORM to_lab = cmsCreateTransform(screen, TYPE_RGB_16, lab, TYPE_Lab_16, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE);
    cmsPipeline *pipeline = cmsPipelineAlloc(NULL, 4, 3);
    cmsStage *grid = cmsStageAllocCLut16bit(NULL, 9, 4, 3, NULL);

    cmsStageSampleCLut16bit(grid, ink_to_lab, to_lab, 0);
    cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(NULL, 4, NULL));
    cmsPipelineInsertStage(pipeline, cmsAT_END, grid);
    cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(NULL, 3, NULL));
    cmsSetProfileVersion(profile, 4.3);
    cmsSetDeviceClass(profile, cmsSigOutputClass);
    cmsSetColorSpace(profile, cmsSigCmykData);
    cmsSetPCS(profile, cmsSigLabData);
    cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ());
    cmsWriteTag(profile, cmsSigAToB0Tag, pipeline);
    cmsPipelineFree(pipeline);
    cmsDeleteTransform(to_lab);
    cmsCloseProfile(lab);
    cmsCloseProfile(screen);
    return profile;
}

/* Closes the profile. */
static struct buffer bytes_of(cmsHPROFILE profile)
{
    cmsUInt32Number size = 0;
    char *bytes;
    struct buffer buffer = {0};

    assert_true(cmsSaveProfileToMem(profile, NULL, &size));
    bytes = mem_alloc(size);
    assert_true(cmsSaveProfileToMem(profile, bytes, &size));
    buffer_add(&buffer, bytes, size);
    free(bytes);
    cmsCloseProfile(profile);
    return buffer;
}

/* The quarters' colours in the numbers of Adobe RGB. */
static void to_wide(uint8_t wide[QUARTERS][3])
{
    cmsHPROFILE profile = wide_profile(false), screen = cmsCreate_sRGBProfile();
    cmsHTRANSFORM transform = cmsCreateTransform(screen, TYPE_RGB_8, profile, TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC, 0);

    for (int q = 0; q < QUARTERS; q++) {
        const uint8_t rgb[] = {(uint8_t)(quarters[q] >> 16), (uint8_t)(quarters[q] >> 8), (uint8_t)quarters[q]};

        cmsDoTransform(transform, rgb, wide[q], 1);
        assert_false(is_near((uint32_t)wide[q][0] << 16 | (uint32_t)wide[q][1] << 8 | wide[q][2], quarters[q], LOSSY));
    }
    cmsDeleteTransform(transform);
    cmsCloseProfile(screen);
    cmsCloseProfile(profile);
}

/* Of quarters with so many bytes each. */
static struct buffer write_jpeg(const uint8_t *values, int channels, int format, int sampling)
{
    tjhandle handle = tjInitCompress();
    uint8_t pixels[H][W * 4];
    unsigned char *out = NULL;
    unsigned long size = 0;
    struct buffer file = {0};

    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++)
            memcpy(&pixels[y][x * channels], values + quarter_at(x, y) * channels, (size_t)channels);
    assert_int_equal(tjCompress2(handle, pixels[0], W, sizeof(pixels[0]), H, format, &out, &size, sampling, 98, 0), 0);
    buffer_add(&file, out, size);
    tjFree(out);
    tjDestroy(handle);
    return file;
}

/* A profile in so many segments, of which one (from 1 on; 0: none) is left out. */
struct pieces {
    int count, left_out;
};

static void insert_profile(struct buffer *file, const struct buffer *profile, struct pieces pieces)
{
    struct buffer out = {0};

    buffer_add(&out, file->bytes, 2);
    for (int i = 0; i < pieces.count; i++) {
        size_t from = profile->length * (size_t)i / (size_t)pieces.count, end = profile->length * (size_t)(i + 1) / (size_t)pieces.count;
        size_t length = end - from + 16;
        const char head[] = {
            (char)0xFF, (char)0xE2, (char)(length >> 8), (char)length,      'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L',
            'E',        0,          (char)(i + 1),       (char)pieces.count};

        if (i + 1 == pieces.left_out)
            continue;
        buffer_add(&out, head, sizeof(head));
        buffer_add(&out, profile->bytes + from, end - from);
    }
    buffer_add(&out, file->bytes + 2, file->length - 2);
    buffer_finish(file);
    *file = out;
}

static void profiles_of_jpegs_are_heeded(void **state)
{
    struct buffer wide_bytes = bytes_of(wide_profile(false)), press = bytes_of(press_profile()), nonsense = {0};
    uint8_t wide[QUARTERS][3];
    uint32_t as_numbers[QUARTERS];

    (void)state;
    to_wide(wide);
    for (int q = 0; q < QUARTERS; q++)
        as_numbers[q] = (uint32_t)wide[q][0] << 16 | (uint32_t)wide[q][1] << 8 | wide[q][2];
    buffer_add(&nonsense, "nonsense", 8);
    const struct {
        const struct buffer *profile;
        struct pieces pieces;
        struct expected expected;
    } rows[] = {
        {&wide_bytes, {1, 0}, {"a profile", quarters, LOSSY, NULL}},
        {&wide_bytes, {3, 0}, {"a profile in pieces", quarters, LOSSY, NULL}},
        {&wide_bytes, {3, 2}, {"a profile without its middle", as_numbers, LOSSY, "profile cannot be read"}},
        {&wide_bytes, {0, 0}, {"no profile", as_numbers, LOSSY, NULL}},
        {&nonsense, {1, 0}, {"nonsense for a profile", as_numbers, LOSSY, "profile cannot be read"}},
        {&press, {1, 0}, {"a press's profile", as_numbers, LOSSY, "another kind of picture"}},
    };

    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer file = write_jpeg(wide[0], 3, TJPF_RGB, TJSAMP_444);

        insert_profile(&file, rows[i].profile, rows[i].pieces);
        check(&file, &rows[i].expected);
    }
    buffer_finish(&wide_bytes);
    buffer_finish(&press);
    buffer_finish(&nonsense);
}

static void add_wide(png_structp png, png_infop info)
{
    struct buffer profile = bytes_of(wide_profile(false));

    png_set_iCCP(png, info, "wide", 0, (png_const_bytep)profile.bytes, (png_uint_32)profile.length);
    png_set_gAMA(png, info, 1); /* counts less */
    buffer_finish(&profile);
}

static void add_linear(png_structp png, png_infop info)
{
    png_set_gAMA(png, info, 1);
}

static void add_screen(png_structp png, png_infop info)
{
    png_set_gAMA_fixed(png, info, 45455);
    png_set_cHRM_fixed(png, info, 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000);
}

static void add_wide_numbers(png_structp png, png_infop info)
{
    png_set_gAMA_fixed(png, info, 45471);
    png_set_cHRM_fixed(png, info, 31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000);
}

static void colours_of_pngs_are_heeded(void **state)
{
    static const uint32_t greys[QUARTERS] = {0, GREY(188), GREY(225), 0xFFFFFF}; /* sRGB of 0, 1/2, 3/4, 1 */
    struct png_kind wide = {"wide", PNG_COLOR_TYPE_RGB, 8, -1, {{0}}, {0}};
    struct png_kind linear = {"linear", PNG_COLOR_TYPE_GRAY, 8, -1, {{0}, {128}, {191}, {255}}, {0}};
    struct png_kind plain = {"plain", PNG_COLOR_TYPE_GRAY, 8, -1, {{5}, {20}, {128}, {250}}, {GREY(5), GREY(20), GREY(128), GREY(250)}};
    uint8_t values[QUARTERS][3];

    (void)state;
    to_wide(values);
    for (int q = 0; q < QUARTERS; q++)
        for (int c = 0; c < 3; c++)
            wide.values[q][c] = values[q][c];
    const struct {
        const struct png_kind *kind;
        void (*more)(png_structp png, png_infop info);
        struct expected expected;
    } rows[] = {
        {&wide, add_wide, {"profile", quarters, ROUNDING, NULL}},
        {&wide, add_wide_numbers, {"primaries", quarters, ROUNDING, NULL}},
        {&linear, add_linear, {"gamma 1", greys, ROUNDING, NULL}},
        {&plain, add_screen, {"a screen's gamma", plain.colours, 0, NULL}},
    };

    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer file = write_png(rows[i].kind, false, rows[i].more);

        check(&file, &rows[i].expected);
    }
}

/* A broken profile in a PNG: the pixels are drawn as they are. */
static void png_without_its_profile_is_drawn(void **state)
{
    struct buffer file = write_png(&png_kinds[13], false, add_wide);
    char *name = memmem(file.bytes, file.length, "iCCPwide", 8);

    (void)state;
    assert_non_null(name);
    name[12] ^= 0x55; /* the checksum does not fit any more */
    check(&file, &(struct expected){"a broken profile", png_kinds[13].colours, 1, "profile cannot be read"});
}

static void greys_have_profiles(void **state)
{
    static const uint8_t values[QUARTERS] = {0, 60, 128, 255};
    static const uint32_t greys[QUARTERS] = {0, GREY(61), GREY(128), 0xFFFFFF};
    struct buffer profile, file = write_jpeg(values, 1, TJPF_GRAY, TJSAMP_GRAY);
    cmsCIExyY white = {0.3457, 0.3585, 1};
    cmsToneCurve *curve = cmsBuildGamma(NULL, 1);
    static const uint32_t linear[QUARTERS] = {0, GREY(133), GREY(188), 0xFFFFFF};

    (void)state;
    profile = bytes_of(wide_profile(true));
    insert_profile(&file, &profile, (struct pieces){1, 0});
    check(&file, &(struct expected){"grey", greys, 4, NULL});
    buffer_finish(&profile);
    file = write_jpeg(values, 1, TJPF_GRAY, TJSAMP_GRAY);
    profile = bytes_of(cmsCreateGrayProfile(&white, curve));
    insert_profile(&file, &profile, (struct pieces){1, 0});
    check(&file, &(struct expected){"linear grey", linear, 4, NULL});
    buffer_finish(&profile);
    cmsFreeToneCurve(curve);
}

/* As Adobe's programs write them, inverted: no ink, cyan, magenta and yellow, half black. */
static void prints_are_drawn(void **state)
{
    static const uint8_t inks[QUARTERS][4] = {{255, 255, 255, 255}, {0, 255, 255, 255}, {255, 0, 0, 255}, {255, 255, 255, 128}};
    static const uint32_t guessed[QUARTERS] = {0xFFFFFF, 0x00FFFF, 0xFF0000, GREY(128)};
    struct buffer profile = bytes_of(press_profile()), file = write_jpeg(inks[0], 4, TJPF_CMYK, TJSAMP_444);
    uint32_t colours[QUARTERS];
    cmsHPROFILE from = cmsOpenProfileFromMem(profile.bytes, (cmsUInt32Number)profile.length), screen = cmsCreate_sRGBProfile();
    cmsHTRANSFORM transform = cmsCreateTransform(from, TYPE_CMYK_8_REV, screen, TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC,
                                                 cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOOPTIMIZE);

    (void)state;
    check(&file, &(struct expected){"no press", guessed, LOSSY, "CMYK"});
    for (int q = 0; q < QUARTERS; q++) {
        uint8_t rgb[3];

        cmsDoTransform(transform, inks[q], rgb, 1);
        colours[q] = (uint32_t)rgb[0] << 16 | (uint32_t)rgb[1] << 8 | rgb[2];
    }
    assert_false(is_near(colours[1], guessed[1], LOSSY));
    file = write_jpeg(inks[0], 4, TJPF_CMYK, TJSAMP_444);
    insert_profile(&file, &profile, (struct pieces){1, 0});
    check(&file, &(struct expected){"a press", colours, LOSSY, NULL});
    cmsDeleteTransform(transform);
    cmsCloseProfile(screen);
    cmsCloseProfile(from);
    buffer_finish(&profile);
}

/* Of twelve million pixels, with grain. */
static struct buffer write_large(int w, int h)
{
    tjhandle handle = tjInitCompress();
    uint8_t *pixels = mem_alloc((size_t)w * (size_t)h);
    unsigned char *out = NULL;
    unsigned long size = 0;
    struct buffer file = {0};
    uint32_t grain = 1;

    for (int i = 0; i < w * h; i++) {
        grain = grain * 1664525 + 1013904223;
        pixels[i] = (uint8_t)(i % w * 200 / w + (int)(grain >> 27));
    }
    assert_int_equal(tjCompress2(handle, pixels, w, w, h, TJPF_GRAY, &out, &size, TJSAMP_GRAY, 88, 0), 0);
    buffer_add(&file, out, size);
    tjFree(out);
    tjDestroy(handle);
    free(pixels);
    return file;
}

/* A run in the middle of a photograph's data that is no code: the decoder goes on somewhere else, and what it says of it differs; bytes at
 * the end that belong to nothing are only worth a look. */
static void damage_inside_is_told(void **state)
{
    enum { SMALL_W = 320, SMALL_H = 240, RUN = 40 };

    (void)state;
    for (int run = 0; run <= RUN; run += RUN) {
        struct image_request request = {.w = W, .h = H, .focus_x = 0.5F, .focus_y = 0.5F, .paper = paper};
        SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, W, H, 32, SDL_PIXELFORMAT_XRGB8888);
        struct buffer file = write_large(SMALL_W, SMALL_H);
        struct remarks remarks = {.count = 0};
        struct raster_fault fault;

        for (int i = 0; i < run; i++)
            memcpy(file.bytes + file.length / 2 + (size_t)i * 2, "\xFF\0", 2);
        if (run == 0) {
            memcpy(file.bytes + file.length - 2, "\x11\x22", 2);
            buffer_add(&file, "\x33\x44\xFF\xD9", 4);
        }
        enum raster_outcome outcome = raster_draw(&(struct raster_job){{file.bytes, file.length}, &request, surface, &remarks}, &fault);
        bool remarked = outcome == RASTER_DRAWN && remarks.count == 1 && strstr(remarks.list[0].text, "not quite in order");
        bool refused = outcome == RASTER_FAILED && strstr(fault.why, "damaged");

        if (!remarked && !(refused && run > 0))
            fail_msg("%d: %s", run, outcome == RASTER_DRAWN ? "drawn, and nothing said" : fault.why);
        buffer_finish(&file);
        SDL_FreeSurface(surface);
    }
}

static double computed_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Drawn for a card, a large photograph costs what is read of its file, and no look at each of its pixels: less than decoding all of them
 * does, with room for a sanitizer, which makes only our own code slower. */
static void large_photographs_are_drawn_small(void **state)
{
    enum { LARGE_W = 4000, LARGE_H = 3000, CARD_W = 400, CARD_H = 300 };
    struct image_request request = {.w = CARD_W, .h = CARD_H, .focus_x = 0.5F, .focus_y = 0.5F, .paper = paper};
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, CARD_W, CARD_H, 32, SDL_PIXELFORMAT_XRGB8888);
    struct buffer file = write_large(LARGE_W, LARGE_H);
    unsigned char *pixels = mem_alloc((size_t)LARGE_W * LARGE_H * 4);
    tjhandle handle = tjInitDecompress();
    struct raster_fault fault;
    double begun = computed_ms();

    (void)state;
    assert_int_equal(tjDecompress2(handle, (unsigned char *)file.bytes, file.length, pixels, LARGE_W, 0, LARGE_H, TJPF_BGRX, 0), 0);
    double bare = computed_ms() - begun;

    begun += bare;
    assert_int_equal(raster_draw(&(struct raster_job){{file.bytes, file.length}, &request, surface, NULL}, &fault), RASTER_DRAWN);
    double drawn = computed_ms() - begun;

    if (drawn > 1.5 * bare)
        fail_msg("drawing takes %.0f ms, decoding all of it %.0f", drawn, bare);
    tjDestroy(handle);
    free(pixels);
    buffer_finish(&file);
    SDL_FreeSurface(surface);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_png_is_drawn),
        cmocka_unit_test(profiles_of_jpegs_are_heeded),
        cmocka_unit_test(colours_of_pngs_are_heeded),
        cmocka_unit_test(png_without_its_profile_is_drawn),
        cmocka_unit_test(greys_have_profiles),
        cmocka_unit_test(prints_are_drawn),
        cmocka_unit_test(large_photographs_are_drawn_small),
        cmocka_unit_test(damage_inside_is_told),
    };

    return cmocka_run_group_tests_name("photo", tests, NULL, NULL);
}
