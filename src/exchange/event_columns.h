/* The columns of a table of events: the keys of an event, as the table of keys has them. */
#pragma once

#include "wording/papers.h"
#include "schema/row.h"

/* heading: "title es", "picture.file". group: the key that this one stands below; NULL: none. language: of a text; -1: of none, or one text
 * for all languages. */
struct event_column {
    const char *heading;
    const struct schema_row *group, *row;
    int language;
};

struct event_columns {
    struct event_column *list;
    int count;
};

/* All that there can be, in the order of the keys, in the arena. */
struct event_columns event_columns_all(struct arena *arena, const struct exhibit *exhibit);
/* Those that a table has: of texts each language, and what any of the events has beside. events: a list. */
struct event_columns event_columns_of(struct arena *arena, const struct exhibit *exhibit, const struct node *events);
/* The node of the column's key in an event; NULL if there is none. */
const struct node *event_column_node(const struct event_column *column, const struct node *event);
/* The event's cell, as a table shows it, in the arena; "" where there is nothing. */
const char *event_column_cell(struct arena *arena, const struct exhibit *exhibit, const struct event_column *column,
                              const struct node *event);
/* Whether the column holds several names. */
bool event_column_is_list(const struct event_column *column);
bool event_column_is_text(const struct event_column *column);
