/* PNG files, looked at. */
#pragma once

#include "base/mem.h"
#include "formats/header.h"

bool png_is(struct bytes s);
/* NULL, or why it cannot be shown. whole: the file is all there, and walked to its end; else as far as its pixels. */
const char *png_look(struct bytes s, bool whole, struct picture_header *header);
/* The orientation that stands behind the pixels, in the file's last bytes; 1 if none does. */
int png_tail_orientation(struct bytes tail);
