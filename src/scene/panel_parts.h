/* The parts of a panel: what each needs, and how it is drawn in its place. */
#pragma once

#include "base/plan.h"
#include "layout/fit.h"
#include "page/page.h"

/* A panel with headline and body in types of these sizes. opener: a button
 * to its picture stands before those that stand for the sources. */
struct panel_setting {
    const struct scene *scene;
    const struct panel *panel;
    int title_px, body_px;
    bool opener;
};

/* Of panel scene.item; steps as in layout/fit. */
struct panel_setting panel_setting_at(const struct scene *scene, int title_step, int body_step);
/* Which parts the panel has, a bit a part: its blocks, but for those that lie behind a button; and all others. */
unsigned panel_blocks(const struct scene *scene, const struct panel *panel);
unsigned panel_texts(const struct scene *scene, const struct panel *panel);
int panel_part_height(const struct panel_setting *setting, enum part part, int width_px);
/* Of the headline, whether no word of it is broken there; of a block, whether it says that it can be read there; true for other parts. */
bool panel_part_legible(const struct panel_setting *setting, enum part part, struct rect rect);
/* The width that the buttons of PART_MORE, or the one of PART_DIFFERENCE, take of so much room; more than that if their words need it. */
int panel_button_width(const struct scene *scene, enum part part, int room_px);
/* Whether large letters leave the picture no place, and nothing else opens it. */
bool panel_opens_picture(const struct scene *scene, const struct fit *fit);
/* What the buttons that stand for the sources in large letters take side by side. */
int panel_ways_width(const struct scene *scene, bool opener);
void panel_part_put(const struct panel_setting *setting, enum part part, struct rect rect);
