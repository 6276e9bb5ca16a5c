/* What the stage shows, told from its state: which scene, what of it, and the frame. */
#pragma once

#include "blocks/blocks.h"
#include "staging/state.h"

/* Along which the visitor walks. */
struct path show_path(const struct stage *stage);
/* What lies below the overlays. */
struct base show_base(const struct stage *stage);
struct scene_ref show_base_scene(const struct stage *stage);
/* What is in front: attract, the topmost overlay, or the base. Of attract: its step. */
struct scene_ref show_top(const struct stage *stage);
/* The scene below the cards: the topmost overlay that fills the screen, or the base; attract while that runs. */
struct scene_ref show_behind(const struct stage *stage);
/* The panel that is shown or that one came from, where something stands alone; NULL: none. */
const struct panel *show_panel(const struct stage *stage);
/* The block that a scene shows, its panel's or that of a card above the panel, NULL where it shows none; and where what is chosen of it is
 * kept. */
const struct block *show_block(const struct stage *stage, struct scene_ref scene);
struct pager_block show_block_place(const struct stage *stage, struct scene_ref scene);
/* Notices before what is in front that this visitor has not answered. */
unsigned show_locked(const struct stage *stage);
/* What all scenes have in common, without a page; what is allocated in its arena lasts until the next frame. */
struct scene show_context(const struct stage *stage);
/* The page in front in the last frame, which there must have been. It may be of another scene: one that was opened since has no page yet.
 */
const struct page *show_front_page(const struct stage *stage);
/* The scene in front, as the functions of scene_ops take it, with show_front_page. The window is that of this time or, if `bound` and it is
 * the timeline's, the one that it runs to. */
struct scene show_scene(const struct stage *stage, int64_t now_ms, bool bound);

/* Whether the panel has bars that have not risen yet: they will when it rests before the visitor. */
bool show_awaits_rise(const struct stage *stage, int panel);

/* How far a page of the pager slides until the next stands in its place. */
int show_step_px(const struct stage *stage);

/* Whether a visitor is waited for; when they are asked if they are there; the seconds left to answer, 0 while nobody is asked. */
bool show_waits(const struct stage *stage);
struct idle_times show_idle_times(const struct stage *stage);
int show_countdown(const struct stage *stage, int64_t now_ms);
/* Whether they have asked for more time. */
bool show_is_unhurried(const struct stage *stage);
/* When, and how finely, a sound is looked at. */
struct hearing_moment show_hearing(const struct stage *stage, int64_t now_ms);

/* Fills what the screen shows at this time. */
const struct frame *show_frame(struct stage *stage, int64_t now_ms);
/* As stage_ahead. */
const struct frame *show_ahead(struct stage *stage, int index);
