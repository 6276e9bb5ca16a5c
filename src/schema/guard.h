/* Notices fail closed: what may have stood behind one, and has lost it by a slip or a damaged file, is not shown at all. */
#pragma once

#include "schema/reader.h"

/* Whether the row's names are those of notices. */
bool guard_holds_notices(const struct schema_row *row);
/* Whether an unknown key may be a notice in disguise: its name or one inside it comes near, or a notice's name is its value or itself, or
 * it brings in what cannot be seen here ("<<"). */
bool guard_may_be_notice(const struct reader *reader, const struct pair *pair);
/* Makes an error of such a key, or of an empty one, and marks the reader. */
void guard_report(struct reader *reader, const struct pair *pair);
void guard_report_empty(struct reader *reader, const struct pair *pair);
/* The same for a text, or one inside what stands here, that has swallowed the line of a notice. */
void guard_check_text(struct reader *reader, const struct node *node);
/* Whether the file ends behind a key of this map, which guard_check_end then tells. */
bool guard_ends_empty(const struct schema *table, const struct node *map);
/* False, with an error, when the file ends inside this map in a way that a notice may be lost with what is missing. */
bool guard_check_end(struct reader *reader, const struct schema *table, const struct node *map);
