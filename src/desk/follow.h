/* Following: which scene shows what was changed in a file, in which language. Pure. */
#pragma once

#include "scene/scene.h"

/* text: of the file that the place is in; NULL: it is no text, as a picture. before: the exhibit as it was; NULL: there was none. A panel
 * that has come to it since, alone, is what to look at, whatever file brought it in. */
struct follow_setup {
    const struct exhibit *exhibit;
    struct origin place;
    const char *text;
    const struct exhibit *before;
};

/* scene.ops NULL: none in particular, so the present one stays. language: an index; -1: as it is. notice: it is what stands before the
 * scene that was changed. */
struct followed {
    struct scene_ref scene;
    int language;
    bool notice;
};

struct followed follow_change(const struct follow_setup *setup, struct scene_ref shown);
/* The key of the file's first column that the line belongs to, in the arena; NULL if there is none, or the file cannot be read. */
const char *follow_key(struct arena *arena, const char *text, int line);
