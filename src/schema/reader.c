/* Shared by all that read values. */
#include "schema/reader.h"

#include <string.h>

void reader_report_kind(struct reader *reader, const struct schema_row *row, const struct node *node, const char *wanted)
{
    static const char *const kinds[] = {[NODE_SCALAR] = "a text", [NODE_LIST] = "a list", [NODE_MAP] = "a group of keys"};

    report_error(&reader->report, node->origin, CODED("value-kind") "%s: %s, but here is %s", row->key, wanted, kinds[node->kind]);
}

void reader_report_count(struct reader *reader, const struct schema_row *row, const struct node *node, int count)
{
    if (count == 0)
        report_error(&reader->report, node->origin, CODED("list-length") "%s: the list is empty; write %g or more into it", row->key,
                     row->min);
    else if (row->min == row->max)
        report_error(&reader->report, node->origin, CODED("list-length") "%s: %d in this list; write all %g of them", row->key, count,
                     row->max);
    else
        report_error(&reader->report, node->origin, CODED("list-length") "%s: %d in this list; write %g at most", row->key, count,
                     row->max);
}

const char *reader_keep_text(struct reader *reader, const char *text, size_t length)
{
    char *copy = arena_text(reader->arena, text, length);

    for (char *at = copy; (at = strchr(at, '\t'));)
        *at = ' ';
    return copy;
}

/* Two blanks before the sign and one behind it are how remarks are written; behind a key without a value, one behind it. */
void reader_check_remark(struct reader *reader, const struct node *node)
{
    const struct yaml_remark *remark = node->remark;
    bool empty = yaml_is_empty(node);

    if (!remark || ((remark->blanks > 1 || empty) && strchr(" \t#", remark->text[1])))
        return;
    report_warning(
        &reader->report, remark->origin,
        CODED("text-cut-by-remark") "\"%s\" is a remark to YAML, and not shown; put the whole text in straight quotes: \"%s%s#...\"",
        report_quote(remark->text).text, report_quote(node->text).text, empty ? "" : " ");
}
