/* A photograph's rows on their way from its file to the surface: scaled, made sRGB, turned upright, laid on the paper. */
#pragma once

#include "base/geom.h"
#include "images/image.h"
#include "photos/colours.h"
#include "photos/ground_count.h"

#include <SDL.h>

/* What a reader knows before the first row. size: of the rows that it will hand over. w, h: of the whole photograph in their pixels; a
 * reader that shrinks rounds its rows up. alpha: the fourth byte of INK_COLOUR and INK_GREY counts; not multiplied into the others. */
struct photo_facts {
    struct size size;
    double w, h;
    bool alpha;
    struct colour_facts colours; /* borrowed for the call */
};

struct rows;

/* What is asked for, the surface that gets it (XRGB, of the request's size), and how the picture is turned, as in struct picture_header. */
struct rows_setup {
    const struct image_request *request;
    SDL_Surface *surface;
    int orientation;
    struct ground_count *count; /* to be filled in where the picture may be transparent; NULL: not asked for */
};

/* All are borrowed. */
struct rows *rows_create(const struct rows_setup *setup);
/* NULL is fine. */
void rows_destroy(struct rows *rows);
/* Once, before the first row. False when there is no memory. */
bool rows_begin(struct rows *rows, const struct photo_facts *facts);
/* The next row, from the top on, as the colours' ink says; blue, green, red and alpha, or the inks of a print, a byte each. */
void rows_add(struct rows *rows, const uint8_t *row);
/* What is left of the file is not shown; a picture shown whole is read to its end nevertheless, so that damage is found. */
bool rows_are_enough(const struct rows *rows);
/* Draws what was added onto the surface. */
void rows_put(const struct rows *rows);
/* A reader's word for a curator (static text); what rows_begin has to say of the colours counts more. */
void rows_warn(struct rows *rows, const char *what);
/* What a curator should know; NULL for nothing. Static text. */
const char *rows_warning(const struct rows *rows);
