/* A label: one line that is never broken, as names, numbers and what stands on a button. */
#pragma once

#include "layout/paragraph.h"
#include "page/page.h"

struct label {
    struct type type;
    struct colour colour;
    const char *text;
    enum align align;
};

/* Its capitals stand in the middle of the box's height. Returns the label's width, which may be more than the box's. */
int label_put(const struct scene *scene, const struct label *label, struct rect box);
int label_width(const struct scene *scene, struct type type, const char *text);
/* The label's type in the largest size, from its own down to least_px, in which it is no wider than width_px; least_px if none is. */
struct type label_shrunk(const struct scene *scene, const struct label *label, int width_px, int least_px);
