/* What of a page scrolls: a part of its commands and targets, seen through a rectangle, beside a rail with a thumb and a button. */
#pragma once

#include "page/passage.h"

/* Scrolls a filled page to `px` below its top, or as far as it goes: its commands and targets move, the rail's thumb with them, and no text
 * is broken into lines again. A page that was just filled stands at its top. A copy of page.list shares its commands, so it moves too. */
void scroll_to(struct page *page, int px);

/* What is drawn, and the targets that are added, between these two scroll. The caller sets the area's rect, clip, rail, max_px and step_px;
 * where max_px is 0 everything fits, and there is neither clip nor rail. */
void scroll_begin(const struct scene *scene, const struct scroll_area *area);
void scroll_end(const struct scene *scene);

/* Sets the passage at most `width_px` wide; where it is taller than rect, whole lines of it scroll. */
void scroll_passage(const struct scene *scene, const struct passage *passage, struct rect rect, int width_px);
