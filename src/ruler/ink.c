/* The light colour bears no text, and the strong one is left to voices. */
#include "ruler/ink.h"

struct timeline_ink timeline_ink_of_lane(const struct style *style, int lane)
{
    const struct theme_colours *colours = &style->colours;
    const struct timeline_ink inks[EXHIBIT_LANES_MAX] = {
        {colours->ink, false},   {colours->deep, true}, {colours->deep, false}, {colours->muted, true},
        {colours->muted, false}, {colours->ink, true},  {colours->deep, true},  {colours->deep, false},
    };

    return inks[lane];
}

bool timeline_ink_is_loud(const struct event *event)
{
    return event->lane == 0 && event->importance == 1;
}

struct timeline_ink timeline_ink_of_event(const struct style *style, const struct event *event)
{
    return timeline_ink_is_loud(event) ? (struct timeline_ink){style->colours.ink, true} : timeline_ink_of_lane(style, event->lane);
}
