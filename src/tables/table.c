/* Cell by cell. A cell in quotes may hold marks, line breaks, and quotes written twice. */
#include "tables/table.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static const char BOM[] = "\xEF\xBB\xBF";

/* at: the next byte; line: its line, number: its row, both from 1. */
struct table_cursor {
    const char *at, *end;
    char mark;
    int line, number;
    struct arena *arena;
    struct buffer cell;
};

/* Cells of the row that is being read. */
struct row_cells {
    const char **list;
    int count, capacity;
};

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool is_break(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Past a line's end: "\n", "\r\n" or "\r". */
static void pass_break(struct table_cursor *c)
{
    c->at += *c->at == '\r' && c->at + 1 < c->end && c->at[1] == '\n' ? 2 : 1;
    c->line++;
}

/* What stands in the quotes, and behind them up to the mark. False if they are never closed. */
static bool read_quoted(struct table_cursor *c)
{
    bool open = true;

    for (c->at++; c->at < c->end && (open || (*c->at != c->mark && !is_break(*c->at)));) {
        bool quote = *c->at == '"', twice = quote && c->at + 1 < c->end && c->at[1] == '"';

        if (open && quote && !twice) {
            open = false;
            c->at++;
        } else if (open && is_break(*c->at)) {
            pass_break(c);
            buffer_add(&c->cell, "\n", 1);
        } else {
            buffer_add(&c->cell, c->at, 1);
            c->at += open && twice ? 2 : 1;
        }
    }
    return !open;
}

static void read_plain(struct table_cursor *c)
{
    const char *from = c->at;

    while (c->at < c->end && *c->at != c->mark && !is_break(*c->at))
        c->at++;
    const char *to = c->at;

    while (to > from && is_blank(to[-1]))
        to--;
    buffer_add(&c->cell, from, (size_t)(to - from));
}

static bool read_cell(struct table_cursor *c, struct row_cells *cells)
{
    bool closed = true;

    c->cell.length = 0;
    while (c->at < c->end && is_blank(*c->at) && *c->at != c->mark)
        c->at++;
    if (c->at < c->end && *c->at == '"')
        closed = read_quoted(c);
    else
        read_plain(c);
    cells->list = mem_grow(cells->list, cells->count, &cells->capacity, sizeof(*cells->list));
    cells->list[cells->count++] = arena_text(c->arena, c->cell.bytes ? c->cell.bytes : "", c->cell.length);
    return closed;
}

static struct table_row read_row(struct table_cursor *c, struct row_cells *cells)
{
    struct table_row row = {.number = c->number++, .line = c->line};

    cells->count = 0;
    row.is_open = !read_cell(c, cells);
    while (c->at < c->end && *c->at == c->mark) {
        c->at++;
        row.is_open = !read_cell(c, cells) || row.is_open;
    }
    if (c->at < c->end)
        pass_break(c);
    const char **kept = ARENA_ARRAY(c->arena, const char *, cells->count);

    memcpy(kept, cells->list, sizeof(*kept) * (size_t)cells->count);
    row.cells = kept;
    row.count = cells->count;
    return row;
}

static bool is_empty(const struct table_row *row)
{
    for (int i = 0; i < row->count; i++)
        if (row->cells[i][0])
            return false;
    return !row->is_open;
}

/* The mark that stands most often in the first row; of equals the first of these. */
static char find_mark(const char *at, const char *end)
{
    static const char marks[] = ",;\t";
    int counts[sizeof(marks)] = {0}, best = 0;

    for (bool open = false; at < end && (open || !is_break(*at)); at++) {
        const char *mark = *at ? strchr(marks, *at) : NULL;

        open = open != (*at == '"');
        if (mark && !open)
            counts[mark - marks]++;
    }
    for (int i = 1; marks[i]; i++)
        if (counts[i] > counts[best])
            best = i;
    return marks[best];
}

/* "sep=;", as some spreadsheets write and read it. */
static char told_mark(struct table_cursor *c)
{
    if (c->end - c->at < 5 || strncmp(c->at, "sep=", 4) != 0 || is_break(c->at[4]) || (c->end - c->at > 5 && !is_break(c->at[5])))
        return '\0';
    char mark = c->at[4];

    c->at += 5;
    if (c->at < c->end)
        pass_break(c);
    c->number++;
    return mark;
}

/* Two bytes a unit, as "Unicode text" is saved. False where they are no text. */
static bool decode_wide(struct bytes bytes, bool big, struct buffer *text)
{
    const unsigned char *at = (const unsigned char *)bytes.at + 2;
    size_t units = bytes.size / 2 - 1;
    char letter[4];

    for (size_t i = 0; i < units; i++) {
        uint32_t code = (uint32_t)at[2 * i + big] | (uint32_t)at[2 * i + !big] << 8;

        if (code >= 0xD800 && code < 0xDC00 && i + 1 < units) {
            uint32_t low = (uint32_t)at[2 * i + 2 + big] | (uint32_t)at[2 * i + 2 + !big] << 8;

            if (low < 0xDC00 || low > 0xDFFF)
                return false;
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            i++;
        } else if (code >= 0xD800 && code < 0xE000)
            return false;
        int count = utf8_put(letter, code);

        buffer_add(text, letter, (size_t)count);
    }
    return bytes.size % 2 == 0;
}

/* Into UTF-8, without a byte order mark. */
static bool decode(struct bytes bytes, struct buffer *text)
{
    bool little = bytes.size >= 2 && memcmp(bytes.at, "\xFF\xFE", 2) == 0, big = bytes.size >= 2 && memcmp(bytes.at, "\xFE\xFF", 2) == 0;

    if ((little || big) && !decode_wide(bytes, big, text))
        return false;
    if (!little && !big) {
        size_t mark = bytes.size >= 3 && memcmp(bytes.at, BOM, 3) == 0 ? 3 : 0;

        buffer_add(text, bytes.at + mark, bytes.size - mark);
    }
    return text->length == 0 || utf8_check(text->bytes, text->length) == text->length;
}

static void read_rows(struct table_rows *table, struct table_cursor *c)
{
    struct table_row *rows = NULL, *kept;
    int capacity = 0;
    struct row_cells cells = {0};

    while (c->at < c->end) {
        struct table_row row = read_row(c, &cells);

        if (is_empty(&row))
            continue;
        rows = mem_grow(rows, table->count, &capacity, sizeof(*rows));
        rows[table->count++] = row;
    }
    kept = ARENA_ARRAY(c->arena, struct table_row, table->count);
    if (rows)
        memcpy(kept, rows, sizeof(*kept) * (size_t)table->count);
    table->rows = kept;
    free(rows);
    free(cells.list);
}

enum table_fault table_read(struct table_rows *table, struct arena *arena, struct bytes bytes)
{
    struct buffer text = {0};
    bool good = decode(bytes, &text), zero = good && text.length > 0 && memchr(text.bytes, '\0', text.length);

    *table = (struct table_rows){.mark = ','};
    if (good && !zero && text.length > 0) {
        struct table_cursor c = {.at = text.bytes, .end = text.bytes + text.length, .line = 1, .number = 1, .arena = arena};

        c.mark = told_mark(&c);
        if (!c.mark)
            c.mark = find_mark(c.at, c.end);
        table->mark = c.mark;
        read_rows(table, &c);
        buffer_finish(&c.cell);
    }
    buffer_finish(&text);
    if (!good)
        return TABLE_NOT_TEXT;
    if (zero)
        return TABLE_ZERO;
    return table->count > 0 ? TABLE_FINE : TABLE_EMPTY;
}

const char *table_cell(const struct table_row *row, int column)
{
    return column >= 0 && column < row->count ? row->cells[column] : "";
}

void table_begin(struct table_writer *writer, struct buffer *out, char mark)
{
    *writer = (struct table_writer){.out = out, .mark = mark};
    buffer_add(out, BOM, 3);
}

void table_put(struct table_writer *writer, const char *text)
{
    size_t length = strlen(text);
    bool plain = !strpbrk(text, "\"\r\n,;\t") && (length == 0 || (!is_blank(text[0]) && !is_blank(text[length - 1])));

    if (writer->begun)
        buffer_add(writer->out, &writer->mark, 1);
    writer->begun = true;
    if (plain) {
        buffer_add(writer->out, text, length);
        return;
    }
    buffer_add(writer->out, "\"", 1);
    for (const char *at = text; *at; at++)
        buffer_add(writer->out, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    buffer_add(writer->out, "\"", 1);
}

void table_end_row(struct table_writer *writer)
{
    buffer_add(writer->out, "\r\n", 2);
    writer->begun = false;
}

static bool is_shielded(const char *text)
{
    const char *sign = text + strspn(text, "'");

    return *sign && strchr("=+-@", *sign);
}

const char *table_shielded(struct arena *arena, const char *text)
{
    return is_shielded(text) ? arena_printf(arena, "'%s", text) : text;
}

const char *table_unshielded(const char *cell)
{
    return cell[0] == '\'' && is_shielded(cell) ? cell + 1 : cell;
}
