/* Columns of a table by their headings. */
#pragma once

#include "base/finding.h"
#include "tables/table.h"

/* A table that comes in, and where what is read of it goes. file: as findings name it. shown: of each column of a table that was made of
 * another one, that one's column; NULL: the same. */
struct incoming {
    const struct table_rows *table;
    const char *file;
    const int *shown;
    struct arena *arena;
    struct findings *findings;
};

/* Its index; -1 if there is none. Upper and lower case are the same, and blanks around it do not count. */
int column_named(const struct table_row *headings, const char *name);
/* False, with an error, if a quote is never closed. */
bool column_quotes_are_closed(const struct incoming *incoming);
/* Where a cell stands: row and column as spreadsheets count them, from 1. */
struct origin column_origin(const struct incoming *incoming, const struct table_row *row, int column);
/* The cell as a text of the exhibit: without blanks around it and the apostrophe that shields it, tabs and odd breaks as what they mean,
 * its letters composed; in the arena. "" beyond the row's end. */
const char *column_text(struct arena *arena, const struct table_row *row, int column);
