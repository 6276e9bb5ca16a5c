/* The pager: pages side by side that a finger slides, home first, then every panel; and how far the one that is shown is scrolled. */
#pragma once

#include "base/tween.h"
#include "scene/scene.h"

enum { PAGER_HOME = 0, PAGER_PANELS = 1 };

struct pager {
    struct tween at;     /* unit: pages */
    struct tween scroll; /* unit: pixels; of scrolled_page, other pages stand at 0 */
    int scrolled_page;
    int bound_page; /* where a finger was bound for, behind a notice that it has taken hold of; PAGER_HOME: the page that is shown */
    int stepped_page, map_step; /* the page whose map shows another year than its last; PAGER_HOME: none does */
};

/* At home, at rest. */
void pager_reset(struct pager *pager);
/* The page that is shown or bound for. */
int pager_page(const struct pager *pager);
/* Whose scroll is asked for from now on: another page begins at its top. */
struct tween *pager_scroll(struct pager *pager);
int pager_scroll_px(const struct pager *pager, int page, int64_t now_ms);
/* The step of the map on this page; -1: its last. */
int pager_map_step(const struct pager *pager, int page);

int pager_last(const struct exhibit *exhibit);
struct scene_ref pager_scene(const struct exhibit *exhibit, int page);
/* -1 if the pager has no such page. */
int pager_page_of(const struct exhibit *exhibit, struct scene_ref scene);
/* The page behind this one (by 1) or before it (by -1); the page itself at an end. Panels in a row behind the same notices that are not
 * answered are one page. */
int pager_neighbour(const struct exhibit *exhibit, unsigned answered, int page, int by);
