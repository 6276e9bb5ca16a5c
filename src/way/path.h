/* The panels that a visitor walks along, one after the other. Places count them from 0. Pure. */
#pragma once

#include "exhibit/model.h"

struct path {
    const struct exhibit *exhibit;
};

int path_length(struct path path);
/* The panel at a place, an index in exhibit.panels. */
int path_panel(struct path path, int place);
/* The first place behind this one whose panel stands behind no notice; path_length if there is none. */
int path_skip(struct path path, int place);
