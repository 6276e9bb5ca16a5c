/* Localised values: a map from language to text. For schema/values. */
#pragma once

#include "schema/schema.h"

/* Into the row's struct text. A missing translation gets the default language's text, with a warning. */
void text_decode(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target);
/* Into the row's struct prose_text. */
void text_decode_markdown(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target);
