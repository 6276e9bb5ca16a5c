/* How rows of the tables of keys are written. */
#pragma once

#include "schema/row.h"

#define ROWS(table) .rows = (table), .row_count = (int)COUNTOF(table)
#define AT(type, field) .at = offsetof(struct type, field)
#define LIST_AT(type, field, count) .at = offsetof(struct type, field), .count_at = offsetof(struct type, count)
/* A word of the interface, in a field of its name. */
#define WORD_AT(owner, name, value, meaning)                                                                                               \
    .key = #name, .type = VALUE_STRING, AT(owner, name), .preset = value, .min = 1, .max = 1, .help = meaning
