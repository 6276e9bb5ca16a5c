/* An exhibit of one panel with one block, and a scene to draw it in, without a display. */
#pragma once

#include "load/load.h"
#include "page/page.h"

struct block_exhibit {
    struct findings *findings;
    struct loaded *loaded;
    const struct exhibit *exhibit;
    const struct panel *panel;
    struct measure measure;
    struct style style;
    struct arena *arena;
    struct page page;
};

/* block: "chart: ..." or "map: ..." as it stands in a panel's file. Fails the test when the panel is not there. */
void block_exhibit_begin(struct block_exhibit *b, const char *block);
/* tests/blocks/NAME.yaml. */
void block_exhibit_open(struct block_exhibit *b, const char *name);
/* An empty page of this screen; good until the next. */
struct scene block_exhibit_scene(struct block_exhibit *b, struct size screen, int language, bool large);
void block_exhibit_end(struct block_exhibit *b);

/* The texts on the page: none outside `rect`, none on another. Fails the test with `what`. */
void block_exhibit_check_texts(const struct block_exhibit *b, struct rect rect, const char *what);
/* Whether a text of the page begins with these words. */
bool block_exhibit_shows(const struct block_exhibit *b, const char *words);
