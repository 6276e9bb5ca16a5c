/* Shared by all that read values. */
#include "schema/reader.h"

#include <string.h>

void reader_report_kind(struct reader *reader, const struct schema_row *row, const struct node *node, const char *wanted)
{
    static const char *const kinds[] = {[NODE_SCALAR] = "a text", [NODE_LIST] = "a list", [NODE_MAP] = "a group of keys"};

    report_error(&reader->report, node->origin, "%s: %s, but here is %s", row->key, wanted, kinds[node->kind]);
}

const char *reader_keep_text(struct reader *reader, const char *text, size_t length)
{
    char *copy = arena_text(reader->arena, text, length);

    for (char *at = copy; (at = strchr(at, '\t'));)
        *at = ' ';
    return copy;
}
