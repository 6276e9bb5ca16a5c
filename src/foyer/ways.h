/* What home says of the ways that lead on: how long they are, and whether they were walked. */
#pragma once

#include "page/passage.h"

/* Between the parts of a length. */
#define WAYS_DOT "  \u00B7  "

/* Whether all panels of the chapter were seen. */
bool ways_are_walked(const struct visited *visited, const struct chapter *chapter);
/* Whether each line that the author gave a title is one where it is set; else it is better set as one (page_one_line). */
bool ways_keep_lines(const char *title, const struct paragraph *set);
/* "4 panels  ·  2–7 min": the time of reading what stands on them, and with all that opens there; one number where both are the same. */
const char *ways_length(const struct scene *scene, const int *panels, int count);
/* The type, or smaller, so that a label in the middle of a band does not hang over its edge. */
struct type ways_within_height(const struct scene *scene, struct type type, int height);
/* On the corner of a picture: everything behind it was seen. */
void ways_put_tick(const struct scene *scene, struct rect picture);
