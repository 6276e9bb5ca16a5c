/* The buttons at a map's foot, one a step. */
#pragma once

#include "exhibit/blocks.h"
#include "page/page.h"

/* texts: of each step, in order. chosen: the step that the map shows. */
struct map_buttons {
    const char *texts[MAP_STEPS_MAX];
    int count, chosen;
    struct type type;
};

/* The height of as many rows as the buttons need; 0 for less than two steps, which need no buttons. */
int map_buttons_height(const struct scene *scene, const struct map_buttons *buttons, int width_px);
/* Draws them from the top of rect, each a target with ACTION_STEP; a finger that slides along them goes through the years. */
void map_buttons_put(const struct scene *scene, const struct map_buttons *buttons, struct rect rect);
