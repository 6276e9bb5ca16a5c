/* A table of events as it comes in: rows of cells whose columns are known, each the row of an event that there is or of a new one. */
#pragma once

#include "wording/columns.h"
#include "exchange/event_columns.h"
#include "wording/intake.h"

/* text: never "", but of dates as files have them. */
struct event_cell {
    const struct event_column *column;
    const char *text;
    struct origin at;
};

/* cells: sorted as the keys of an event are. event: the one that there is; NULL: it is new. at: of the row. */
struct event_row {
    const char *id;
    struct event_cell *cells;
    int count;
    const struct node *event;
    struct origin at;
};

/* In the intake's arena. */
struct event_rows {
    struct event_row *list;
    int count;
    struct event_columns columns;
};

/* Whether the headings are those of events. */
bool event_rows_are(const struct table_row *headings);
/* events: the list of those that there are. False, with errors, for columns that mean nothing. Rows that are there twice or lack what an
 * event needs, and dates that cannot be read or may mean two days, are errors, and their rows left out. */
bool event_rows_read(struct event_rows *rows, struct intake *intake, const struct incoming *incoming, const struct node *events);
/* The text of the row's cell of that key, in the default language; "" if it has none. */
const char *event_rows_cell(const struct event_row *row, const char *key);
