/* Lenses: what lies behind a page, drawn over it. Pure. */
#pragma once

#include "desk/view.h"

/* The areas of a panel's layout; what answers to fingers, with its size; how high its letters are where visitors stand. */
enum lens { LENS_AREAS = 1, LENS_TARGETS = 2, LENS_LETTERS = 4 };

/* page: that which is looked at, filled. Draws on the scene's own page. lenses: enum lens, a bit each. */
void lens_draw(unsigned lenses, const struct scene *page, const struct desk_view *view, const struct scene *scene);
