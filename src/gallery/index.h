/* The page that proofs are looked through on, and approved: every scene with its pictures, its words, its findings. Pure. */
#pragma once

#include "gallery/document.h"
#include "scene/scene.h"

/* CHANGED: another picture than the one in `before`; NEW: there was none. PLAIN: nobody asked what was there before. */
enum shot_state { SHOT_PLAIN, SHOT_CHANGED, SHOT_NEW };

/* A picture of a scene. before: of the same, as it was; NULL: none. Both are files beside the page. text: the size of text, a level of
 * SETTING_TEXT. screen: an index in those of the page. changed: since the page was written last.
 */
struct shot {
    const char *file, *before;
    uint64_t fingerprint;
    enum shot_state state;
    int text, screen;
    bool changed;
};

/* Each size of text on each of so many screens. */
enum { INDEX_SCREENS_MAX = 4, LEAF_SHOTS_MAX = INDEX_SCREENS_MAX * (TEXT_LARGEST + 1) };

/* A scene in one language. name: what its reviews are kept under. scene: ops NULL for the countdown. */
struct leaf {
    const char *name;
    struct scene_ref scene;
    bool notice;
    int language;
    struct shot shots[LEAF_SHOTS_MAX];
    int shot_count;
};

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
