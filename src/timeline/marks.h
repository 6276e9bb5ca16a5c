/* The marks of events on the edge of the band: a day is a point; a span, a month, a bar as long as it was; a year a bar with soft ends. A
 * second date is told on the card, not drawn. */
#pragma once

#include "timeline/axis.h"

/* Of an event's mark and stem: its lane's, or the strongest for what is most important at home. */
struct colour timeline_colour(const struct style *style, const struct event *event);
/* How thick its stem is; it begins at the event's day. */
int timeline_stem_size(const struct timeline_layout *layout, const struct event *event);
void timeline_put_marks(const struct timeline_axis *axis);
/* The event whose mark is nearest to a place on the screen, the more important of two that hide one another; -1 where none is in a finger's
 * reach. */
int timeline_mark_at(const struct timeline_axis *axis, struct point at);
