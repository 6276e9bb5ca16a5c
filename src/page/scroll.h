/* What of a page scrolls: a part of its commands and targets, seen through a rectangle, beside a rail with a thumb and a button. */
#pragma once

#include "page/passage.h"

/* Moves a filled page so that it stands `px` below its top (cut to what there is): the commands and targets that scroll, the rail's thumb,
 * its button. Nothing is set again. A page is at its top when it is filled. Whoever copied page.list sees the same commands move. */
void scroll_to(struct page *page, int px);

/* What is drawn between these two scrolls. From the area: rect, clip, rail, max_px and step_px; where max_px is 0 all of it stands, and
 * there is neither clip nor rail. */
void scroll_begin(const struct scene *scene, const struct scroll_area *area);
void scroll_end(const struct scene *scene);

/* Sets the passage at most `width_px` wide; where it is taller than rect, whole lines of it scroll. */
void scroll_passage(const struct scene *scene, const struct passage *passage, struct rect rect, int width_px);
