/* What the last frame showed: pages as they stood on the screen, which fingers touch, and the targets that the keyboard's focus can stand
 * on. */
#pragma once

#include "page/targets.h"
#include "wings/page_cache.h"
#include "wings/presses.h"

/* A page as it stands on the screen. scene: whose it is; ops NULL: of none, as the bar. */
struct shown_page {
    const struct page *page;
    struct scene_ref scene;
    int x_px;
};

enum { SHOWN_MAX = 6 /* two pages of the pager, the bar, two overlays, the marks */ };

/* pages: from the back to the front. */
struct shown {
    struct shown_page pages[SHOWN_MAX];
    int count;
    struct page_slot *base, *overlay; /* the page below the cards, of two that slide the one slid to; the top card's, NULL without one */
    struct rect progress;             /* the marks in the bar; empty: there are none */
    int lowered_px;                   /* how much lower all but the bar stands than it was laid out, as what is here is */
    struct targets targets;           /* that the keyboard's focus can stand on */
};

void shown_add(struct shown *shown, struct shown_page page);
/* The overlay's, or without one the page behind; there must be one. */
struct page_slot *shown_front(const struct shown *shown);
/* Lists the targets in reading order: the page's, then the bar's; with an overlay, its own alone, but for its ground. */
void shown_list_targets(struct shown *shown, const struct page *bar);
/* What a finger there is on: a target (around a card, which closes it, the card's own button to close), or nothing of the scene in front.
 */
struct press shown_press_at(const struct shown *shown, struct point at);
/* Onto scene.page: a shade over what fingers press, as far as it is still there. */
void shown_mark_presses(const struct shown *shown, const struct presses *presses, const struct scene *scene);
/* Onto scene.page: a ring around what has the focus; nothing if it is not there. */
void shown_mark_focus(const struct shown *shown, struct target_id focused, const struct scene *scene);
/* The same around each thing of the group that it is in. */
void shown_mark_group(const struct shown *shown, struct target_id focused, const struct scene *scene);
/* Where that ring is: inside the target's edge, or beside the words of a link. */
struct rect shown_ring(const struct style *style, const struct target *target);
