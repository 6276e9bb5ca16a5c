/* The pager: pages side by side that a finger slides, home first, then every panel of the path that the visitor walks along, then the end;
 * and how far the one that is shown is scrolled. */
#pragma once

#include "base/tween.h"
#include "scene/scene.h"
#include "way/path.h"

enum { PAGER_HOME = 0, PAGER_PANELS = 1 };

/* A block of a panel: on which page, and which of the panel's blocks. PAGER_HOME: none. */
struct pager_block {
    int page;
    enum part part;
};

struct pager {
    const struct route *route; /* NULL: every panel of the exhibit has its page */
    struct tween at;           /* unit: pages */
    struct tween scroll;       /* unit: pixels; of scrolled_page, other pages stand at 0 */
    int scrolled_page;
    int bound_page;               /* to be shown when the notice that is shown is accepted; PAGER_HOME: the page behind that notice */
    int stepped_page, map_step;   /* the page on which a visitor has chosen a step of the map, and which; PAGER_HOME: none */
    int64_t told_until_ms;        /* then it is not chosen any more; CLOCK_NEVER: it stays so */
    struct pager_block chosen_of; /* the block of which something is chosen */
    int chosen;                   /* and what (scene.chosen) */
};

/* At home, at rest, before the whole exhibit. */
void pager_reset(struct pager *pager);
/* From here on the pages are those of this route (NULL: of the whole exhibit). What was kept of a page by its number is forgotten; the
 * caller says at which page it stands. */
void pager_take(struct pager *pager, const struct route *route);
/* The page that is shown or, while the pager runs, that it runs to. */
int pager_page(const struct pager *pager);
/* The scroll of pager_page; at its top when that is another page than at the last call. */
struct tween *pager_scroll(struct pager *pager);
int pager_scroll_px(const struct pager *pager, int page, int64_t now_ms);
/* The step of the map on this page; -1: the map's last. */
int pager_map_step(const struct pager *pager, int page);
/* When something that is chosen is to be let go of; CLOCK_NEVER: nothing is. */
int64_t pager_told_until(const struct pager *pager);
/* What was told long enough is chosen no more. */
void pager_tick(struct pager *pager, int64_t now_ms);
/* What is chosen of the block; 0: nothing. */
int pager_chosen(const struct pager *pager, struct pager_block block);

int pager_last(struct path path);
struct scene_ref pager_scene(struct path path, int page);
/* -1 if the pager has no such page. */
int pager_page_of(struct path path, struct scene_ref scene);
/* The page after this one (by 1) or before it (by -1); the page itself at an end. From a panel behind notices that are not answered,
 * further panels in that direction behind the same ones are passed over: they look alike. */
int pager_neighbour(struct path path, unsigned answered, int page, int by);
