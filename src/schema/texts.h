/* Localised values: a map from language to text. */
#pragma once

#include "schema/reader.h"

/* Into the row's struct text. A missing translation gets the text of the first language that has one, with a warning. */
void text_read(struct reader *reader, const struct schema_row *row, const struct node *node, void *target);
/* The same into the row's struct prose_text, whose links are added to reader->references. */
void text_read_markdown(struct reader *reader, const struct schema_row *row, const struct node *node, void *target);
/* Whether there is as much of it as nobody says alike in two languages: names are. */
bool text_is_sentence(const char *text);
