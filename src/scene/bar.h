/* The bar at the foot of the screen, and the question whether anybody is there. */
#pragma once

#include "page/page.h"

/* Whether the exhibit speaks: EAR_OFFERED: to who asks; HEARS, WAITS: to somebody, now or when they want. While somebody listens, the
 * buttons that lead the voice stand in the place of those of time, language, letters and contrast. */
enum ear { EAR_NONE, EAR_OFFERED, EAR_HEARS, EAR_WAITS };

/* place: of the panel that is shown, on the path; -1: before the first; as many as there are: behind the last. previous, next: what the
 * arrows ask for; ACTION_NONE: nothing. hint: how to use what is shown, in the place of the progress; buttons to look closer and farther
 * then take the places of the arrow onwards and of the button to the timeline, and beside them stands `all`, which shows everything. NULL:
 * no hint. lowered: how many parts of the page were brought down; where there are any (style.reach) the last button asks for more. */
struct bar {
    enum ear ear;
    int place, lowered;
    enum action_kind previous, next, all;
    const char *hint;
};

/* Fills style.bar. Returns where the marks of the progress stand (progress/progress.h); empty where a hint does. */
struct rect bar_fill(const struct scene *scene, const struct bar *bar);

/* The button of style.reach alone, on a ground of its own, where the bar has it. */
void bar_put_reach(const struct scene *scene, int lowered, struct rect rect);

/* "Still reading?", and the seconds that are left to say so: in the place of the bar, so that it covers nothing that is read. Any touch
 * answers it. */
void countdown_fill(const struct scene *scene, int seconds);
