/* Painting of one draw list onto a surface. The only code that paints commands. */
#pragma once

#include "images/images.h"
#include "layout/draw.h"
#include "pictures/living.h"
#include "fonts/faces.h"

/* The list is moved by (x, y), then mirrored on a width of mirror_px (0: not at all), and cut to `limit`. screen: the size of the whole
 * screen, at which large pictures are decoded. Without a surface the list only asks for its pictures. */
struct pass {
    struct faces *faces;
    struct images *images;
    SDL_Surface *surface;
    struct size screen;
    struct rect limit;
    int x, y, mirror_px;
    struct living_state living; /* of the page, as it moves on the screen */
    /* As it goes on: what DRAW_CLIP left of the limit, and how many pictures were not there. */
    struct rect clip;
    int missing;
};

/* Borrowed. */
struct pass_tools {
    struct faces *faces;
    struct images *images;
};

/* Over all of the frame; over a page that has a surface of its own; over the page at its place on the canvas. surface: NULL, or where to.
 */
struct pass pass_over(const struct pass_tools *tools, const struct frame *frame, SDL_Surface *surface);
struct pass pass_over_page(const struct pass_tools *tools, const struct frame *frame, SDL_Surface *surface);
struct pass pass_over_area(const struct pass_tools *tools, const struct frame *frame, SDL_Surface *surface);
/* Paints the list; the surface's clip is all of it afterwards. Returns how many of its pictures are not there yet: in their place stands
 * their colour, or what there is of them. */
int pass_paint(struct pass pass, const struct draw_list *list);
/* Paints anew what of its pictures may have moved where the page is in that state, now as the pass says, and what lies above them. Returns
 * the same, of what was painted. */
int pass_paint_living(struct pass pass, const struct draw_list *list, struct living_state moved);
/* Asks for the list's pictures ahead of time and, if `texts`, draws its texts into the cache. Of the pass only faces, images and screen are
 * used. True if all pictures are there. */
bool pass_prefetch(const struct pass *pass, const struct draw_list *list, bool texts);
