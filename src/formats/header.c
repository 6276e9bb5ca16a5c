/* The bound of 40 million pixels: what a decoder can hold in the memory that it is given. */
#include "formats/header.h"

const char header_damaged[] = "the picture is damaged or was not copied to its end; copy it again, or save it again as PNG or JPEG";

const char *header_size(struct picture_header *header, uint32_t width, uint32_t height)
{
    if (width == 0 || height == 0)
        return header_damaged;
    if ((uint64_t)width * height > PICTURE_PIXELS_MAX)
        return "the picture has more than 40 million pixels; save it smaller";
    header->width = (int)width;
    header->height = (int)height;
    return NULL;
}
