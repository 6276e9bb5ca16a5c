/* The marks of events on the edge of the band. What is known as exactly as the axis can show is a point or, if it lasted, a bar; where a
 * beginning, an end or all of it is known to a month, a year or "about" only, a bar fades over the time that it may have been. A second
 * date is told on the event's card, not drawn. */
#pragma once

#include "timeline/labels.h"

/* How thick its stem is; along, it begins at the event's day. */
int timeline_marks_stem_px(const struct timeline_layout *layout, const struct event *event);
void timeline_marks_put(const struct timeline_canvas *canvas, const struct timeline_packed *packed);
/* The event whose mark is nearest to a point on the screen, the more important of two that hide one another; -1 where none is in a finger's
 * reach. The canvas needs no labels. */
int timeline_marks_find(const struct timeline_canvas *canvas, struct point at);
