/* VALUE_PIN, for schema/values. */
#pragma once

#include "schema/reader.h"

void secrets_read_pin(struct reader *reader, const struct schema_row *row, const struct node *node, void *target);
