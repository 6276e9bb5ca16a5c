/* A look at a picture file before anybody decodes it: what it is, how large, and whether it is safe. Pure, but for picture_glance. */
#pragma once

#include "base/mem.h"

enum picture_kind { PICTURE_PNG, PICTURE_JPEG, PICTURE_SVG };

enum {
    PICTURE_FILE_BYTES_MAX = 64 * 1024 * 1024, /* read no more than this of any picture */
    PICTURE_SVG_BYTES_MAX = 2 * 1024 * 1024,
    PICTURE_SVG_ELEMENTS_MAX = 20000,
    PICTURE_PIXELS_MAX = 40 * 1000 * 1000,
};

/* width and height: pixels as stored, before the orientation (1 to 8, EXIF; 1 for PNG) is applied. Of an SVG only their proportion counts,
 * right to 1/1000: its viewBox's, else that of its width and height in pixels; both 0 if it states neither. */
struct picture_header {
    enum picture_kind kind;
    int width, height, orientation;
};

/* NULL when the picture may be decoded; else what is wrong and what to do, in words for a curator (static text). */
const char *picture_look(struct bytes picture, struct picture_header *header);
/* The same of an open file, of whose beginning no more is read than it takes to know the size: what is wrong behind it is not seen. 0 x 0
 * if the size does not come within the first megabyte. */
const char *picture_glance(int fd, struct picture_header *header);
/* Width over height of the picture once its orientation is applied; 0 if it is not known. */
double picture_aspect(const struct picture_header *header);
