/* WebP files, looked at. */
#pragma once

#include "base/mem.h"
#include "formats/header.h"

bool webp_is(struct bytes s);
/* NULL, or why it cannot be shown. whole: the file is all there, and walked to its end; else as far as its size: its orientation may stand
 * behind its pixels, see webp_step. */
const char *webp_look(struct bytes s, bool whole, struct picture_header *header);
/* The data of the first chunk of that name (four letters); empty if there is none. */
struct bytes webp_chunk(struct bytes s, const char *name);
/* The file's chunk from its head's eight bytes on: of how many bytes of data it says it is, and where the next one begins. */
struct webp_step {
    bool exif;
    uint32_t data;
    size_t next;
};

enum { WEBP_FIRST_CHUNK = 12, WEBP_CHUNK_HEAD = 8 };

struct webp_step webp_step(struct bytes head, size_t at);
