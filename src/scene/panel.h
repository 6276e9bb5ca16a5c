/* A panel of the exhibit. */
#pragma once

#include "base/plan.h"
#include "scene/scene.h"

/* How well a panel has room. body_percent: size of its body's type, of the usual one; scrolls: even so its body is too long; plain: its
 * picture is left out; headline: the headline is taller than the body; crowded: the chart or map is taller than both; broken_word: a word
 * of the headline is longer than a line; overflows: the headline leaves no room for what stands below. uncaptioned: there is
 * no room for what is said beneath its picture. block: where the chart or map stands. */
struct panel_fit {
    int body_percent;
    bool scrolls, plain, headline, crowded, broken_word, overflows, uncaptioned;
    struct rect block;
};

/* Of panel scene.item. */
struct panel_fit panel_fit(const struct scene *scene);
/* Where its parts stand; empty for those that have no place. */
void panel_places(const struct scene *scene, struct rect rects[PART_COUNT]);
