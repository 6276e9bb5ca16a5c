/* How many points of a picture show the ground it lies on, and how many can be told from that. */
#pragma once

#include "base/colour.h"
#include "images/remark.h"

/* clear: points that show the ground; opaque: those that show the picture; seen: those of them that stand out from the ground. */
struct ground_count {
    int all, clear, opaque, seen;
};

/* on_black: a point of the picture as it looks on black, and its alpha. */
void ground_count_add(struct ground_count *count, struct colour on_black, struct colour ground);
/* Adds a remark if the picture lies on its ground and hardly any of it stands out. */
void ground_count_tell(const struct ground_count *count, struct remarks *remarks);
