/* A frame as a person would tell it, for golden files: what stands where, in which words. Places are rounded to ten pixels, colours told by
 * their role, lines of one paragraph joined, what repeats told once. */
#pragma once

#include "support/visitor.h"

/* `picture 0,0 810x980 "welcome.svg"`, `text ink 33 860,400 890x350 "For fifty...a word." in 9 lines, 3 links`; then what answers to
 * touch, in the order of the focus. */
void scene_text_write(struct visitor *visitor, struct buffer *out);
