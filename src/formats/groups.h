/* The groups of a drawing that move by themselves: elements whose ids begin with "layer-" or "move-". They stand directly in the drawing's
 * root, so that what lies below and above them can be drawn without them. All as text. Pure. */
#pragma once

#include "base/mem.h"

enum { GROUPS_MAX = 8, GROUP_ID_BYTES = 40 };

/* BACK, FRONT: layers that follow a turn of the page less and more than the page does; MID, as the page does. */
enum group_kind { GROUP_BACK, GROUP_MID, GROUP_FRONT, GROUP_MOVES, GROUP_UNKNOWN };

/* from, to: its bytes. nested: it stands inside another element, and is drawn as part of that. */
struct group {
    char id[GROUP_ID_BYTES];
    enum group_kind kind;
    size_t from, to;
    int line;
    bool nested;
};

/* In the drawing's order; what comes behind GROUPS_MAX is only counted. from, to: of all that stands in the root. */
struct groups {
    struct group list[GROUPS_MAX];
    int count, found;
    size_t from, to;
};

/* A drawing without any has count 0, as has one whose tags do not match. */
void groups_find(struct bytes file, struct groups *groups);
/* Whether it is ever elsewhere than the rest of the drawing. */
bool group_moves(const struct group *group);
/* Adds to `out` the drawing with nothing to be seen in it but what stands from one offset to the other, both between elements of its root.
 */
void groups_cut(struct bytes file, const struct groups *groups, const size_t part[2], struct buffer *out);
