/* Who speaks is told three times: by colour, shape and word. The colour that voices, charts and maps share (`voices` of the theme) may be
 * too light for letters: their word is ink, and their circle has an ink edge. */
#pragma once

#include "page/page.h"

struct colour voice_colour(const struct style *style, enum voice voice);
/* The voice's shape, filling the square `mark`. */
void voice_mark(const struct scene *scene, enum voice voice, struct rect mark);
