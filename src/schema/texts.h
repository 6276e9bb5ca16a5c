/* Localised values: a map from language to text. */
#pragma once

#include "schema/reader.h"

/* Into the row's struct text. A missing translation gets the default language's text, with a warning. */
void text_read(struct reader *reader, const struct schema_row *row, const struct node *node, void *target);
/* Into the row's struct prose_text. */
void text_read_markdown(struct reader *reader, const struct schema_row *row, const struct node *node, void *target);
