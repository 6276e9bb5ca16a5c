/* The panels that a visitor walks along, one after the other: all of the exhibit in reading order, or those of a route. Places count them
 * from 0. Pure. */
#pragma once

#include "exhibit/model.h"

/* route: NULL: all panels. */
struct path {
    const struct exhibit *exhibit;
    const struct route *route;
};

int path_length(struct path path);
/* The panel at a place, an index in exhibit.panels. */
int path_panel(struct path path, int place);
/* The place of a panel; -1 if the path does not lead there. */
int path_place(struct path path, int panel);
/* The first place behind this one whose panel stands behind no notice; path_length if there is none. */
int path_skip(struct path path, int place);
