/* The page that proofs are looked through on, and approved: every scene with its pictures, its words, its findings. Pure. */
#pragma once

#include "gallery/document.h"
#include "gallery/leaf.h"

/* gone: names of pictures that were there before, and are not any more; those too are files beside the page. */
struct gallery_index {
    const struct exhibit *exhibit;
    const struct leaf *leaves;
    int leaf_count;
    const struct findings *findings; /* sorted */
    const struct size *screens;      /* that the pictures are of */
    int screen_count;
    bool compared; /* with others */
    const char *const *gone;
    int gone_count;
};

void index_write(struct buffer *out, const struct gallery_index *index);
