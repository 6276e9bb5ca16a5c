/* Each change is a splice: bytes of the file, and what stands in their place. Where a node begins and ends is told by lines and columns. */
#include "editing/editing.h"

#include "base/utf8.h"
#include "editing/fresh.h"
#include "editing/patch.h"
#include "text/nfc.h"
#include "yaml/lines.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH_LEAST = 60, WIDTH_MOST = 160 };

/* Between two bytes of the file. number: of those at one place, which comes first. */
struct splice {
    const char *from, *to;
    bool value; /* in the place of one, which may be empty: what is added there stands behind it */
    int number;
    struct buffer text;
};

struct editing {
    char *bytes;
    const char *end;
    const char **lines; /* where each begins, and one more: the end */
    int line_count, width;
    const char *newline;
    struct arena *arena;
    const struct node *root;
    struct splice *splices;
    int count, capacity;
};

static int columns_between(const char *from, const char *to)
{
    int columns = 0;

    while (from < to) {
        utf8_next(&from, to);
        columns++;
    }
    return columns;
}

/* Line and column from 1. */
static const char *byte_at(const struct editing *e, int line, int column)
{
    const char *at = e->lines[int_min(line - 1, e->line_count)];

    for (int i = 1; i < column && at < e->end; i++)
        utf8_next(&at, e->end);
    return at;
}

static const char *start_of(const struct editing *e, const struct node *node)
{
    return byte_at(e, node->origin.line, node->origin.column);
}

/* Behind the last letter of the line, without its break. */
static const char *end_of_line(const struct editing *e, int line)
{
    const char *at = e->lines[int_min(line - 1, e->line_count)];

    return line_next(&at, e->end).end;
}

static int line_of(const struct editing *e, const char *at)
{
    int low = 0, high = e->line_count;

    while (high - low > 1) {
        int middle = (low + high) / 2;

        if (e->lines[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low + 1;
}

/* The column, from 0, of the key or dash that the value belongs to, whose line this is. */
static int indent_of(const struct editing *e, const struct node *node)
{
    const char *start = e->lines[node->origin.line - 1], *value = start_of(e, node), *at = start;
    int dash = -1;

    for (; at < value && (*at == ' ' || (*at == '-' && at[1] == ' ')); at++)
        dash = *at == '-' ? (int)(at - start) : dash;
    if (at < value)
        return (int)(at - start);
    return dash >= 0 ? dash : int_max((int)(at - start) - 1, 0);
}

static bool is_block_text(const struct node *node)
{
    return node->kind == NODE_SCALAR && (node->style == NODE_LITERAL || node->style == NODE_FOLDED);
}

static int blanks_of(const char *at, const char *end)
{
    const char *start = at;

    while (at < end && *at == ' ')
        at++;
    return (int)(at - start);
}

/* Behind the last letter of a "|" or ">" block: its lines are those that begin further in than its key. */
static const char *end_of_block(const struct editing *e, const struct node *node)
{
    int indent = indent_of(e, node);
    const char *last = end_of_line(e, node->origin.line);

    for (int line = node->origin.line + 1; line <= e->line_count; line++) {
        const char *start = e->lines[line - 1], *end = end_of_line(e, line);
        int blanks = blanks_of(start, end);

        if (start + blanks == end)
            continue;
        if (blanks <= indent)
            break;
        last = end;
    }
    while (last > e->bytes && last[-1] == ' ')
        last--;
    return last;
}

static const char *end_of(const struct editing *e, const struct node *node)
{
    while (node->kind != NODE_SCALAR && !node->flow) {
        ASSERT(node->count > 0);
        node = node->kind == NODE_MAP ? &node->pairs[node->count - 1].value : &node->items[node->count - 1];
    }
    return is_block_text(node) ? end_of_block(e, node) : byte_at(e, node->end_line, node->end_column);
}

static struct buffer *splice_add(struct editing *e, const char *from, const char *to)
{
    e->splices = mem_grow(e->splices, e->count, &e->capacity, sizeof(*e->splices));
    struct splice *splice = &e->splices[e->count];

    *splice = (struct splice){.from = from, .to = to, .number = e->count++};
    return &splice->text;
}

static void find_lines(struct editing *e)
{
    int capacity = 0;

    for (const char *at = e->bytes + (strncmp(e->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0);;) {
        e->lines = mem_grow(e->lines, e->line_count, &capacity, sizeof(*e->lines));
        e->lines[e->line_count] = at;
        if (at >= e->end)
            return;
        struct line line = line_next(&at, e->end);

        if (!e->newline && at > line.end)
            e->newline = at - line.end == 2 ? "\r\n" : *line.end == '\r' ? "\r" : "\n";
        e->line_count++;
    }
}

/* How long the longest folded line is. */
static void find_width(struct editing *e, const struct node *node)
{
    for (int i = 0; node->kind != NODE_SCALAR && i < node->count; i++)
        find_width(e, node->kind == NODE_MAP ? &node->pairs[i].value : &node->items[i]);
    for (int i = 0; node->kind == NODE_SCALAR && node->style == NODE_FOLDED && node->line_count > 1 && i < node->line_count; i++) {
        int line = node->lines[i].line;

        e->width = int_max(e->width, columns_between(e->lines[line - 1], end_of_line(e, line)));
    }
}

struct editing *editing_open(struct report *report, const struct yaml_source *source)
{
    struct editing *e = mem_alloc(sizeof(*e));
    int errors = report->errors;

    e->bytes = mem_alloc(source->size + 1);
    if (source->size > 0)
        memcpy(e->bytes, source->bytes, source->size);
    e->end = e->bytes + source->size;
    e->arena = arena_create();
    find_lines(e);
    if (!e->newline)
        e->newline = "\n";
    e->root = yaml_read(e->arena, report, &(struct yaml_source){e->bytes, source->size, source->is_long});
    if (!e->root || report->errors > errors) {
        editing_close(e);
        return NULL;
    }
    find_width(e, e->root);
    e->width = e->width == 0 ? SCALAR_WIDTH : int_max(WIDTH_LEAST, int_min(e->width, WIDTH_MOST));
    return e;
}

void editing_close(struct editing *e)
{
    if (!e)
        return;
    for (int i = 0; i < e->count; i++)
        buffer_finish(&e->splices[i].text);
    free(e->splices);
    free(e->lines);
    free(e->bytes);
    arena_destroy(e->arena);
    free(e);
}

const struct node *editing_root(const struct editing *e)
{
    return e->root;
}

static bool is_same(const char *one, const char *other)
{
    size_t length = scalar_length(one);

    return scalar_length(other) == length && strncmp(one, other, length) == 0;
}

/* As the value stands there; of a block the lines below it too. */
static struct scalar_form form_of(const struct editing *e, const struct node *node, const char *start)
{
    struct scalar_form form = {.style = node->style,
                               .quote = *start == '\'' ? '\'' : '"',
                               .indent = indent_of(e, node) + 2,
                               .width = e->width,
                               .newline = e->newline,
                               .flow = node->flow,
                               .folded = node->line_count > 1 && node->style != NODE_LITERAL};

    if (node->line_count > 0 && node->lines[node->line_count - 1].line > node->origin.line)
        form.indent = node->lines[node->line_count - 1].column - 1;
    if (is_block_text(node))
        form.head = (struct bytes){start, (size_t)(end_of_line(e, node->origin.line) - start)};
    return form;
}

/* Behind "key:" with nothing on its line, a blank comes first. */
static void part_from_key(const struct editing *e, struct buffer *text, const char *start)
{
    if (start > e->bytes && start[-1] == ':')
        buffer_printf(text, " ");
}

void editing_set_text(struct editing *e, const struct node *node, const char *text)
{
    const char *words = nfc_of(e->arena, text), *start = start_of(e, node), *end = end_of(e, node);

    ASSERT(node->kind == NODE_SCALAR && scalar_can_hold(words));
    if (is_same(node->text, words))
        return;
    struct scalar_form form = form_of(e, node, start);
    struct patch_place place = {.raw = {start, (size_t)(end - start)}, .node = node, .column = node->origin.column - 1};
    struct buffer *out = splice_add(e, start, end);

    part_from_key(e, out, start);
    if (yaml_is_empty(node))
        form.style = NODE_QUOTED;
    else if (patch_text(out, &place, words, &form))
        return;
    scalar_write(out, words, &form);
}

static struct fresh_place place_at(const struct editing *e, int indent, bool flow)
{
    return (struct fresh_place){indent, e->width, e->newline, flow};
}

void editing_set(struct editing *e, const struct node *node, const struct node *value)
{
    const char *start = start_of(e, node), *end = end_of(e, node);

    ASSERT(node->kind == NODE_SCALAR || node->flow);
    if (node->flow && node->kind == NODE_SCALAR) {
        struct fresh_place place = place_at(e, 0, true);

        fresh_inside(splice_add(e, start, end), value, &place);
        return;
    }
    struct fresh_place place = place_at(e, indent_of(e, node), false);

    while (start > e->bytes && start[-1] == ' ')
        start--;
    fresh_value(splice_add(e, start, end), value, &place);
    e->splices[e->count - 1].value = true;
}

/* Whether something was put there already. */
static bool is_spliced(const struct editing *e, const char *at)
{
    for (int i = 0; i < e->count; i++)
        if (e->splices[i].from == at && e->splices[i].to == at)
            return true;
    return false;
}

/* Inside the closing bracket: before it, and behind what it closes. */
static struct buffer *open_bracket(struct editing *e, const struct node *node)
{
    const struct node *last = node->count == 0         ? NULL
                              : node->kind == NODE_MAP ? &node->pairs[node->count - 1].value
                                                       : &node->items[node->count - 1];
    const char *at = last ? end_of(e, last) : end_of(e, node) - 1;
    bool first = !last && !is_spliced(e, at);
    struct buffer *out = splice_add(e, at, at);

    buffer_printf(out, first ? "" : ", ");
    return out;
}

/* Behind the line in which the last of it stands. */
static struct buffer *open_line(struct editing *e, const struct node *node, int indent)
{
    const char *at = end_of_line(e, line_of(e, end_of(e, node)));
    struct buffer *out = splice_add(e, at, at);

    buffer_printf(out, "%s%*s", e->newline, indent, "");
    return out;
}

void editing_add(struct editing *e, const struct node *map, const char *key, const struct node *value)
{
    ASSERT(map->kind == NODE_MAP && (map->flow || map->count > 0) && !yaml_find(map, key));
    struct fresh_place place = place_at(e, map->flow ? 0 : map->pairs[0].origin.column - 1, map->flow);
    struct buffer *out = map->flow ? open_bracket(e, map) : open_line(e, map, place.indent);

    buffer_printf(out, "%s:", key);
    fresh_value(out, value, &place);
}

/* The column, from 0, of the dash before a list's first item. */
static int dash_of(const struct editing *e, const struct node *list)
{
    const char *at = start_of(e, &list->items[0]);

    while (at > e->bytes && at[-1] != '-')
        at--;
    return columns_between(e->lines[line_of(e, at) - 1], at) - 1;
}

void editing_append(struct editing *e, const struct node *list, const struct node *item)
{
    ASSERT(list->kind == NODE_LIST && (list->flow || list->count > 0));
    struct fresh_place place = place_at(e, 0, true);

    if (list->flow)
        fresh_inside(open_bracket(e, list), item, &place);
    else
        editing_insert(e, list, list->count - 1, item);
}

/* Whether an empty line parts the second item from the first. */
static bool is_spaced(const struct editing *e, const struct node *list)
{
    int line = list->count > 1 ? list->items[1].origin.line - 1 : 0;

    return line > 0 && blanks_of(e->lines[line - 1], e->end) == end_of_line(e, line) - e->lines[line - 1];
}

void editing_insert(struct editing *e, const struct node *list, int behind, const struct node *item)
{
    ASSERT(list->kind == NODE_LIST && !list->flow && behind < list->count);
    struct fresh_place place = place_at(e, dash_of(e, list), false);
    const char *at = start_of(e, &list->items[0]);

    if (behind >= 0) {
        struct buffer *out = open_line(e, &list->items[behind], is_spaced(e, list) ? 0 : place.indent);

        if (is_spaced(e, list))
            buffer_printf(out, "%s%*s", e->newline, place.indent, "");
        fresh_item(out, item, &place);
        return;
    }
    while (at > e->bytes && at[-1] != '-')
        at--;
    struct buffer *out = splice_add(e, at - 1, at - 1);

    fresh_item(out, item, &place);
    buffer_printf(out, "%s%s%*s", is_spaced(e, list) ? e->newline : "", e->newline, place.indent, "");
}

struct bytes editing_source(const struct editing *e)
{
    return (struct bytes){e->bytes, (size_t)(e->end - e->bytes)};
}

bool editing_is_changed(const struct editing *e)
{
    return e->count > 0;
}

static int compare_splices(const void *one, const void *other)
{
    const struct splice *a = *(const struct splice *const *)one, *b = *(const struct splice *const *)other;

    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->value != b->value)
        return a->value ? -1 : 1;
    return a->number - b->number;
}

void editing_result(const struct editing *e, struct buffer *result)
{
    const struct splice **sorted = mem_alloc(sizeof(*sorted) * (size_t)int_max(e->count, 1));
    const char *at = e->bytes;

    for (int i = 0; i < e->count; i++)
        sorted[i] = &e->splices[i];
    if (e->count > 1)
        qsort(sorted, (size_t)e->count, sizeof(*sorted), compare_splices);
    buffer_add(result, "", 0);
    for (int i = 0; i < e->count; i++) {
        ASSERT(sorted[i]->from >= at);
        buffer_add(result, at, (size_t)(sorted[i]->from - at));
        buffer_add(result, sorted[i]->text.bytes ? sorted[i]->text.bytes : "", sorted[i]->text.length);
        at = sorted[i]->to;
    }
    buffer_add(result, at, (size_t)(e->end - at));
    free(sorted);
}
