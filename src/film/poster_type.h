/* What stands on a poster, and how its words are set: as large as there is room for, in even lines. */
#pragma once

#include "page/passage.h"

/* text: never NULL. small: below the text, "" for none. slab: what the words stand on. */
struct poster {
    const struct picture *picture;
    const char *text, *small;
    struct colour slab;
};

/* text: the poster's. least_px: type should not be smaller. set: in the scene's arena, of the last `poster_type_set`. */
struct poster_type {
    const char *text;
    int least_px;
    struct passage passage;
    const struct paragraph *set;
};

/* The tallest capitals that posters on this screen may be asked for. */
double poster_type_most_mm(const struct style *style);
/* The size of type in this language whose capitals have the theme's poster_mm on this screen, or poster_type_most_mm where that is less. */
int poster_type_least_px(const struct scene *scene);
struct poster_type poster_type_of(const struct scene *scene, const struct poster *poster);
/* The largest type, up to `largest` times the least, in which the lines are even, no word is broken and all stands in the room; false if
 * that is smaller than the least. */
bool poster_type_set(const struct scene *scene, struct poster_type *type, struct size room, float largest);
