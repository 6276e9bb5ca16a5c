/* Blocks: what a panel may carry beside its texts, drawn from data that its curators wrote. Panels, the audit and the stage know none of
 * them by name.
 *
 * A block that answers to fingers says so as it is drawn (page/spots.h): which places on it, and what each asks for. The stage keeps what
 * is chosen, and it is drawn anew with that (scene.chosen); where it tells of it, is a place of its own. */
#pragma once

#include "page/page.h"

/* All functions but is_in are called only for panels that carry the block. */
struct block {
    enum part part; /* its place in a layout */
    bool (*is_in)(const struct panel *panel);
    /* Where in the panel's file the block is written. */
    struct origin (*origin)(const struct panel *panel);
    /* What stands on the button to it, where it has no room on its panel; NULL: it is the panel, and stays. */
    const char *(*word)(const struct words *words);
    /* The height at which it is at its best in this width. */
    int (*height)(const struct scene *scene, const struct panel *panel, int width_px);
    /* Whether all of it can be read there; NULL: it can wherever it has room for most of `height`. */
    bool (*fits)(const struct scene *scene, const struct panel *panel, struct rect rect);
    /* How many steps of time it can show; it shows scene.step. NULL: it has none. */
    int (*steps)(const struct panel *panel);
    bool grows;  /* what it counts grows before the visitor (page/bars.h) */
    int told_ms; /* so long is told what is chosen (longer to who has asked for more time), which is then kept for the visit
                    (way/visited.h); 0: until something else is */
    /* Draws what lies under all of the panel, rect being the block's place, and returns the colours in which all parts are drawn on it;
     * NULL: paper, and the style's. */
    struct theme_colours (*ground)(const struct scene *scene, const struct panel *panel, struct rect rect);
    /* Draws into rect, and not beyond it however small it is. */
    void (*fill)(const struct scene *scene, const struct panel *panel, struct rect rect);
};

/* All of them. To add one: its file, which defines block_NAME, its name here, and its data in the schema. */
#define EACH_BLOCK(DO) DO(memorial) DO(chart) DO(map)

#define DECLARE_BLOCK(name) extern const struct block block_##name;
EACH_BLOCK(DECLARE_BLOCK)

/* The block that has this place in a layout; NULL if the part is none. */
const struct block *blocks_find(enum part part);
/* The panel's block, the first if it has several; NULL where it has none. */
const struct block *blocks_first(const struct panel *panel);
/* The block that a card shows as large as the page: the chart of a panel that remembers people, which the panel itself does not show; of
 * others the panel's block, for large letters leave it no room there. NULL: there is none. */
const struct block *blocks_on_card(const struct panel *panel);
/* What stands on the button to that card; NULL: there is none. */
const char *blocks_word(const struct panel *panel, const struct words *words);
/* Large letters leave a panel to its words and its picture: where its layout has a place for sources, they, and a chart or map, lie behind
 * buttons that stand there. */
bool blocks_lie_behind(const struct scene *scene, const struct panel *panel);
/* Where the panel's block is written; no file where it has none. */
struct origin blocks_origin(const struct panel *panel);
/* How many steps of time the panel's block can show (ACTION_STEP); 0 where no block of the panel has steps. */
int blocks_steps(const struct panel *panel);
/* Whether the panel's block grows. */
bool blocks_grow(const struct panel *panel);
