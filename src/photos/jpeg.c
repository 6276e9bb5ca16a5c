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

/* libjpeg goes on after these, without pixels that should be there. Its other warnings may be of bytes that nobody misses. */
static bool is_of_pixels(const char *warning)
{
    return strstr(warning, "remature end") || strstr(warning, "bad Huffman") || strstr(warning, "instead of RST");
}

/* A file as of tjDecompressHeader3. */
struct coded {
    tjhandle handle;
    struct bytes file;
    struct size size;
    int sampling, colours;
};

static bool is_print(const struct coded *coded)
{
    return coded->colours == TJCS_CMYK || coded->colours == TJCS_YCCK;
}

/* The first warning tells most, so it stops there, and begins again if that is of little weight. */
static const char *decode(const struct coded *coded, SDL_Surface *surface, struct rows *rows)
{
    static const int flags[] = {TJFLAG_STOPONWARNING, 0};
    const unsigned char *bytes = (const unsigned char *)coded->file.at;
    tjhandle handle = coded->handle;
    int format = is_print(coded) ? TJPF_CMYK : TJPF_BGRA;

    for (size_t i = 0; i < COUNTOF(flags); i++) {
        if (tjDecompress2(handle, bytes, coded->file.size, surface->pixels, surface->w, surface->pitch, surface->h, format, flags[i]) == 0)
            return NULL;
        if (tjGetErrorCode(handle) != TJERR_WARNING || is_of_pixels(tjGetErrorStr2(handle)))
            return "it is damaged, or was not copied to its end; export or copy it again";
    }
    rows_warn(rows, "its file is not quite in order; look whether all of it is shown, or export it again");
    return NULL;
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

static const char *decompress(tjhandle handle, struct bytes file, struct size least, struct rows *rows)
{
    struct coded coded = {.handle = handle, .file = file};

    if (tjDecompressHeader3(handle, (const unsigned char *)file.at, file.size, &coded.size.w, &coded.size.h, &coded.sampling,
                            &coded.colours))
        return "it is damaged and cannot be read; export or copy it again";
    int power = power_for(coded.size, least);
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, scaled(coded.size.w, power), scaled(coded.size.h, power), 32, SDL_PIXELFORMAT_BGRA32);
    const char *why = surface && begin(file, &coded, power, rows) ? decode(&coded, surface, rows) : IMAGE_NO_MEMORY;

    for (int y = 0; !why && y < surface->h && !rows_are_enough(rows); y++)
        rows_add(rows, (const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch);
    SDL_FreeSurface(surface);
    return why;
}

const char *jpeg_read(struct bytes file, struct size least, struct rows *rows)
{
    tjhandle handle = tjInitDecompress();
    const char *why = handle ? decompress(handle, file, least, rows) : IMAGE_NO_MEMORY;

    if (handle)
        tjDestroy(handle);
    return why;
}
