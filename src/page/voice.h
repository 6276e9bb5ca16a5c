/* Who speaks is told three times: by colour, shape and word. Ochre is too light for letters, which are ink then, and its circle has an ink
 * edge. */
#pragma once

#include "page/page.h"

struct colour voice_colour(const struct style *style, enum voice voice);
/* The voice's shape, filling the square `mark`. */
void voice_mark(const struct scene *scene, enum voice voice, struct rect mark);
