/* Little CMS. A profile that says nothing else than sRGB is the rule, and costs nothing; grey is looked up in a table. */
#include "photos/colours.h"

#include <lcms2.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CHANNELS = 4, ALPHA = 3, LEVELS = 256 };

struct colours {
    enum photo_ink ink;
    cmsHTRANSFORM transform; /* NULL: pixels are sRGB, or are made so by plain arithmetic */
    uint8_t greys[LEVELS][CHANNELS];
    bool through_greys;
};

static const char unreadable[] = "its colour profile cannot be read, so its colours may be wrong; save it again in sRGB";
static const char unfit[] = "its colour profile is for another kind of picture, so its colours may be wrong; save it again in sRGB";
static const char guessed[] =
    "it is in printing colours (CMYK) and does not say of which press, so its colours are guessed; save it again in RGB "
    "(sRGB)";

static bool is_print(enum photo_ink ink)
{
    return ink == INK_PRINT || ink == INK_PRINT_INVERTED;
}

/* As the eye takes them, black to black: what Adobe's programs do by default. Alpha stays where it is, for pixels are converted in place:
 * to have the library copy it would cost a fifth more. */
static cmsHTRANSFORM transform_of(cmsHPROFILE from, cmsUInt32Number format)
{
    cmsHPROFILE screen = cmsCreate_sRGBProfile();
    cmsHTRANSFORM transform =
        cmsCreateTransform(from, format, screen, TYPE_BGRA_8, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION);

    cmsCloseProfile(screen);
    return transform;
}

static bool fits(cmsHPROFILE profile, enum photo_ink ink)
{
    switch (cmsGetColorSpace(profile)) {
    case cmsSigRgbData: /* of greys too */
        return ink == INK_COLOUR || ink == INK_GREY;
    case cmsSigGrayData:
        return ink == INK_GREY;
    case cmsSigCmykData:
        return is_print(ink);
    default: /* the library's list is long */
        return false;
    }
}

/* Whether it changes no colour by more than a rounding. */
static bool changes_nothing(cmsHTRANSFORM transform)
{
    enum { STEP = 51, SIDE = 255 / STEP + 1 };
    uint8_t before[SIDE * SIDE * SIDE][CHANNELS], after[SIDE * SIDE * SIDE][CHANNELS];

    for (int i = 0; i < SIDE * SIDE * SIDE; i++) {
        const uint8_t colour[CHANNELS] = {(uint8_t)(i % SIDE * STEP), (uint8_t)(i / SIDE % SIDE * STEP), (uint8_t)(i / SIDE / SIDE * STEP),
                                          255};

        memcpy(before[i], colour, sizeof(colour));
    }
    cmsDoTransform(transform, before, after, SIDE * SIDE * SIDE);
    for (int i = 0; i < SIDE * SIDE * SIDE; i++)
        for (int c = 0; c < ALPHA; c++)
            if (abs(before[i][c] - after[i][c]) > 1)
                return false;
    return true;
}

static void fill_greys(struct colours *colours, cmsHTRANSFORM transform)
{
    uint8_t levels[LEVELS];

    for (int i = 0; i < LEVELS; i++)
        levels[i] = (uint8_t)i;
    cmsDoTransform(transform, levels, colours->greys, LEVELS);
    colours->through_greys = true;
}

static const char *take_profile(struct colours *colours, cmsHPROFILE profile)
{
    if (!fits(profile, colours->ink))
        return unfit;
    bool grey = cmsGetColorSpace(profile) == cmsSigGrayData;
    cmsHTRANSFORM transform = transform_of(profile, grey                                                     ? TYPE_GRAY_8
                                                    : colours->ink == INK_COLOUR || colours->ink == INK_GREY ? TYPE_BGRA_8
                                                    : colours->ink == INK_PRINT                              ? TYPE_CMYK_8
                                                                                                             : TYPE_CMYK_8_REV);

    if (!transform)
        return unreadable;
    if (grey)
        fill_greys(colours, transform);
    else if (is_print(colours->ink) || !changes_nothing(transform))
        colours->transform = transform;
    if (colours->transform != transform)
        cmsDeleteTransform(transform);
    return NULL;
}

static const char *take_gamma(struct colours *colours, const struct colour_facts *facts)
{
    cmsToneCurve *curve = cmsBuildGamma(NULL, 1 / facts->gamma), *curves[] = {curve, curve, curve};
    cmsCIExyY white = {facts->white[0], facts->white[1], 1};
    cmsCIExyYTRIPLE primaries = {
        {facts->red[0], facts->red[1], 1}, {facts->green[0], facts->green[1], 1}, {facts->blue[0], facts->blue[1], 1}};
    cmsHPROFILE profile = curve ? cmsCreateRGBProfile(&white, &primaries, curves) : NULL;
    const char *warning = profile ? take_profile(colours, profile) : unreadable;

    if (profile)
        cmsCloseProfile(profile);
    cmsFreeToneCurve(curve);
    return warning;
}

struct colours *colours_create(const struct colour_facts *facts, const char **warning)
{
    struct colours *colours = calloc(1, sizeof(*colours));
    bool print = is_print(facts->ink);

    if (!colours)
        return NULL;
    colours->ink = facts->ink;
    *warning = facts->profile_broken ? unreadable : NULL;
    if (facts->profile.size > 0) {
        cmsHPROFILE profile = cmsOpenProfileFromMem(facts->profile.at, (cmsUInt32Number)facts->profile.size);

        *warning = profile ? take_profile(colours, profile) : unreadable;
        if (profile)
            cmsCloseProfile(profile);
    } else if (facts->gamma > 0 && !facts->profile_broken) {
        *warning = take_gamma(colours, facts);
    }
    if (print && !colours->transform)
        *warning = guessed;
    return colours;
}

void colours_destroy(struct colours *colours)
{
    if (!colours)
        return;
    if (colours->transform)
        cmsDeleteTransform(colours->transform);
    free(colours);
}

/* What paper would reflect if inks were perfect. */
static void print_on_paper(uint8_t *pixel, bool inverted)
{
    unsigned flip = inverted ? 0 : 255, black = pixel[3] ^ flip;
    uint8_t red = (uint8_t)((pixel[0] ^ flip) * black / 255), blue = (uint8_t)((pixel[2] ^ flip) * black / 255);

    pixel[1] = (uint8_t)((pixel[1] ^ flip) * black / 255);
    pixel[0] = blue;
    pixel[2] = red;
}

void colours_convert(const struct colours *colours, uint8_t *pixels, int count)
{
    bool print = is_print(colours->ink);

    if (colours->transform)
        cmsDoTransform(colours->transform, pixels, pixels, (cmsUInt32Number)count);
    for (int i = 0; colours->through_greys && i < count; i++)
        memcpy(pixels + i * CHANNELS, colours->greys[pixels[i * CHANNELS]], ALPHA);
    for (int i = 0; print && i < count; i++) {
        if (!colours->transform)
            print_on_paper(pixels + i * CHANNELS, colours->ink == INK_PRINT_INVERTED);
        pixels[i * CHANNELS + ALPHA] = 255;
    }
}
