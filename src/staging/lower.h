/* What hands do not reach is brought down (page/reach.h): the page slides, what lies above it with it, and the bar stays. */
#pragma once

#include "staging/state.h"

/* So many parts of it, 0 for none; by a slide. */
void lower_to(struct stage *stage, int part, int64_t now_ms);
/* Another scene was opened, which is read first: all of it is seen again. With a fade it is there at once. A page that was turned by a
 * finger stays low. */
void lower_return(struct stage *stage, int64_t now_ms);
/* The style is another: the page stands where the parts are now. */
void lower_settle(struct stage *stage);
/* How much lower the page stands, pixels. */
int lower_px(const struct stage *stage, int64_t now_ms);

/* These of the frame that is made now: what it shows stands lower by shown.lowered_px. */

/* A page below all else. */
struct draw_list lower_page(const struct stage *stage, const struct draw_list *list);
/* An overlay: a card, of which the shade around it stays, or a picture. */
struct draw_list lower_overlay(const struct stage *stage, const struct draw_list *list, bool whole);
/* The marks of what stands on pages, from `first` on. */
void lower_marks(struct stage *stage, int first);
void lower_covers(struct stage *stage);
/* Where on the screen something of the page is seen; empty where it is not. */
struct rect lower_seen(const struct stage *stage, struct rect rect);
