/* The small print below a block: what must be known of it, and where it is from. */
#pragma once

#include "page/passage.h"

/* Muted, in the scene's arena. */
struct passage note_passage(const struct scene *scene, struct type type, const char *text);
/* "Sources: ..." in the scene's language; "" for no source. In the scene's arena. */
const char *note_source(const struct scene *scene, struct text source);
