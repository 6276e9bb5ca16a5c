/* Bars: what of a page grows once, when it first rests before a visitor. Until then (scene.bare) their places are empty. */
#pragma once

#include "page/page.h"

/* A bar was drawn in this place. Beyond PAGE_BARS_MAX none is taken. */
void bars_add(const struct scene *scene, struct bar_place place);
/* What hides the part that has not grown yet; grown: from 0 to 1. */
struct rect bars_cover(const struct bar_place *place, float grown);
