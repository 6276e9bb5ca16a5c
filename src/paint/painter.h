/* The painter: frames in, pixels out. Main thread only. */
#pragma once

#include "layout/draw.h"
#include "fonts/faces.h"
#include "images/images.h"
#include "platform/direct.h"
#include "platform/pool.h"

struct painter;

/* Borrows both. */
struct painter *painter_create(struct faces *faces, struct images *images);
/* What slides is then not copied into the canvas: painter_patches says what is to be shown where. maker: makes surfaces of which the window
 * can show parts; the canvas is one too. Before anything is painted. */
void painter_use_parts(struct painter *painter, const struct pool_maker *maker);
/* NULL is fine. */
void painter_destroy(struct painter *painter);
/* Paints the frame into `canvas`, an XRGB8888 surface of frame.size. While a fade runs, `canvas` must still hold the last frame painted:
 * when the fade's serial changes, it is copied, to fade from. A layer's (0, 0) is the area's top left corner (of a mirrored frame, its top
 * right one). False if a picture was not there yet (its place holds its colour, or another size of it, stretched): call again when
 * images_collect says so. */
bool painter_paint(struct painter *painter, const struct frame *frame, SDL_Surface *canvas);
/* Where the last frame's parts stand, together all of the window; none (count 0): the canvas is the whole picture. Borrowed until the next
 * call. */
const struct patch *painter_patches(const struct painter *painter, int *count);
/* The canvas does not hold any more what was painted on it. */
void painter_forget_canvas(struct painter *painter);
/* Asks the images for what the frame shows, without painting: to have it decoded while the window opens. Once something was painted it also
 * gets the frame's texts ready. True if all pictures are there. */
bool painter_prefetch(struct painter *painter, const struct frame *frame);
/* Paints the page that a movement will show next, so that it begins at once; some milliseconds: call it at rest, when painter_prefetch says
 * that the pictures are there. */
void painter_paint_ahead(struct painter *painter, const struct frame *frame);
