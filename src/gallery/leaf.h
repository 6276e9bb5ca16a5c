/* A scene in one language, as it is looked through and approved: its pictures, and the words that stand beside them. Pure. */
#pragma once

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
enum { LEAF_SCREENS_MAX = 4, LEAF_SHOTS_MAX = LEAF_SCREENS_MAX * (TEXT_LARGEST + 1) };

/* name: what its reviews are kept under. scene: ops NULL for the countdown. words: a number (leaf_words). reworded: it was another before.
 */
struct leaf {
    const char *name;
    struct scene_ref scene;
    bool notice;
    int language;
    struct shot shots[LEAF_SHOTS_MAX];
    int shot_count;
    uint64_t words;
    bool reworded;
};

/* Which excerpts of its topic stand beside it, a bit a kind (gallery/excerpts.h). */
unsigned leaf_excerpts(const struct leaf *leaf);
/* What the exhibit says beside its pictures, as a number: the exhibit's words alone, so that no word of the program's own changes it. */
uint64_t leaf_words(const struct exhibit *exhibit, const struct leaf *leaf);
