/* A look at a picture file before anybody decodes it: what it is, how large, and whether it is safe. Pure, but for picture_glance. */
#pragma once

#include "base/geom.h"
#include "base/mem.h"
#include "formats/header.h"

/* NULL when the picture may be decoded; else what is wrong and what to do, in words for a curator (static text). */
const char *picture_look(struct bytes picture, struct picture_header *header);
/* The same of an open file, of whose beginning no more is read than it takes to know the size: what is wrong behind it is not seen. 0 x 0
 * if the size does not come within the first megabyte. */
const char *picture_glance(int fd, struct picture_header *header);
/* Width over height of the picture once its orientation is applied; 0 if it is not known. */
double picture_aspect(const struct picture_header *header);
/* Its pixels once its orientation is applied; 0 x 0 for a drawing, and where they are not known. */
struct size picture_pixels(const struct picture_header *header);
