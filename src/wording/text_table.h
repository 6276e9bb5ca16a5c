/* Rows of texts as a table for spreadsheets. */
#pragma once

#include "wording/columns.h"
#include "wording/text_rows.h"

void text_table_write(const struct text_rows *rows, struct table_writer *writer, struct arena *arena);
/* Whether the headings are those of texts. */
bool text_table_is(const struct table_row *headings);
/* False, with errors, if a column lacks, or a quote is not closed. */
bool text_table_read(struct text_rows *rows, const struct incoming *incoming);
