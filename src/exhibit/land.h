/* The ground of maps: what a file of assets/maps says of the pictures beside it. Lambert's azimuthal equal-area projection about the land's
 * middle, x to the right, y down; assets/maps/make.py, which writes these files, has the same formulas. Pure. */
#pragma once

#include "exhibit/model.h"

enum { LAND_AREAS_MAX = 200, LAND_LAYERS_MAX = 12 };

/* Degrees; south and west are negative. */
struct place {
    double latitude, longitude;
};

/* Rings of points in the land's units, one behind the other; ends: of each ring, the index behind its last point. What lies within an odd
 * number of rings is inside. */
struct outline {
    struct point *points;
    int *ends;
    int ring_count;
};

/* The side of the map on which a label stands; NEARER: the one that its anchor is nearer to. */
enum land_side { LAND_NEARER, LAND_LEFT, LAND_RIGHT };

/* A country, a district, ...: its picture is assets/maps/LAND/ID.svg. at: where its label's line leads. box: of its picture. */
struct land_area {
    const char *id;
    struct place at;
    enum land_side side;
    struct outline shape;
    struct rect box;
    struct origin origin;
};

/* A picture over all of the land, in one colour: assets/maps/LAND/ID.svg. */
struct land_layer {
    const char *id;
    struct tint colour;
    struct origin origin;
};

/* name: of its file, assets/maps/NAME.yaml. units: of a radius of the Earth. layers: from the bottom to the top, above the areas. */
struct land {
    const char *name, *source;
    struct place middle;
    double units;
    struct rect box;
    struct land_area *areas;
    int area_count;
    struct land_layer *layers;
    int layer_count;
};

/* Where a place stands in the land's units. */
struct point land_point(const struct land *land, struct place place);
/* Whether it stands on the map. */
bool land_has(const struct land *land, struct place place);
/* Index of the area of that id; -1 if there is none. */
int land_area_named(const struct land *land, const char *id);
/* How far the point is from the outline, in units; 0 inside. */
double outline_distance(const struct outline *outline, struct point point);
/* The smallest box of whole units that holds the outline; empty if it has no points. */
struct rect outline_box(const struct outline *outline);
