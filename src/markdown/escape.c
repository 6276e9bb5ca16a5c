/* Sign by sign; every jump is remembered as a join. */
#include "markdown/escape.h"

#include "typed/typed.h"

#include <stdlib.h>
#include <string.h>

static const char BULLET[] = "\u2022";
enum { YEAR_DIGITS = 3, TAB_WIDTH = 4 };

/* The work on one text. */
struct work {
    struct escaped *escaped;
    const char *text;
    const struct places *escapes;
    int next; /* of the escapes */
    const struct node *node;
    int line;         /* of the node's */
    const char *year; /* the dot or bracket that is to be escaped, of this line */
};

void places_add(struct places *places, size_t place)
{
    places->list = mem_grow(places->list, places->count, &places->capacity, sizeof(*places->list));
    places->list[places->count++] = place;
}

static int compare_places(const void *one, const void *other)
{
    size_t a = *(const size_t *)one, b = *(const size_t *)other;

    return (a > b) - (a < b);
}

bool places_join(struct places *places, const struct places *more)
{
    int before = places->count, kept = 0;

    for (int i = 0; i < more->count; i++)
        places_add(places, more->list[i]);
    if (places->count > 1)
        qsort(places->list, (size_t)places->count, sizeof(*places->list), compare_places);
    for (int i = 0; i < places->count; i++)
        if (i == 0 || places->list[i] != places->list[kept - 1])
            places->list[kept++] = places->list[i];
    places->count = kept;
    return kept > before;
}

/* Adds bytes that stand at `typed` in the typed text. */
static void put(struct work *w, const char *bytes, size_t length, const char *typed)
{
    struct escaped *e = w->escaped;
    struct escape_join join = {e->text.length, (size_t)(typed - w->text)};
    const struct escape_join *last = e->count > 0 ? &e->joins[e->count - 1] : NULL;

    if (!last || join.at - last->at != join.typed - last->typed) {
        e->joins = mem_grow(e->joins, e->count, &e->capacity, sizeof(*e->joins));
        e->joins[e->count++] = join;
    }
    buffer_add(&e->text, bytes, length);
}

/* The dot or bracket behind a number of three digits or more at the start of a line: a year, not an item. NULL if there is none. */
static const char *year_mark(const char *line)
{
    const char *number = line + strspn(line, " ");
    size_t digits = strspn(number, "0123456789");

    return digits >= YEAR_DIGITS && (number[digits] == '.' || number[digits] == ')') ? number + digits : NULL;
}

/* The blanks at the start of a line; returns what stands behind them. */
static const char *put_indent(struct work *w, const char *at)
{
    for (int column = 0; *at == ' ' || *at == '\t'; at++) {
        int width = *at == '\t' ? TAB_WIDTH - column % TAB_WIDTH : 1;

        put(w, "    ", (size_t)width, at);
        column += width;
    }
    size_t bullet = strlen(BULLET);

    if (strncmp(at, BULLET, bullet) == 0 && typed_is_blank(at[bullet])) {
        put(w, "-", 1, at);
        at += bullet;
    }
    w->year = year_mark(at);
    return at;
}

static void drop_blanks(struct work *w)
{
    struct buffer *text = &w->escaped->text;

    while (text->length > 0 && text->bytes[text->length - 1] == ' ')
        text->length--;
    while (w->escaped->count > 0 && w->escaped->joins[w->escaped->count - 1].at >= text->length)
        w->escaped->count--;
}

/* Behind a comment: with its line, if nothing else stands there; else without the blanks that it would leave at a line's end. */
static const char *pass_comment(struct work *w, const char *at, size_t length)
{
    const char *start = at, *behind = at + length + strspn(at + length, " \t");

    while (start > w->text && (start[-1] == ' ' || start[-1] == '\t'))
        start--;
    if (*behind && *behind != '\n')
        return at + length;
    drop_blanks(w);
    bool alone = start == w->text || start[-1] == '\n';

    return alone && *behind ? put_indent(w, behind + 1) : behind;
}

/* Whether YAML has made this line end of an empty line. It also keeps those around lines that are indented further. */
static bool was_empty_line(struct work *w, const char *at)
{
    const struct node *node = w->node;
    int offset = (int)(at - w->text);

    if (!escape_is_folded(node))
        return false;
    while (w->line + 1 < node->line_count && node->lines[w->line + 1].offset <= offset)
        w->line++;
    return w->line + 1 >= node->line_count || node->lines[w->line + 1].line > node->lines[w->line].line + 1;
}

/* How many bytes are taken over as they stand. */
static size_t plain_run(const struct work *w, const char *at)
{
    size_t run = strcspn(at, "\n\t\\<["), place = (size_t)(at - w->text);

    if (w->year && w->year >= at && (size_t)(w->year - at) < run)
        run = (size_t)(w->year - at);
    for (int i = w->next; i < w->escapes->count && w->escapes->list[i] < place + run; i++)
        if (w->escapes->list[i] >= place)
            return w->escapes->list[i] - place;
    return run;
}

/* A run of letters, or one sign; returns what comes next. */
static const char *put_sign(struct work *w, const char *at)
{
    size_t run = plain_run(w, at);

    if (run > 0) {
        put(w, at, run, at);
        return at + run;
    }
    size_t comment = typed_comment(at), place = (size_t)(at - w->text);
    bool escape = false;

    if (comment > 0)
        return pass_comment(w, at, comment);
    for (; w->next < w->escapes->count && w->escapes->list[w->next] <= place; w->next++)
        escape = w->escapes->list[w->next] == place;
    if (escape || at == w->year || strncmp(at, "[^", 2) == 0 || typed_is_format_tag(at))
        put(w, "\\", 1, at);
    if (*at == '\\' && at[1] > ' ' && at[1] < 0x7F) {
        put(w, at, 2, at);
        return at + 2;
    }
    put(w, *at == '\t' ? " " : at, 1, at);
    if (*at != '\n')
        return at + 1;
    if (was_empty_line(w, at))
        put(w, "\n", 1, at);
    return put_indent(w, at + 1);
}

bool escape_is_folded(const struct node *node)
{
    return node->line_count > 0 && node->style != NODE_LITERAL;
}

void escape_text(struct escaped *escaped, const struct node *node, const struct places *escapes)
{
    struct work work = {.escaped = escaped, .text = node->text, .escapes = escapes, .node = node};

    buffer_add(&escaped->text, "", 0);
    for (const char *at = put_indent(&work, node->text); *at;)
        at = put_sign(&work, at);
}

size_t escape_typed(const struct escaped *escaped, size_t at)
{
    int low = 0, high = escaped->count;

    while (high - low > 1) {
        int middle = (low + high) / 2;

        if (escaped->joins[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return escaped->count == 0 ? 0 : escaped->joins[low].typed + (at - escaped->joins[low].at);
}

void escape_finish(struct escaped *escaped)
{
    free(escaped->joins);
    buffer_finish(&escaped->text);
    *escaped = (struct escaped){0};
}
