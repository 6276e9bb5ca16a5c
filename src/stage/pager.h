/* The pager: pages side by side that a finger slides, home first, then every panel; and how far the one that is shown is scrolled. */
#pragma once

#include "base/tween.h"
#include "scene/scene.h"

enum { PAGER_HOME = 0, PAGER_PANELS = 1 };

struct pager {
    struct tween at;     /* unit: pages */
    struct tween scroll; /* unit: pixels; of scrolled_page, other pages stand at 0 */
    int scrolled_page;
    int bound_page;             /* to be shown when the notice that is shown is accepted; PAGER_HOME: the page behind that notice */
    int stepped_page, map_step; /* the page on which a visitor has chosen a step of the map, and which; PAGER_HOME: none */
};

/* At home, at rest. */
void pager_reset(struct pager *pager);
/* The page that is shown or, while the pager runs, that it runs to. */
int pager_page(const struct pager *pager);
/* The scroll of pager_page; at its top when that is another page than at the last call. */
struct tween *pager_scroll(struct pager *pager);
int pager_scroll_px(const struct pager *pager, int page, int64_t now_ms);
/* The step of the map on this page; -1: the map's last. */
int pager_map_step(const struct pager *pager, int page);

int pager_last(const struct exhibit *exhibit);
struct scene_ref pager_scene(const struct exhibit *exhibit, int page);
/* -1 if the pager has no such page. */
int pager_page_of(const struct exhibit *exhibit, struct scene_ref scene);
/* The page after this one (by 1) or before it (by -1); the page itself at an end. From a panel behind notices that are not answered,
 * further panels in that direction behind the same ones are passed over: they look alike. */
int pager_neighbour(const struct exhibit *exhibit, unsigned answered, int page, int by);
