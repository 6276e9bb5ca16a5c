/* A poster: one picture and a few words that are read from four metres. */
#pragma once

#include "page/passage.h"

/* What stands on one. text: never NULL. small: below the text, "" for none. slab: what the words stand on. */
struct poster {
    const struct picture *picture;
    const char *text, *small;
    struct colour slab;
};

/* The tallest capitals that posters on this screen may be asked for. */
double poster_most_mm(const struct style *style);
/* The size of type in this language whose capitals have the theme's poster_mm on this screen, or poster_most_mm where
 * that is less. */
int poster_least_px(const struct scene *scene);
/* The size that the words have in that place: the largest in which they fit, which is less than poster_least_px where they are too many or
 * too long. */
int poster_size_px(const struct scene *scene, const struct poster *poster, struct rect place);
/* Fills the place. */
void poster_put(const struct scene *scene, const struct poster *poster, struct rect place);
