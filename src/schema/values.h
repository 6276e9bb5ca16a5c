/* Single values, from their nodes into the model. For schema/schema. */
#pragma once

#include "schema/schema.h"

/* Stores the value in the row's field of the struct `target`, or reports an error and leaves the field alone. Not for VALUE_MAP,
 * VALUE_BLOCK and VALUE_RECORDS. */
void value_decode(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target);
/* A text or list where a map is expected, and the like: says what to write. */
void value_report_kind(struct decoder *decoder, const struct schema_row *row, const struct node *node, const char *wanted);
/* A copy in the model's arena; tabs, which no face can draw, become spaces. */
const char *value_keep_text(struct decoder *decoder, const char *text, size_t length);
/* Decimal digits with a sign and a point, whatever the locale; 15 digits at most. */
bool value_parse_number(const char *text, size_t length, double *value);
