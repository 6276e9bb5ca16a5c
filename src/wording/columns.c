/* Cells, as people leave them. */
#include "wording/columns.h"

#include "text/nfc.h"

#include <string.h>
#include <strings.h>

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

int column_named(const struct table_row *headings, const char *name)
{
    for (int i = 0; i < headings->count; i++) {
        const char *heading = headings->cells[i];
        size_t length;

        while (is_space(*heading))
            heading++;
        for (length = strlen(heading); length > 0 && is_space(heading[length - 1]);)
            length--;
        if (length == strlen(name) && strncasecmp(heading, name, length) == 0)
            return i;
    }
    return -1;
}

struct origin column_origin(const struct incoming *incoming, const struct table_row *row, int column)
{
    if (column >= 0 && incoming->shown)
        column = incoming->shown[column];
    return (struct origin){incoming->file, row->number, column + 1};
}

bool column_quotes_are_closed(const struct incoming *incoming)
{
    for (int i = 0; i < incoming->table->count; i++) {
        const struct table_row *row = &incoming->table->rows[i];

        if (!row->is_open)
            continue;
        findings_add(incoming->findings, FINDING_ERROR, column_origin(incoming, row, row->count - 1),
                     "a quote is opened here and never closed; close it");
        return false;
    }
    return true;
}

/* Length of what breaks a line at this place, in other ways than "\n": 0 if nothing does. */
static size_t odd_break(const char *at)
{
    if (*at == '\v' || *at == '\f' || *at == '\r')
        return 1;
    if (strncmp(at, "\xC2\x85", 2) == 0)
        return 2;
    return strncmp(at, "\xE2\x80\xA8", 3) == 0 || strncmp(at, "\xE2\x80\xA9", 3) == 0 ? 3 : 0;
}

const char *column_text(struct arena *arena, const struct table_row *row, int column)
{
    const char *cell = table_cell(row, column);
    char *text = arena_alloc(arena, strlen(cell) + 1), *to = text;

    while (is_space(*cell))
        cell++;
    for (cell = table_unshielded(cell); *cell;) {
        size_t odd = odd_break(cell);

        *to++ = *cell == '\t' ? ' ' : *cell;
        if (odd > 0)
            to[-1] = '\n';
        cell += odd > 0 ? odd : 1;
    }
    while (to > text && is_space(to[-1]))
        to--;
    *to = '\0';
    return nfc_of(arena, text);
}
