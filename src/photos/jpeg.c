/* libjpeg-turbo, not SDL_image, which neither decodes to a smaller size nor tells that half of a photograph is missing. */
#include "photos/jpeg.h"

#include "formats/jpeg.h"

#include <string.h>
#include <turbojpeg.h>

/* EIGHTH: as a power of two. SMALL_PIXELS: fewer are decoded so fast that the loss of sharpness at edges gains nothing. */
enum { EIGHTH = 3, SMALL_PIXELS = 1000 * 1000 };

static int scaled(int length, int power)
{
    return (length + (1 << power) - 1) >> power; /* as libjpeg rounds */
}

static int power_for(struct size photo, struct size least)
{
    int power = (int64_t)photo.w * photo.h < SMALL_PIXELS ? 0 : EIGHTH;

    while (power > 0 && (scaled(photo.w, power) < least.w || scaled(photo.h, power) < least.h))
        power--;
    return power;
}

/* Some warnings are of bytes that nobody misses; these are of pixels that are not there. */
static bool is_cut_short(const char *warning)
{
    return strstr(warning, "remature end") != NULL;
}

/* As of tjDecompressHeader3. */
struct coded {
    struct size size;
    int sampling, colours;
};

static bool is_print(const struct coded *coded)
{
    return coded->colours == TJCS_CMYK || coded->colours == TJCS_YCCK;
}

static const char *decode(tjhandle handle, struct bytes file, const struct coded *coded, SDL_Surface *surface)
{
    const unsigned char *bytes = (const unsigned char *)file.at;
    int format = is_print(coded) ? TJPF_CMYK : TJPF_BGRA;

    if (tjDecompress2(handle, bytes, file.size, surface->pixels, surface->w, surface->pitch, surface->h, format, 0) == 0)
        return NULL;
    if (tjGetErrorCode(handle) == TJERR_WARNING && !is_cut_short(tjGetErrorStr2(handle)))
        return NULL;
    return "it is damaged, or was not copied to its end; export or copy it again";
}

static bool begin(struct bytes file, const struct coded *coded, int power, struct rows *rows)
{
    struct photo_facts facts = {
        .size = {scaled(coded->size.w, power), scaled(coded->size.h, power)},
        .w = coded->size.w / (double)(1 << power),
        .h = coded->size.h / (double)(1 << power),
    };
    struct jpeg_colours colours;

    jpeg_look_at_colours(file, &colours);
    facts.colours.ink = coded->colours == TJCS_GRAY ? INK_GREY
                        : !is_print(coded)          ? INK_COLOUR
                        : colours.adobe             ? INK_PRINT_INVERTED
                                                    : INK_PRINT;
    facts.colours.profile = (struct bytes){colours.profile.bytes, colours.profile.length};
    facts.colours.profile_broken = colours.profile_broken;
    bool begun = rows_begin(rows, &facts);

    buffer_finish(&colours.profile);
    return begun;
}

static const char *read(tjhandle handle, struct bytes file, struct size least, struct rows *rows)
{
    struct coded coded;

    if (tjDecompressHeader3(handle, (const unsigned char *)file.at, file.size, &coded.size.w, &coded.size.h, &coded.sampling,
                            &coded.colours))
        return "it is damaged and cannot be read; export or copy it again";
    int power = power_for(coded.size, least);
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, scaled(coded.size.w, power), scaled(coded.size.h, power), 32, SDL_PIXELFORMAT_BGRA32);
    const char *why = surface && begin(file, &coded, power, rows) ? decode(handle, file, &coded, surface) : IMAGE_NO_MEMORY;

    for (int y = 0; !why && y < surface->h && !rows_are_enough(rows); y++)
        rows_add(rows, (const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch);
    SDL_FreeSurface(surface);
    return why;
}

const char *jpeg_read(struct bytes file, struct size least, struct rows *rows)
{
    tjhandle handle = tjInitDecompress();
    const char *why = handle ? read(handle, file, least, rows) : IMAGE_NO_MEMORY;

    if (handle)
        tjDestroy(handle);
    return why;
}
