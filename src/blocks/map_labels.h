/* Labels that stand in a column beside a map, each with a line to its place. */
#pragma once

#include "page/page.h"

enum { MAP_LABELS_MAX = 64 };

/* name and years: two lines; either may be empty. anchor: the point on the screen that its line leads to. before: it stands before the
 * map as one reads, else behind it. hidden: it keeps its place but is not drawn, since only a later step shows it. pale: something else
 * is chosen. */
struct map_label {
    const char *name, *years;
    struct point anchor;
    bool before, hidden, pale;
    int item;          /* that it chooses (blocks/map_touch.h); 0: none */
    int top_px;        /* filled in by map_labels_place */
    struct rect place; /* filled in by map_inland_place */
};

struct map_labels {
    struct map_label list[MAP_LABELS_MAX];
    int count;
    struct type name, years;
};

/* A label without text is not taken, and none beyond MAP_LABELS_MAX. */
void map_labels_add(struct map_labels *labels, struct map_label label);
/* The width of the widest label of one side; 0 if there is none. */
int map_labels_width(const struct scene *scene, const struct map_labels *labels, bool before);
/* The height that all labels of one side take. */
int map_labels_height(const struct scene *scene, const struct map_labels *labels, bool before);
/* Gives the labels of one side their places from top to bottom, near their anchors and apart from each other. What has
 * no room there is taken out, the last added first. */
void map_labels_place(const struct scene *scene, struct map_labels *labels, bool before, struct rect column);
/* Ink, or what is paler. */
struct colour map_labels_colour(const struct scene *scene, const struct map_label *label);
/* Draws those of one side: at the column's edge that is next to the map. */
void map_labels_put(const struct scene *scene, const struct map_labels *labels, bool before, struct rect column);
