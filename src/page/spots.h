/* Spots: what of a panel's block (bars of a chart, places of a map) answers to a finger near it. The one that is chosen is told of. */
#pragma once

#include "page/page.h"

/* The block answers to fingers in this place, and the keyboard's focus can stand on it. Before its spots. */
void spots_begin(const struct scene *scene, struct rect area);
/* Beyond PAGE_SPOTS_MAX none is taken. */
void spots_add(const struct scene *scene, struct spot spot);
/* The spot that is nearest to the point; kind: only of those with such an action, ACTION_NONE for any. NULL if none is within reach_px. */
const struct spot *spots_near(const struct page *page, struct point at, enum action_kind kind, int reach_px);
/* What the spot asks for there: of a field, what its nearest cell does. */
struct action spots_action(const struct spot *spot, struct point at);
/* The highest argument of ACTION_CHOOSE on the page; 0 where nothing can be chosen. */
int spots_last(const struct page *page);
