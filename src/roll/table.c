/* The museum's table (tables/table), of which one column is read. */
#include "roll/table.h"

#include "tables/table.h"

#include <string.h>
#include <strings.h>

enum { NAME_BYTES_MAX = 240, TOLD_MAX = 20 /* faults of rows; the others are counted */ };

/* A cell without blanks around it. */
struct name {
    const char *text;
    size_t length;
};

static bool is_blank_byte(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

static struct name name_of(const struct table_row *row, int column)
{
    const char *text = table_cell(row, column);

    while (is_blank_byte(*text))
        text++;
    size_t length = strlen(text);

    while (length > 0 && is_blank_byte(text[length - 1]))
        length--;
    return (struct name){text, length};
}

static bool has_control(const struct name *name)
{
    for (size_t i = 0; i < name->length; i++)
        if ((unsigned char)name->text[i] < ' ' || name->text[i] == 0x7F)
            return true;
    return false;
}

/* What is wrong with the row; NULL: nothing. */
static const char *fault_of(const struct table_row *row, int fields, const struct name *name)
{
    if (row->is_open)
        return "a quote is opened here and never closed; close it";
    if (row->count != fields)
        return "this row has not as many fields as the first one; put what holds a comma in quotes";
    if (name->length == 0)
        return "this row has no name; write it, or remove the row";
    if (name->length > NAME_BYTES_MAX)
        return "this name is longer than anybody can read in passing; write the name alone";
    return has_control(name) ? "this name holds a line break or a control code; write it in one line" : NULL;
}

static bool fail(const struct roll_table *table, struct findings *findings, const char *what)
{
    findings_add(findings, FINDING_ERROR, table->origin, CODED("names-table") "names: \"%s\" %s; until then no names are shown",
                 table->file, what);
    return false;
}

/* Where names and faults go. */
struct roll_sink {
    struct arena *arena;
    struct findings *findings;
};

/* The column with that heading, or the only one; -1 if there is none. */
static int find_column(const struct table_row *headings)
{
    for (int i = headings->count - 1; i >= 0; i--) {
        struct name heading = name_of(headings, i);

        if (heading.length == 4 && strncasecmp(heading.text, "name", 4) == 0)
            return i;
    }
    return headings->count == 1 ? 0 : -1;
}

static void read_rows(struct roll_table *names, const struct table_rows *table, int column, const struct roll_sink *sink)
{
    int fields = table->rows[0].count, faults = 0;

    names->names = ARENA_ARRAY(sink->arena, const char *, int_min(table->count, ROLL_NAMES_MAX));
    for (int i = 1; i < table->count && names->count < ROLL_NAMES_MAX; i++) {
        const struct table_row *row = &table->rows[i];
        struct name name = name_of(row, column);
        const char *fault = fault_of(row, fields, &name);

        if (!fault)
            names->names[names->count++] = arena_text(sink->arena, name.text, name.length);
        else if (++faults <= TOLD_MAX)
            findings_add(sink->findings, FINDING_WARNING, (struct origin){names->file, row->line, 1},
                         CODED("names-row") "%s; until then it is passed over", fault);
    }
    if (faults > TOLD_MAX)
        findings_add(sink->findings, FINDING_WARNING, names->origin,
                     CODED("names-row") "names: %d more rows of \"%s\" are passed over for such faults", faults - TOLD_MAX, names->file);
}

static bool read_all(struct roll_table *names, const struct buffer *content, struct arena *spare, const struct roll_sink *sink)
{
    struct table_rows table;
    enum table_fault fault = table_read(&table, spare, (struct bytes){content->bytes, content->length});

    if (fault == TABLE_EMPTY)
        return fail(names, sink->findings, "is empty; write a row of headings, and a row for each name");
    if (fault == TABLE_NOT_TEXT)
        return fail(names, sink->findings, "is not in UTF-8; save it as \"CSV UTF-8\"");
    if (fault == TABLE_ZERO)
        return fail(names, sink->findings, "holds a letter that is 0, as programs leave where a text was lost; save it anew");
    int column = find_column(&table.rows[0]);

    if (column < 0)
        return fail(names, sink->findings, "has no column \"name\"; write that heading in its first row");
    read_rows(names, &table, column, sink);
    return names->count > 0 || fail(names, sink->findings, "holds no name; write a row for each below the headings");
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
    struct arena *spare = arena_create();
    enum files_result result = files->read(files->context, table->file, ROLL_BYTES_MAX, &content);
    bool good = result == FILES_OK ? read_all(table, &content, spare, &(struct roll_sink){arena, findings})
                                   : fail(table, findings, reasons[result]);

    arena_destroy(spare);
    buffer_finish(&content);
    return good;
}
