/* Words over a picture that fills the screen: each line on a strip of the slab's colour, which comes from an edge. */
#pragma once

#include "film/poster_type.h"

/* words: where the letters stand. behind: the strips come from where lines end, not from where they begin. focus: of the picture
 * (draw_picture's). */
struct poster_over {
    struct poster_type type;
    struct rect words;
    bool behind;
    struct point focus;
};

/* Finds the place for the words, and with it what of the picture is seen, so that nothing is cut or covered that must be seen of it. False
 * where that cannot be, or where a picture says nothing of it and would lose too much. */
bool poster_over_plan(const struct scene *scene, const struct poster *poster, struct rect place, struct poster_over *over);
void poster_over_put_picture(const struct scene *scene, const struct poster *poster, struct rect place, const struct poster_over *over);
void poster_over_put_words(const struct scene *scene, const struct poster *poster, struct rect place, const struct poster_over *over);
