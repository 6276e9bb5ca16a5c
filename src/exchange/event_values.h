/* Values of events, as a file is to write them. */
#pragma once

#include "exchange/event_rows.h"

/* Cells of one key of an event, side by side. */
struct event_cells {
    const struct event_cell *list;
    int count;
};

/* Those of the key that the first of `left` is of. inside: of a group, only those of the key in it. */
struct event_cells event_cells_of_key(struct event_cells left, bool inside);
/* The key's value, in the arena: a word, names in brackets, a text a language, or a group of these. inside: without its group. */
struct node event_value(struct arena *arena, const struct exhibit *exhibit, struct event_cells cells, bool inside);
/* The names of a cell that holds several, parted by commas, semicolons or blanks. */
struct node event_value_names(struct arena *arena, const char *text);
/* A new event as an item of the list. */
struct node event_value_whole(struct arena *arena, const struct exhibit *exhibit, const struct event_row *row);
