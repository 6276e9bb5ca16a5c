/* The tree of the file tells what stands where a finding points to. */
#include "mending/dates.h"

#include "editing/editing.h"
#include "text/dating_parse.h"

#include <string.h>

static bool is_at(struct origin origin, const struct finding *finding)
{
    return origin.line == finding->line && origin.column == finding->column;
}

/* What a map says of a time: one key with two dates (last: NULL), or two keys. */
struct span {
    const struct node *first, *last;
};

static const struct node *scalar(const struct node *map, const char *key)
{
    const struct node *node = yaml_find(map, key);

    return node && node->kind == NODE_SCALAR && !yaml_is_empty(node) ? node : NULL;
}

static struct span span_of(const struct node *map)
{
    static const char *const keys[] = {"date", "from", "born"};
    struct span span = {0};

    for (size_t i = 0; i < COUNTOF(keys) && !span.first; i++)
        span.first = scalar(map, keys[i]);
    span.last = scalar(map, "to");
    if (!span.last)
        span.last = scalar(map, "died");
    return span;
}

/* The span of the map that the finding is about: the map itself, or its key, stands there. */
static struct span find_span(const struct node *node, const struct finding *finding)
{
    struct span span = {0};

    if (node->kind == NODE_MAP && is_at(node->origin, finding))
        span = span_of(node);
    for (int i = 0; i < node->count && node->kind != NODE_SCALAR && !span.first; i++) {
        const struct node *below = node->kind == NODE_MAP ? &node->pairs[i].value : &node->items[i];

        if (node->kind == NODE_MAP && is_at(node->pairs[i].origin, finding) && below->kind == NODE_MAP)
            span = span_of(below);
        if (!span.first)
            span = find_span(below, finding);
    }
    return span;
}

static const struct node *find_value(const struct node *node, const struct finding *finding)
{
    const struct node *found = node->kind == NODE_SCALAR && is_at(node->origin, finding) ? node : NULL;

    for (int i = 0; i < node->count && node->kind != NODE_SCALAR && !found; i++)
        found = find_value(node->kind == NODE_MAP ? &node->pairs[i].value : &node->items[i], finding);
    return found;
}

static bool is_alike(const struct moment *one, const struct moment *other)
{
    return one->surety == DATE_SURE && other->surety == DATE_SURE && moment_precision(one) == moment_precision(other);
}

/* That both are no dates at all, another finding says. */
static void exchange(struct editing *editing, const struct span *span)
{
    struct dating first, last;

    if (!span->first || dating_parse(span->first->text, CALENDAR_GREGORIAN, &first) != DATING_FINE)
        return;
    if (!span->last && first.to.date.year != 0 && is_alike(&first.from, &first.to)) {
        char both[2 * sizeof(struct moment_string)];

        snprintf(both, sizeof(both), "%s/%s", moment_written(&first.to).text, moment_written(&first.from).text);
        editing_set_text(editing, span->first, both);
    }
    if (!span->last || first.to.date.year != 0 || dating_parse(span->last->text, CALENDAR_GREGORIAN, &last) != DATING_FINE ||
        last.to.date.year != 0 || !is_alike(&first.from, &last.from))
        return;
    editing_set_text(editing, span->first, span->last->text);
    editing_set_text(editing, span->last, span->first->text);
}

static bool is_reversed(const struct finding *finding)
{
    return strcmp(finding->code, "span-reversed") == 0;
}

bool dates_concerns(const struct finding *finding)
{
    return finding->meant || is_reversed(finding);
}

bool dates_mend(struct buffer *out, const char *path, struct bytes bytes, const struct dates_range *range)
{
    struct report report = {findings_create(), path, 0};
    struct editing *editing = editing_open(&report, &(struct yaml_source){bytes.at, bytes.size, true});

    for (int i = range->from; i < range->to && editing; i++) {
        const struct finding *finding = findings_at(range->findings, i);

        if (strcmp(finding->file, path) != 0)
            continue;
        const struct node *value = finding->meant ? find_value(editing_root(editing), finding) : NULL;
        struct span span = is_reversed(finding) ? find_span(editing_root(editing), finding) : (struct span){0};

        if (value)
            editing_set_text(editing, value, finding->meant);
        exchange(editing, &span);
    }
    bool changed = editing && editing_is_changed(editing);

    if (changed)
        editing_result(editing, out);
    editing_close(editing);
    findings_destroy(report.findings);
    return changed;
}
