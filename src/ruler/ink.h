/* The colours of lanes: each of six has a way of its own to be told apart, by colour and by whether its labels are filled; a seventh and an
 * eighth are told apart by their names alone. Pure. */
#pragma once

#include "page/style.h"

/* filled: labels are; else they are framed. */
struct timeline_ink {
    struct colour colour;
    bool filled;
};

struct timeline_ink timeline_ink_of_lane(const struct style *style, int lane);
/* That of its lane; but events of importance 1 in the first lane, which is the exhibit's own, are filled with ink. */
struct timeline_ink timeline_ink_of_event(const struct style *style, const struct event *event);
/* Whether it is so emphasised. */
bool timeline_ink_is_loud(const struct event *event);
