/* Reading a map along its table. */
#pragma once

#include "schema/reader.h"

/* Fills a zeroed struct with the table's defaults. */
void schema_defaults(struct reader *reader, const struct schema *table, void *target);
/* Reads a map over the defaults: absent keys leave their field alone, wrong values too, and a fault inside a list costs no more than its
 * item, inside a group no more than the group. Errors are counted in reader->report. False when `target` must not be used: something
 * required is missing, or what stands there may have lost its notice. */
bool schema_read(struct reader *reader, const struct schema *table, const struct node *map, void *target);
