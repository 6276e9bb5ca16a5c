/* One row a text and language. */
#include "wording/text_table.h"

#include <strings.h>

enum text_column {
    COLUMN_KEY,
    COLUMN_SOURCE_LANGUAGE,
    COLUMN_SOURCE,
    COLUMN_LANGUAGE,
    COLUMN_TARGET,
    COLUMN_NOTE,
    COLUMN_STATE,
    COLUMN_COUNT
};

static const char *const headings[COLUMN_COUNT] = {"key", "source language", "source", "target language", "target", "note", "state"};

void text_table_write(const struct text_rows *rows, struct table_writer *writer, struct arena *arena)
{
    for (int i = 0; i < COLUMN_COUNT; i++)
        table_put(writer, headings[i]);
    table_end_row(writer);
    for (int i = 0; i < rows->count; i++) {
        const struct text_row *row = &rows->list[i];
        const char *const cells[COLUMN_COUNT] = {row->key,  row->source_language,   row->source, row->language, row->target,
                                                 row->note, text_states[row->state]};

        for (int c = 0; c < COLUMN_COUNT; c++)
            table_put(writer, table_shielded(arena, cells[c]));
        table_end_row(writer);
    }
}

bool text_table_is(const struct table_row *row)
{
    return column_named(row, headings[COLUMN_KEY]) >= 0;
}

static enum text_state state_of(const char *cell)
{
    for (int i = 0; i < TEXT_STATE_COUNT; i++)
        if (strcasecmp(cell, text_states[i]) == 0)
            return (enum text_state)i;
    return TEXT_NEW;
}

/* False, with an error for each that lacks. */
static bool find_columns(const struct incoming *incoming, int columns[COLUMN_COUNT])
{
    static const enum text_column needed[] = {COLUMN_KEY, COLUMN_LANGUAGE, COLUMN_TARGET};
    const struct table_row *row = &incoming->table->rows[0];
    bool whole = true;

    for (int i = 0; i < COLUMN_COUNT; i++)
        columns[i] = column_named(row, headings[i]);
    for (size_t i = 0; i < COUNTOF(needed); i++)
        if (columns[needed[i]] < 0) {
            findings_add(incoming->findings, FINDING_ERROR, column_origin(incoming, row, 0),
                         "there is no column \"%s\"; keep the headings as \"vitrina export texts\" writes them", headings[needed[i]]);
            whole = false;
        }
    return whole;
}

static void read_row(struct text_rows *rows, const struct incoming *incoming, const struct table_row *row, const int columns[COLUMN_COUNT])
{
    const char *cells[COLUMN_COUNT];

    for (int c = 0; c < COLUMN_COUNT; c++)
        cells[c] = column_text(incoming->arena, row, columns[c]);
    text_rows_add(rows,
                  &(struct text_row){
                      .key = cells[COLUMN_KEY],
                      .source_language = cells[COLUMN_SOURCE_LANGUAGE],
                      .source = cells[COLUMN_SOURCE],
                      .language = cells[COLUMN_LANGUAGE],
                      .target = cells[COLUMN_TARGET],
                      .note = cells[COLUMN_NOTE],
                      .state = state_of(cells[COLUMN_STATE]),
                      .at = {column_origin(incoming, row, columns[COLUMN_KEY]), column_origin(incoming, row, columns[COLUMN_LANGUAGE]),
                             column_origin(incoming, row, columns[COLUMN_SOURCE]), column_origin(incoming, row, columns[COLUMN_TARGET])}});
}

bool text_table_read(struct text_rows *rows, const struct incoming *incoming)
{
    int columns[COLUMN_COUNT];

    if (!column_quotes_are_closed(incoming) || !find_columns(incoming, columns))
        return false;
    for (int i = 1; i < incoming->table->count; i++)
        read_row(rows, incoming, &incoming->table->rows[i], columns);
    return true;
}
