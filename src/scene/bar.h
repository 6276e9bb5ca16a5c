/* The bar at the foot of the screen, and the question whether anybody is there. */
#pragma once

#include "page/page.h"

/* panel: how far one has come, an index in exhibit.panels; -1: before the first. previous, next: where its arrows lead; ACTION_NONE:
 * nowhere. hint: in the place of the progress, and of the arrow onwards, how to use what is shown, with buttons to look closer; NULL: none.
 */
struct bar {
    int panel;
    enum action_kind previous, next;
    const char *hint;
};

/* Fills style.bar. */
void bar_fill(const struct scene *scene, const struct bar *bar);

/* "Still reading?", and the seconds that are left to say so; above everything else. */
void countdown_fill(const struct scene *scene, int seconds);
