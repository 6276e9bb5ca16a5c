/* What a key's value may be, out of its row in the table of keys. */
#pragma once

#include "base/mem.h"
#include "schema/row.h"

/* Adds what is written there, with its range, in a few words: "a whole number from 15 to 600". many_of: a key above it that has the same
 * choices, where they are many; NULL: none. */
void values_describe(struct buffer *out, const struct schema_row *row, const char *many_of);
/* Whether its choices are too many to be told twice. */
bool values_are_many(const struct schema_row *row);
/* Adds a value as a curator would write it on the key's line; nothing where the value is a group of keys. */
void values_example(struct buffer *out, const struct schema_row *row);
/* Adds the members of a JSON schema (draft 2020-12) of the value, without braces; groups of keys are references to $defs by `group`. */
void values_schema(struct buffer *out, const struct schema_row *row, const char *group);
