/* Notices fail closed: what may have stood behind one, and has lost it by a slip or a damaged file, is not shown at all. */
#pragma once

#include "schema/reader.h"

/* Whether the row's names are those of notices. */
bool guard_holds_notices(const struct schema_row *row);
/* Whether an unknown key may have been meant as a panel's or event's notice: it, or a key in its value, is spelt nearly so; it, or its
 * value, is the name of a notice; or it brings in what cannot be seen here ("<<"). */
bool guard_may_be_notice(const struct reader *reader, const struct pair *pair);
/* An error for such a key, which marks the reader unguarded; and one for a key of notices with nothing behind it, which does not:
 * schema_read then leaves out what it belongs to. */
void guard_report(struct reader *reader, const struct pair *pair);
void guard_report_empty(struct reader *reader, const struct pair *pair);
/* The same as guard_report, if this text, or one inside this node, holds what must have been the line of a notice. */
void guard_check_text(struct reader *reader, const struct node *node);
/* Whether the file ends behind a key of this map that may hold notices: guard_check_end has a finding for that, so no other is needed. */
bool guard_ends_empty(const struct schema *table, const struct node *map);
/* False, with an error, when the file breaks off inside this map, so that a notice may be lost with what is missing. */
bool guard_check_end(struct reader *reader, const struct schema *table, const struct node *map);
