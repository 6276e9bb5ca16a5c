/* AVIF files, looked at: still pictures of the video format AV1. */
#pragma once

#include "base/mem.h"
#include "formats/header.h"

bool avif_is(struct bytes s);
/* NULL, or why it cannot be shown. whole: the file is all there, and walked to its end; else as far as what is said of its pixels. */
const char *avif_look(struct bytes s, bool whole, struct picture_header *header);
