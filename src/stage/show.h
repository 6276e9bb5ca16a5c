/* What the stage shows, told from its state: which scene, what of it, and the frame. */
#pragma once

#include "stage/state.h"

/* What lies below the overlays. */
struct base show_base(const struct stage *stage);
struct scene_ref show_base_scene(const struct stage *stage);
/* What is in front: attract, the topmost overlay, or the base. Of attract: its step. */
struct scene_ref show_top(const struct stage *stage);
/* Whose picture fills the screen below overlays: the topmost overlay that does, or the base. */
struct scene_ref show_behind(const struct stage *stage);
/* Notices before what is in front that this visitor has not answered. */
unsigned show_locked(const struct stage *stage);
/* What all scenes have in common, without a page; the arena lasts until the next frame. */
struct scene show_context(const struct stage *stage);
/* What is in front as its functions want to see it, with its page of the last frame. The window is that of this time or, if `bound`, the
 * one that it runs to. */
struct scene show_scene(const struct stage *stage, int64_t now_ms, bool bound);

/* When a visitor is asked whether they are there, and how many seconds are left to answer: 0 while nobody is asked. */
bool show_waits(const struct stage *stage);
struct idle_times show_idle_times(const struct stage *stage);
int show_countdown(const struct stage *stage, int64_t now_ms);

/* Fills what the screen shows at this time. */
const struct frame *show_frame(struct stage *stage, int64_t now_ms);
/* As stage_ahead. */
const struct frame *show_ahead(struct stage *stage, int index);

/* What stands there in the last frame. A place that closes an overlay is told by the overlay's own button. */
struct target_id show_target_at(const struct stage *stage, struct point at);
/* Where the focus draws its ring: inside the target's edge, or beside the words of a link. */
struct rect show_ring(const struct style *style, const struct target *target);
