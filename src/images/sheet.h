/* The slices of a drawing that moves, beside one another in the memory of one surface: first what lies below them, then all else, each cut
 * to its ink, from the back to the front. The decoder process writes a sheet, so what it says is looked at before anybody believes it. */
#pragma once

#include "base/geom.h"
#include "formats/groups.h"

#include <SDL.h>

enum { SHEET_SLICES_MAX = 2 * GROUPS_MAX + 2, SHEET_HEIGHTS = 3 /* of the picture: what a sheet has room for */ };

/* Premultiplied ARGB, rows without gaps. box: where it is drawn, in pixels of the picture as it was asked for; it may lie beyond its edges.
 * at: its first byte. */
struct sheet_slice {
    struct rect box;
    uint32_t at;
    enum group_kind kind;
    char group[GROUP_ID_BYTES];
};

/* whole: where all of the drawing lies, in the same pixels. used: bytes, this struct's own included. The first slice is opaque: what is
 * there where groups are away. */
struct sheet {
    uint32_t count, used;
    struct {
        float x, y, w, h;
    } whole;
    struct sheet_slice list[SHEET_SLICES_MAX];
};

/* A surface no larger than it must be, with a copy of the sheet that a decoder has left in that memory; NULL: it is not sound. */
SDL_Surface *sheet_take(const SDL_Surface *memory);
/* Of a surface that sheet_take made. */
const struct sheet *sheet_of(const SDL_Surface *surface);
const uint32_t *sheet_pixels(const struct sheet *sheet, const struct sheet_slice *slice);
