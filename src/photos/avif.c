/* libavif, found by name when the process has asked for it. It reads the file as formats/avif.h does; turning is ours. */
#include "photos/avif.h"

#include "formats/header.h"

#include <avif/avif.h>
#include <dlfcn.h>
#include <stdlib.h>

enum { CHANNELS = 4, THREADS = 2 };

#define EACH_FUNCTION(DO)                                                                                                                  \
    DO(avifDecoderCreate)                                                                                                                  \
    DO(avifDecoderDestroy)                                                                                                                 \
    DO(avifDecoderSetIOMemory)                                                                                                             \
    DO(avifDecoderParse)                                                                                                                   \
    DO(avifDecoderNextImage)                                                                                                               \
    DO(avifRGBImageSetDefaults)                                                                                                            \
    DO(avifImageYUVToRGB)                                                                                                                  \
    DO(avifColorPrimariesGetValues)

#define DECLARE_FUNCTION(name) __typeof__(&(name)) name;
struct avif_library {
    EACH_FUNCTION(DECLARE_FUNCTION)
};

void avif_open(void)
{
    dlopen(AVIF_LIBRARY, RTLD_NOW | RTLD_GLOBAL);
}

/* False if any of its functions is missing. */
static bool find_library(struct avif_library *library)
{
    bool found = true;

#define FIND_FUNCTION(name)                                                                                                                \
    *(void **)&library->name = dlsym(RTLD_DEFAULT, #name);                                                                                 \
    found = found && library->name;
    EACH_FUNCTION(FIND_FUNCTION)
    return found;
}

bool avif_is_open(void)
{
    struct avif_library library;

    return find_library(&library);
}

/* Wider colours than the screen's are told by numbers, where there is no profile; what is as bright as the sun is taken for paper. */
static void look_at_colours(const struct avif_library *library, const avifImage *image, struct photo_facts *facts, struct rows *rows)
{
    struct colour_facts *colours = &facts->colours;
    float numbers[8];

    colours->ink = image->yuvFormat == AVIF_PIXEL_FORMAT_YUV400 ? INK_GREY : INK_COLOUR;
    if (image->transferCharacteristics == AVIF_TRANSFER_CHARACTERISTICS_SMPTE2084 ||
        image->transferCharacteristics == AVIF_TRANSFER_CHARACTERISTICS_HLG)
        rows_warn(rows, "it is made for very bright screens (HDR), so its colours may be wrong; save it again in sRGB");
    if (image->icc.size > 0) {
        colours->profile = (struct bytes){(const char *)image->icc.data, image->icc.size};
        return;
    }
    if (image->colorPrimaries == AVIF_COLOR_PRIMARIES_BT709 || image->colorPrimaries == AVIF_COLOR_PRIMARIES_UNSPECIFIED)
        return;
    library->avifColorPrimariesGetValues(image->colorPrimaries, numbers); /* red, green, blue, white */
    colours->gamma = 1 / 2.2;
    for (int i = 0; i < 2; i++) {
        colours->red[i] = (double)numbers[i];
        colours->green[i] = (double)numbers[2 + i];
        colours->blue[i] = (double)numbers[4 + i];
        colours->white[i] = (double)numbers[6 + i];
    }
}

/* Blue, green, red, alpha of all of it; the caller frees it. NULL when there is no memory. */
static uint8_t *convert(const struct avif_library *library, const avifImage *image)
{
    avifRGBImage rgb;
    uint8_t *pixels = calloc(image->height, (size_t)image->width * CHANNELS);

    library->avifRGBImageSetDefaults(&rgb, image);
    rgb.format = AVIF_RGB_FORMAT_BGRA;
    rgb.depth = 8;
    rgb.pixels = pixels;
    rgb.rowBytes = image->width * CHANNELS;
    if (pixels && library->avifImageYUVToRGB(image, &rgb) == AVIF_RESULT_OK)
        return pixels;
    free(pixels);
    return NULL;
}

static const char *hand_over(const struct avif_library *library, const avifImage *image, struct rows *rows)
{
    struct photo_facts facts = {
        .size = {(int)image->width, (int)image->height},
        .w = image->width,
        .h = image->height,
        .alpha = image->alphaPlane != NULL,
    };
    uint8_t *pixels = convert(library, image);

    look_at_colours(library, image, &facts, rows);
    bool begun = pixels && rows_begin(rows, &facts);

    for (uint32_t y = 0; begun && y < image->height && !rows_are_enough(rows); y++)
        rows_add(rows, pixels + (size_t)y * image->width * CHANNELS);
    free(pixels);
    return begun ? NULL : IMAGE_NO_MEMORY;
}

static avifResult decode(const struct avif_library *library, avifDecoder *decoder, struct bytes file)
{
    avifResult result = library->avifDecoderSetIOMemory(decoder, (const uint8_t *)file.at, file.size);

    decoder->maxThreads = decoder->codecChoice == AVIF_CODEC_CHOICE_AUTO ? THREADS : 1; /* libgav1's do not stand the fence */
    decoder->ignoreExif = decoder->ignoreXMP = AVIF_TRUE;
    decoder->imageSizeLimit = PICTURE_PIXELS_MAX;
    decoder->strictFlags = AVIF_STRICT_DISABLED; /* cameras leave out what is only good manners */
    if (result == AVIF_RESULT_OK)
        result = library->avifDecoderParse(decoder);
    return result == AVIF_RESULT_OK ? library->avifDecoderNextImage(decoder) : result;
}

/* Debian 12's first choice, dav1d, refuses pictures of more pixels than these, and libaom has no room for them. */
static bool may_be_refused(const avifDecoder *decoder)
{
    const uint64_t most = 35 * 1000 * 1000;

    return decoder->image && (uint64_t)decoder->image->width * decoder->image->height > most;
}

const char *avif_read(struct bytes file, struct rows *rows)
{
    static const avifCodecChoice choices[] = {AVIF_CODEC_CHOICE_AUTO, AVIF_CODEC_CHOICE_LIBGAV1, AVIF_CODEC_CHOICE_AOM};
    const char *why = IMAGE_NO_MEMORY;
    struct avif_library library;
    bool again = find_library(&library);

    for (size_t i = 0; again && i < COUNTOF(choices); i++) {
        avifDecoder *decoder = library.avifDecoderCreate();

        if (!decoder)
            return why;
        decoder->codecChoice = choices[i];
        avifResult result = decode(&library, decoder, file);

        again = result != AVIF_RESULT_OK && may_be_refused(decoder);
        if (result == AVIF_RESULT_OK)
            why = hand_over(&library, decoder->image, rows);
        else if (i == 0 && result != AVIF_RESULT_OUT_OF_MEMORY)
            why = "it is damaged and cannot be read; export or copy it again";
        library.avifDecoderDestroy(decoder);
    }
    return why;
}
