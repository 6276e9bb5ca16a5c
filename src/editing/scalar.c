/* Each form is tried, and read back; double quotes can say everything. */
#include "editing/scalar.h"

#include "base/utf8.h"

#include <string.h>

size_t scalar_length(const char *text)
{
    size_t length = strlen(text);

    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\n' || text[length - 1] == '\t'))
        length--;
    return length;
}

bool scalar_can_hold(const char *text)
{
    const char *end = text + strlen(text);

    for (const char *at = text; at < end;) {
        uint32_t code = utf8_next(&at, end);

        if ((code < ' ' && code != '\n') || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 || code == 0xFEFF ||
            code == 0xFFFE || code == 0xFFFF)
            return false;
    }
    return true;
}

bool scalar_is_read(struct bytes raw, bool flow, const char *text)
{
    struct buffer file = {0};
    struct arena *arena = arena_create();
    struct report report = {findings_create(), "", 0};

    buffer_printf(&file, flow ? "k: {a: " : "k: ");
    buffer_add(&file, raw.at, raw.size);
    buffer_printf(&file, flow ? "}\n" : "\n");
    const struct node *root = yaml_read(arena, &report, &(struct yaml_source){file.bytes, file.length, true}), *value = NULL;

    if (root && findings_total(report.findings) == 0)
        value = yaml_find(root, "k");
    if (value && flow)
        value = value->count == 1 ? yaml_find(value, "a") : NULL;
    size_t length = scalar_length(text);
    bool same = value && value->kind == NODE_SCALAR && !value->remark && scalar_length(value->text) == length &&
                strncmp(value->text, text, length) == 0;

    findings_destroy(report.findings);
    arena_destroy(arena);
    buffer_finish(&file);
    return same;
}

static void add_blanks(struct buffer *out, int count)
{
    buffer_printf(out, "%*s", count, "");
}

static int columns_of(const char *at, const char *end)
{
    int columns = 0;

    for (; at < end; at++)
        columns += ((unsigned char)*at & 0xC0) != 0x80;
    return columns;
}

void scalar_fold(struct buffer *out, struct bytes words, int column, const struct scalar_form *form)
{
    const char *at = words.at, *end = words.at + words.size;

    while (at < end) {
        const char *next = at;

        while (next < end && *next == ' ')
            next++;
        while (next < end && *next != ' ')
            next++;
        int columns = columns_of(at, next);

        /* Two blanks in a row would become one. */
        if (column + columns > form->width && *at == ' ' && at + 1 < next && at[1] != ' ' && column > form->indent) {
            buffer_printf(out, "%s", form->newline);
            add_blanks(out, form->indent);
            column = form->indent + columns - 1;
            buffer_add(out, at + 1, (size_t)(next - at - 1));
        } else {
            buffer_add(out, at, (size_t)(next - at));
            column += columns;
        }
        at = next;
    }
}

static void add_head(struct buffer *out, const struct scalar_form *form, const char *usual)
{
    if (form->head.size > 0)
        buffer_add(out, form->head.at, form->head.size);
    else
        buffer_printf(out, "%s", usual);
}

/* A line break of the text stands as an empty line. */
static void write_folded(struct buffer *out, const char *text, const struct scalar_form *form)
{
    const char *at = text, *end = text + scalar_length(text);

    add_head(out, form, ">-");
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));

        stop = stop ? stop : end;
        buffer_printf(out, "%s", form->newline);
        if (stop > at) {
            add_blanks(out, form->indent);
            scalar_fold(out, (struct bytes){at, (size_t)(stop - at)}, form->indent, form);
        }
        if (stop < end && stop > at)
            buffer_printf(out, "%s", form->newline);
        at = stop + 1;
    }
}

static void write_literal(struct buffer *out, const char *text, const struct scalar_form *form)
{
    const char *at = text, *end = text + scalar_length(text);

    add_head(out, form, "|");
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));

        stop = stop ? stop : end;
        buffer_printf(out, "%s", form->newline);
        if (stop > at)
            add_blanks(out, form->indent);
        buffer_add(out, at, (size_t)(stop - at));
        at = stop + 1;
    }
}

static void write_single(struct buffer *out, const char *text)
{
    size_t length = scalar_length(text);

    buffer_add(out, "'", 1);
    for (const char *at = text; at < text + length; at++)
        buffer_add(out, *at == '\'' ? "''" : at, *at == '\'' ? 2 : 1);
    buffer_add(out, "'", 1);
}

/* A blank beside a line's end would be dropped there. */
static bool is_at_end(const char *text, const char *at)
{
    return *at == ' ' && (at[1] == '\n' || (at > text && at[-1] == '\n'));
}

/* A no-break space, which nobody would see, is written so that it is seen. lines: a break of the text is an empty line, not a sign. */
static void write_double(struct buffer *out, const char *text, const struct scalar_form *form, bool lines)
{
    static const char NO_BREAK_SPACE[] = "\xC2\xA0";
    size_t length = scalar_length(text);

    buffer_add(out, "\"", 1);
    for (const char *at = text; at < text + length; at++)
        if (*at == '\n' && lines && at > text)
            buffer_printf(out, "%s%s%*s", at[-1] == '\n' ? "" : form->newline, form->newline, at[1] == '\n' ? 0 : form->indent, "");
        else if (*at == '\n')
            buffer_printf(out, "\\n");
        else if (lines && is_at_end(text, at))
            buffer_printf(out, "\\x20");
        else if (strncmp(at, NO_BREAK_SPACE, 2) == 0)
            buffer_printf(out, "\\_"), at++;
        else
            buffer_printf(out, *at == '"' || *at == '\\' ? "\\%c" : "%c", *at);
    buffer_add(out, "\"", 1);
}

static void write_form(struct buffer *out, const char *text, const struct scalar_form *form)
{
    switch (form->style) {
    case NODE_FOLDED:
        write_folded(out, text, form);
        return;
    case NODE_LITERAL:
        write_literal(out, text, form);
        return;
    case NODE_QUOTED:
        if (form->quote == '\'')
            write_single(out, text);
        else
            write_double(out, text, form, false);
        return;
    case NODE_PLAIN:
    case NODE_ALIAS:
        buffer_add(out, text, scalar_length(text));
        return;
    }
}

void scalar_write(struct buffer *out, const char *text, const struct scalar_form *form)
{
    bool block = form->style == NODE_FOLDED || form->style == NODE_LITERAL, folded = form->style == NODE_FOLDED || form->folded;
    struct buffer raw = {0};

    if (!(block && form->flow) && scalar_length(text) > 0 && !(form->folded && strchr(text, '\n') && !block))
        write_form(&raw, text, form);
    if (raw.length == 0 || !scalar_is_read((struct bytes){raw.bytes, raw.length}, form->flow, text)) {
        raw.length = 0;
        write_double(&raw, text, form, folded);
        if (folded && !scalar_is_read((struct bytes){raw.bytes, raw.length}, form->flow, text)) {
            raw.length = 0;
            write_double(&raw, text, form, false);
        }
    }
    buffer_add(out, raw.bytes, raw.length);
    buffer_finish(&raw);
}
