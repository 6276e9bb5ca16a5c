/* What is wrong with a filled page to the eye: things that stand over one another, words that leave their page or their key. Pure. */
#pragma once

#include "page/page.h"

enum flaw_kind {
    FLAW_WORDS,   /* words on words, or on an icon */
    FLAW_COVERED, /* something is painted over words */
    FLAW_OUTSIDE, /* words leave the bounds */
    FLAW_KEY,     /* words stand half inside a thing to touch */
    FLAW_TARGETS  /* two things to touch share a place */
};

/* what, with: the beginning of the words (or the icon's file) concerned, in the scene's arena; with: NULL where there is no second thing.
 */
struct flaw {
    enum flaw_kind kind;
    const char *what, *with;
    struct rect rect; /* where */
};

/* Of words or an icon. */
const char *flaws_name(struct arena *arena, const struct draw_command *command);
/* The first `most` of them; returns how many. bounds: where the page's words may stand. */
int flaws_find(const struct scene *scene, struct rect bounds, struct flaw *flaws, int most);
