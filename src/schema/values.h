/* Single values, from their nodes into the model. */
#pragma once

#include "schema/reader.h"

/* Stores the value in the row's field of the struct `target`, or reports an error and leaves the field alone. Not for texts (schema/texts),
 * VALUE_MAP, VALUE_BLOCK and VALUE_RECORDS. */
void value_read(struct reader *reader, const struct schema_row *row, const struct node *node, void *target);
/* Decimal digits, 15 at most, perhaps with a minus before and a point behind some of them, whatever the locale. False for anything else. */
bool value_parse_number(const char *text, size_t length, double *value);
