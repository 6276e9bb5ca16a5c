/* Values of a map's ground: boxes and outlines. */
#pragma once

#include "schema/reader.h"

/* struct rect: a list of four whole numbers, the left, the top, width and height. */
void shapes_read_box(struct reader *reader, const struct schema_row *row, const struct node *node, void *target);
/* struct outline: "M0 0L10 0L10 10Z", rings of three whole points or more, as in the path of a drawing. */
void shapes_read_outline(struct reader *reader, const struct schema_row *row, const struct node *node, void *target);
