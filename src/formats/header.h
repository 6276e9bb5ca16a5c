/* What a look at a picture file finds. */
#pragma once

#include "base/base.h"

enum picture_kind { PICTURE_PNG, PICTURE_JPEG, PICTURE_WEBP, PICTURE_AVIF, PICTURE_SVG };

enum {
    PICTURE_FILE_BYTES_MAX = 64 * 1024 * 1024, /* read no more than this of any picture */
    PICTURE_SVG_BYTES_MAX = 2 * 1024 * 1024,
    PICTURE_SVG_ELEMENTS_MAX = 20000,
    PICTURE_PIXELS_MAX = 40 * 1000 * 1000,
};

/* width and height: pixels as stored, before the orientation (1 to 8, EXIF) is applied. Of an SVG only their proportion counts, right to
 * 1/1000: its viewBox's, else that of its width and height in pixels; both 0 if it states neither. */
struct picture_header {
    enum picture_kind kind;
    int width, height, orientation;
    bool print;  /* in printing colours (CMYK); of a JPEG */
    bool opaque; /* a photograph that cannot be transparent */
};

/* Why a file whose end is missing is refused; a beginning alone seems so too. */
extern const char header_damaged[];
/* Takes the size of a photograph; NULL, or why it cannot be shown. */
const char *header_size(struct picture_header *header, uint32_t width, uint32_t height);
