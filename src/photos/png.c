/* libpng itself, not SDL_image, which cuts 16 bits to 8, shows a grey scan whose white is transparent in false colours, knows no colour
 * profile, and holds the whole of a picture of which only a small one is wanted. Its way to fail is longjmp: all that must outlive one lies
 * in struct reading. */
#include "photos/png.h"

#include <math.h>
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum { CHANNELS = 4 };

struct reading {
    struct bytes left;
    struct rows *rows;
    png_structp png;
    png_infop info;
    uint8_t *pixels; /* a row; of an interlaced picture all rows */
    bool no_memory, profile_dropped;
};

static _Noreturn void on_error(png_structp png, png_const_charp message)
{
    (void)message;
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    struct reading *reading = png_get_error_ptr(png);

    reading->profile_dropped |= strstr(message, "iCCP") != NULL;
}

static void take_bytes(png_structp png, png_bytep out, size_t count)
{
    struct reading *reading = png_get_io_ptr(png);

    if (count > reading->left.size)
        png_error(png, "short");
    memcpy(out, reading->left.at, count);
    reading->left = (struct bytes){reading->left.at + count, reading->left.size - count};
}

/* Whatever it is becomes blue, green, red, alpha. */
static void ask_for_pixels(struct reading *reading)
{
    png_set_expand(reading->png); /* palettes, 1, 2 and 4 bits, a transparent colour */
    png_set_scale_16(reading->png);
    png_set_gray_to_rgb(reading->png);
    png_set_bgr(reading->png);
    png_set_add_alpha(reading->png, 0xFF, PNG_FILLER_AFTER);
}

static bool is_near(const double *point, const double *other)
{
    const double rounding = 0.005;

    return fabs(point[0] - other[0]) < rounding && fabs(point[1] - other[1]) < rounding;
}

/* What older programs write in place of a profile. Most say sRGB's own numbers, rounded. */
static void look_at_gamma(const struct reading *reading, struct colour_facts *facts)
{
    const struct colour_facts srgb = {
        .gamma = 1 / 2.2, .white = {0.3127, 0.329}, .red = {0.64, 0.33}, .green = {0.3, 0.6}, .blue = {0.15, 0.06}};
    const double rounding = 0.02;
    struct colour_facts said = srgb;

    if (!png_get_gAMA(reading->png, reading->info, &said.gamma) || said.gamma <= 0)
        return;
    png_get_cHRM(reading->png, reading->info, &said.white[0], &said.white[1], &said.red[0], &said.red[1], &said.green[0], &said.green[1],
                 &said.blue[0], &said.blue[1]);
    if (fabs(said.gamma - srgb.gamma) < rounding && is_near(said.white, srgb.white) && is_near(said.red, srgb.red) &&
        is_near(said.green, srgb.green) && is_near(said.blue, srgb.blue))
        return;
    said.ink = facts->ink;
    *facts = said;
}

/* Of several statements a profile counts more than "sRGB", and that more than a gamma. */
static void look_at_colours(const struct reading *reading, struct colour_facts *facts)
{
    png_uint_32 length = 0;
    png_charp name;
    png_bytep profile;
    int compression, intent;

    if (png_get_iCCP(reading->png, reading->info, &name, &compression, &profile, &length))
        facts->profile = (struct bytes){(const char *)profile, length};
    else if (!png_get_sRGB(reading->png, reading->info, &intent))
        look_at_gamma(reading, facts);
    facts->profile_broken = reading->profile_dropped && facts->profile.size == 0;
}

static bool begin(struct reading *reading)
{
    png_uint_32 w = png_get_image_width(reading->png, reading->info), h = png_get_image_height(reading->png, reading->info);
    int type = png_get_color_type(reading->png, reading->info);
    struct photo_facts facts = {
        .size = {(int)w, (int)h},
        .w = w,
        .h = h,
        .alpha = (type & PNG_COLOR_MASK_ALPHA) || png_get_valid(reading->png, reading->info, PNG_INFO_tRNS),
        .colours = {.ink = type & PNG_COLOR_MASK_COLOR ? INK_COLOUR : INK_GREY},
    };

    look_at_colours(reading, &facts.colours);
    return rows_begin(reading->rows, &facts);
}

static void read_interlaced(struct reading *reading, int passes)
{
    png_uint_32 h = png_get_image_height(reading->png, reading->info);
    size_t pitch = png_get_rowbytes(reading->png, reading->info);

    for (int pass = 0; pass < passes; pass++)
        for (png_uint_32 y = 0; y < h; y++)
            png_read_row(reading->png, reading->pixels + y * pitch, NULL);
    for (png_uint_32 y = 0; y < h; y++)
        rows_add(reading->rows, reading->pixels + y * pitch);
}

static void read_rows(struct reading *reading)
{
    png_uint_32 h = png_get_image_height(reading->png, reading->info);

    for (png_uint_32 y = 0; y < h && !rows_are_enough(reading->rows); y++) {
        png_read_row(reading->png, reading->pixels, NULL);
        rows_add(reading->rows, reading->pixels);
    }
    if (!rows_are_enough(reading->rows))
        png_read_end(reading->png, NULL);
}

/* False when it fails. */
static bool read_all(struct reading *reading)
{
    if (setjmp(png_jmpbuf(reading->png)))
        return false;
    png_set_read_fn(reading->png, reading, take_bytes);
    png_read_info(reading->png, reading->info);
    ask_for_pixels(reading);
    int passes = png_set_interlace_handling(reading->png);

    png_read_update_info(reading->png, reading->info);
    size_t row = png_get_rowbytes(reading->png, reading->info), rows = passes > 1 ? png_get_image_height(reading->png, reading->info) : 1;

    ASSERT(row == png_get_image_width(reading->png, reading->info) * (size_t)CHANNELS);
    reading->pixels = calloc(rows, row);
    reading->no_memory = !reading->pixels || !begin(reading);
    if (reading->no_memory)
        return false;
    if (passes > 1)
        read_interlaced(reading, passes);
    else
        read_rows(reading);
    return true;
}

const char *png_read(struct bytes file, struct rows *rows)
{
    struct reading reading = {.left = file, .rows = rows};

    reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, on_error, on_warning);
    reading.info = reading.png ? png_create_info_struct(reading.png) : NULL;
    bool read = reading.info && read_all(&reading);

    reading.no_memory |= !reading.info;
    free(reading.pixels);
    if (reading.png)
        png_destroy_read_struct(&reading.png, &reading.info, NULL);
    if (read)
        return NULL;
    return reading.no_memory ? IMAGE_NO_MEMORY : "it is damaged and cannot be read; export or copy it again";
}
