/* Field by field. A field in quotes may hold commas, line breaks, and quotes written twice. */
#include "roll/table.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

enum { NAME_BYTES_MAX = 240, TOLD_MAX = 20 /* faults of rows; the others are counted */ };

struct roll_cursor {
    const char *at, *end;
    char mark; /* between fields */
    int line;  /* of `at`, from 1 */
};

/* The fields of one row. column: of the name, once the headings are read; name: its text. */
struct row {
    int fields, line, column;
    struct buffer name;
    bool is_open, is_blank; /* a quote is never closed; nothing stands in its line */
};

static bool is_blank_byte(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

static char next_byte(struct roll_cursor *c)
{
    c->line += *c->at == '\n';
    return *c->at++;
}

/* Into the buffer, without blanks around it. Stops at the mark or the line's end. */
static void read_field(struct roll_cursor *c, struct buffer *field, bool *open)
{
    field->length = 0;
    while (c->at < c->end && is_blank_byte(*c->at))
        next_byte(c);
    bool quoted = c->at < c->end && *c->at == '"';

    if (quoted)
        next_byte(c);
    *open = quoted;
    while (c->at < c->end && (*open || (*c->at != c->mark && *c->at != '\n'))) {
        char byte = next_byte(c);

        if (*open && byte == '"' && !(c->at < c->end && *c->at == '"')) {
            *open = false;
            continue;
        }
        if (*open && byte == '"')
            next_byte(c);
        buffer_add(field, &byte, 1);
    }
    while (field->length > 0 && is_blank_byte(field->bytes[field->length - 1]))
        field->length--;
}

/* Whether there was one. headings: the name's column is looked for. */
static bool read_row(struct roll_cursor *c, struct row *row, bool headings)
{
    struct buffer field = {0};
    bool more = c->at < c->end;

    row->fields = 0;
    row->name.length = 0;
    row->line = c->line;
    row->is_open = false;
    while (more) {
        read_field(c, &field, &row->is_open);
        if (headings && field.length == 4 && strncasecmp(field.bytes, "name", 4) == 0)
            row->column = row->fields;
        if (!headings && row->fields == row->column)
            buffer_add(&row->name, field.bytes ? field.bytes : "", field.length);
        row->fields++;
        row->is_blank = row->fields == 1 && field.length == 0;
        more = c->at < c->end && next_byte(c) == c->mark;
    }
    buffer_finish(&field);
    return row->fields > 0;
}

static bool has_control(const struct buffer *name)
{
    for (size_t i = 0; i < name->length; i++)
        if ((unsigned char)name->bytes[i] < ' ' || name->bytes[i] == 0x7F)
            return true;
    return false;
}

/* What is wrong with the row; NULL: nothing. */
static const char *fault_of(const struct row *row, int fields)
{
    if (row->is_open)
        return "a quote is opened here and never closed; close it";
    if (row->fields != fields)
        return "this row has not as many fields as the first one; put what holds a comma in quotes";
    if (row->name.length == 0)
        return "this row has no name; write it, or remove the row";
    if (row->name.length > NAME_BYTES_MAX)
        return "this name is longer than anybody can read in passing; write the name alone";
    return has_control(&row->name) ? "this name holds a line break or a control code; write it in one line" : NULL;
}

static bool fail(const struct roll_table *table, struct findings *findings, const char *what)
{
    findings_add(findings, FINDING_ERROR, table->origin, "names: \"%s\" %s; until then no names are shown", table->file, what);
    return false;
}

/* Where names and faults go. */
struct roll_sink {
    struct arena *arena;
    struct findings *findings;
};

static void read_rows(struct roll_table *table, struct roll_cursor *c, struct row *row, const struct roll_sink *sink)
{
    int fields = row->fields, faults = 0;

    while (table->count < ROLL_NAMES_MAX && read_row(c, row, false)) {
        const char *fault = fault_of(row, fields);

        if (row->is_blank)
            continue;
        if (!fault)
            table->names[table->count++] = arena_text(sink->arena, row->name.bytes, row->name.length);
        else if (++faults <= TOLD_MAX)
            findings_add(sink->findings, FINDING_WARNING, (struct origin){table->file, row->line, 1}, "%s; until then it is passed over",
                         fault);
    }
    if (faults > TOLD_MAX)
        findings_add(sink->findings, FINDING_WARNING, table->origin, "names: %d more rows of \"%s\" are passed over for such faults",
                     faults - TOLD_MAX, table->file);
}

/* A semicolon among the headings parts fields. Returns how many lines there are. */
static int look_ahead(struct roll_cursor *c)
{
    int lines = 1;

    for (const char *at = c->at; at < c->end; at++) {
        if (lines == 1 && *at == ';')
            c->mark = ';';
        lines += *at == '\n';
    }
    return lines;
}

static bool read_all(struct roll_table *table, const struct buffer *content, const struct roll_sink *sink)
{
    static const char byte_order_mark[] = "\xEF\xBB\xBF";
    struct roll_cursor c = {content->bytes, content->bytes + content->length, ',', 1};
    struct row row = {.column = -1};

    if (content->length == 0)
        return fail(table, sink->findings, "is empty; write a row of headings, and a row for each name");
    if (utf8_check(content->bytes, content->length) < content->length)
        return fail(table, sink->findings, "is not in UTF-8; save it as \"CSV UTF-8\"");
    if (content->length >= 3 && memcmp(c.at, byte_order_mark, 3) == 0)
        c.at += 3;
    int lines = look_ahead(&c);

    if (read_row(&c, &row, true) && row.column < 0 && row.fields == 1)
        row.column = 0;
    if (row.column >= 0) {
        table->names = ARENA_ARRAY(sink->arena, const char *, int_min(lines, ROLL_NAMES_MAX));
        read_rows(table, &c, &row, sink);
    }
    buffer_finish(&row.name);
    if (row.column < 0)
        return fail(table, sink->findings, "has no column \"name\"; write that heading in its first row");
    return table->count > 0 || fail(table, sink->findings, "holds no name; write a row for each below the headings");
}

bool roll_table_read(struct roll_table *table, const struct files *files, struct arena *arena, struct findings *findings)
{
    static const char *const reasons[] = {
        [FILES_OK] = NULL,
        [FILES_MISSING] = "is not there; correct the path, or add the file",
        [FILES_TOO_LARGE] = "is larger than 2 MB; keep the column of names alone",
        [FILES_OUTSIDE] = "leads out of the exhibit's folder; keep the file inside it",
        [FILES_UNREADABLE] = "cannot be read; look at its permissions",
    };
    struct buffer content = {0};
    enum files_result result = files->read(files->context, table->file, ROLL_BYTES_MAX, &content);
    bool good =
        result == FILES_OK ? read_all(table, &content, &(struct roll_sink){arena, findings}) : fail(table, findings, reasons[result]);

    buffer_finish(&content);
    return good;
}
