/* The painter: frames in, pixels out. Main thread only. */
#pragma once

#include "layout/draw.h"
#include "paint/faces.h"
#include "images/images.h"

struct painter;

/* Borrows both. */
struct painter *painter_create(struct faces *faces, struct images *images);
/* NULL is fine. */
void painter_destroy(struct painter *painter);
/* Paints the frame into `canvas`, an XRGB8888 surface of frame.size. While a fade runs, `canvas` must still hold the last frame painted:
 * when the fade's serial changes, it is copied, to fade from. A layer's (0, 0) is the area's top left corner (of a mirrored frame, its top
 * right one). False if a picture was not there yet (its place holds its colour, or another size of it, stretched): call again when
 * images_collect says so. */
bool painter_paint(struct painter *painter, const struct frame *frame, SDL_Surface *canvas);
/* Asks the images for what the frame shows, without painting: to have it decoded while the window opens. Once something was painted it also
 * gets ready what moving to that frame will need, which takes some milliseconds: call it at rest. */
void painter_prefetch(struct painter *painter, const struct frame *frame);
