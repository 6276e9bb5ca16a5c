/* What of the page in front is in view: how far it is scrolled, and where the keyboard's focus stands on it. */
#pragma once

#include "staging/state.h"

/* The scroll of the topmost overlay; of the pager's page where there is none, or one that fills the screen. */
struct tween *sight_scroll(struct stage *stage);
/* False when what scrolls stands at that end already. */
bool sight_scroll_by(struct stage *stage, int by_px, int64_t now_ms);
/* The focus goes to the first target with this action, which scrolls into view; if there is none yet, to one that a later frame brings. */
void sight_focus_on(struct stage *stage, struct action action, int64_t now_ms);
/* To the next target as one reads (by 1), or the one before (by -1); false if there is none. */
bool sight_focus_next(struct stage *stage, int by, int64_t now_ms);
/* The same, from group to group: to the first of the next one. */
bool sight_focus_group(struct stage *stage, int64_t now_ms);
/* To the nearest target in a direction (one of x and y is 1 or -1). where nothing had the focus, to the first.
 * False: there is none to that side. */
bool sight_focus_towards(struct stage *stage, struct point way, int64_t now_ms);
