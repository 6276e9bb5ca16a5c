/* What on a filled page stands in the way of something else, or over the edge of its place. Pure. */
#pragma once

#include "page/page.h"

enum overlap_kind {
    OVERLAP_WORDS,   /* words on words, or on an icon */
    OVERLAP_COVERED, /* something is painted over words */
    OVERLAP_OUTSIDE, /* words leave the bounds */
    OVERLAP_BUTTON,  /* words stand half inside a target */
    OVERLAP_TARGETS  /* two targets share a place */
};

/* what, with: the beginning of the words (or the icon's file) concerned, in the scene's arena; "" of targets, which have no name. with:
 * NULL where there is no second thing. */
struct overlap {
    enum overlap_kind kind;
    const char *what, *with;
    struct rect rect; /* where */
};

/* Of words or an icon. */
const char *overlap_name(struct arena *arena, const struct draw_command *command);
/* Where the letters of a text are: from the height of capitals to half of their descent. */
struct rect overlap_ink(const struct scene *scene, const struct draw_command *command);
/* The first `most` of them; returns how many. bounds: where the page's words may stand. Of the scene only style, measure, arena and page
 * are used. */
int overlap_find(const struct scene *scene, struct rect bounds, struct overlap *overlaps, int most);
