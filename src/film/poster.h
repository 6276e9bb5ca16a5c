/* A poster: one picture and a few words that are read from four metres. */
#pragma once

#include "film/poster_type.h"

/* The size that the words have in that place: the largest in which they fit, which is less than poster_type_least_px where they are too
 * many or too long. */
int poster_size_px(const struct scene *scene, const struct poster *poster, struct rect place);
/* Whether the words stand over the picture, which then fills the place, and not beside it. */
bool poster_is_over(const struct scene *scene, const struct poster *poster, struct rect place);
/* Fills the place. */
void poster_put(const struct scene *scene, const struct poster *poster, struct rect place);
