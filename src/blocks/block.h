/* What a block is: something that a panel may carry beside its texts, drawn from data that its curators wrote. To add one: its file with a
 * struct block, a row in blocks.c, and its keys in the schema. */
#pragma once

#include "exhibit/model.h"
#include "page/page.h"

/* The functions are asked only of panels that carry the block. */
struct block {
    enum part part; /* its place in a layout */
    bool (*is_in)(const struct panel *panel);
    /* Where it is written. */
    struct origin (*origin)(const struct panel *panel);
    /* The height at which it is at its best in this width. */
    int (*height)(const struct scene *scene, const struct panel *panel, int width_px);
    /* Whether all of it can be read there; NULL: it can wherever it has nearly that height. */
    bool (*fits)(const struct scene *scene, const struct panel *panel, struct rect rect);
    /* Into how many steps of time it divides, of which it shows scene.step; NULL: none. */
    int (*steps)(const struct panel *panel);
    void (*fill)(const struct scene *scene, const struct panel *panel, struct rect rect);
};
