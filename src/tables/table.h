/* Tables as spreadsheets save them: CSV in UTF-8 or UTF-16, parted by commas, semicolons or tabs. Pure. */
#pragma once

#include "base/mem.h"

/* number: as spreadsheets count rows, from 1; line: of the file, in which it begins. is_open: a quote in it is never closed. */
struct table_row {
    const char *const *cells;
    int count, number, line;
    bool is_open;
};

/* Rows in which nothing stands are left out, and a first line "sep=;" too. All in the arena that table_read was given. */
struct table_rows {
    const struct table_row *rows;
    int count;
    char mark; /* between cells: ',', ';' or '\t' */
};

enum table_fault { TABLE_FINE, TABLE_EMPTY, TABLE_NOT_TEXT, TABLE_ZERO };

/* A byte order mark does not matter, nor how lines end; a line break inside a cell becomes "\n". A quote opens a cell only at its
 * beginning. Blanks around what is not quoted are dropped. TABLE_NOT_TEXT: neither UTF-8 nor UTF-16. TABLE_ZERO: a letter in
 * it is 0, as programs leave where a text was lost. */
enum table_fault table_read(struct table_rows *table, struct arena *arena, struct bytes bytes);
/* The cell; "" beyond the row's end. */
const char *table_cell(const struct table_row *row, int column);

/* Begins a table as all spreadsheets read it, into an empty buffer: UTF-8 with a byte order mark, lines that end in CRLF. */
struct table_writer {
    struct buffer *out;
    char mark;
    bool begun; /* the row has a cell */
};

void table_begin(struct table_writer *writer, struct buffer *out, char mark);
void table_put(struct table_writer *writer, const char *text);
void table_end_row(struct table_writer *writer);

/* A text that spreadsheets would take for a formula ("- one", "=", "+", "@") is given to them behind an apostrophe, and loses it again. */
const char *table_shielded(struct arena *arena, const char *text);
const char *table_unshielded(const char *cell);
