/* A panel of the exhibit. */
#pragma once

#include "scene/scene.h"

/* How well a panel stands. body_percent: of the theme's size; scrolls: even so its body is too long; plain: without its picture; headline:
 * which is taller than the body; crowded: its chart or map is taller than both; broken_word: a word of the headline is longer than a line;
 * overflows: it leaves no room for what stands below. block: of its chart or map. */
struct panel_fit {
    int body_percent;
    bool scrolls, plain, headline, crowded, broken_word, overflows;
    struct rect block;
};

/* Of panel scene.item. */
struct panel_fit panel_fit(const struct scene *scene);
