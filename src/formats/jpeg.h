/* JPEG files, looked at. */
#pragma once

#include "base/mem.h"
#include "formats/header.h"

bool jpeg_is(struct bytes s);
/* NULL, or why it cannot be shown. whole: the file is all there, and walked to its end; else as far as its pixels. */
const char *jpeg_look(struct bytes s, bool whole, struct picture_header *header);

/* Of a file that jpeg_look has found sound. adobe: written by the conventions of Adobe's programs, whose printing colours are inverted.
 * profile: ICC's, put together; empty if it has none, or not all of it. profile_broken: it has one, of which parts are missing. */
struct jpeg_colours {
    bool adobe, profile_broken;
    struct buffer profile;
};

/* The caller finishes the profile. */
void jpeg_look_at_colours(struct bytes s, struct jpeg_colours *colours);
