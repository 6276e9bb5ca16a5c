/* Headings become columns, cells what files hold. */
#include "exchange/event_rows.h"

#include "base/suggest.h"
#include "editing/scalar.h"
#include "exchange/desk_date.h"
#include "exchange/slug.h"
#include "guesses/dating_fault.h"
#include "yaml/report.h"

#include <stdlib.h>
#include <string.h>

/* What reading a table is done with. columns: of each of the table's, NULL for one without a heading. */
struct event_reading {
    struct intake *intake;
    const struct incoming *incoming;
    const struct node *events;
    const struct event_column **columns;
    struct event_rows *rows;
};

bool event_rows_are(const struct table_row *headings)
{
    return column_named(headings, "id") >= 0 && column_named(headings, "date") >= 0;
}

static const struct event_column *column_of(const struct event_columns *all, const char *heading)
{
    const struct table_row row = {.cells = &heading, .count = 1};

    for (int i = 0; i < all->count; i++)
        if (column_named(&row, all->list[i].heading) == 0)
            return &all->list[i];
    return NULL;
}

static void report_heading(const struct event_reading *reading, int column, const char *heading)
{
    const struct event_columns *all = &reading->rows->columns;
    const char **names = ARENA_ARRAY(reading->intake->arena, const char *, all->count);

    for (int i = 0; i < all->count; i++)
        names[i] = all->list[i].heading;
    const char *suggested = suggest_name(heading, names, all->count);

    findings_add(reading->intake->findings, FINDING_ERROR, column_origin(reading->incoming, &reading->incoming->table->rows[0], column),
                 suggested ? "%s: events have no such key; did you mean \"%s\"?" : "%s: events have no such key%s; take this column out",
                 report_quote(heading).text, suggested ? suggested : "");
}

static bool read_headings(struct event_reading *reading)
{
    const struct table_row *headings = &reading->incoming->table->rows[0];
    bool good = true;

    reading->columns = ARENA_ARRAY(reading->intake->arena, const struct event_column *, headings->count);
    for (int i = 0; i < headings->count; i++) {
        const char *heading = column_text(reading->intake->arena, headings, i);

        reading->columns[i] = column_of(&reading->rows->columns, heading);
        for (int before = 0; reading->columns[i] && before < i; before++)
            if (reading->columns[before] == reading->columns[i]) {
                findings_add(reading->intake->findings, FINDING_ERROR, column_origin(reading->incoming, headings, i),
                             "%s: column %d has this heading already; take one of the two out", heading, before + 1);
                good = false;
            }
        if (heading[0] && !reading->columns[i]) {
            report_heading(reading, i, heading);
            good = false;
        }
    }
    return good;
}

static const struct node *event_of(const struct node *events, const char *id)
{
    for (int i = 0; events && events->kind == NODE_LIST && i < events->count; i++) {
        const struct node *own = yaml_find(&events->items[i], "id");

        if (own && own->kind == NODE_SCALAR && strcmp(own->text, id) == 0)
            return &events->items[i];
    }
    return NULL;
}

static bool is_date(const struct event_cell *cell)
{
    return cell->column->row->type == VALUE_DATING || cell->column->row->type == VALUE_MOMENT;
}

static void report_date(struct intake *intake, const struct event_cell *cell)
{
    const struct exhibit *exhibit = intake->exhibit;
    const struct dating_context context = {DATING_WHOLE, phrases_of(intake->arena, exhibit->languages, exhibit->language_count)};
    struct dating dating;
    enum dating_error error = dating_parse(cell->text, CALENDAR_GREGORIAN, &dating);

    findings_add(intake->findings, FINDING_ERROR, cell->at, "%s: \"%s\" %s", cell->column->heading, report_quote(cell->text).text,
                 dating_fault_of(cell->text, CALENDAR_GREGORIAN, error, &context).text);
}

/* An error if it is none, or may be two. */
static void read_date(const struct event_reading *reading, struct event_cell *cell, const struct node *event)
{
    struct intake *intake = reading->intake;
    const char *dates[2], *before = event ? event_column_cell(intake->arena, intake->exhibit, cell->column, event) : "";

    switch (desk_date_read(intake->arena, cell->text, before, dates)) {
    case DESK_DATE_FINE:
        cell->text = dates[0];
        return;
    case DESK_DATE_AMBIGUOUS:
        findings_add(intake->findings, FINDING_ERROR, cell->at, "%s: \"%s\" may be %s or %s; write the one that is meant",
                     cell->column->heading, report_quote(cell->text).text, dates[0], dates[1]);
        return;
    case DESK_DATE_UNREADABLE:
        report_date(intake, cell);
        return;
    }
}

static int compare_cells(const void *one, const void *other)
{
    const struct event_column *a = ((const struct event_cell *)one)->column, *b = ((const struct event_cell *)other)->column;

    return (a > b) - (a < b);
}

const char *event_rows_cell(const struct event_row *row, const char *key)
{
    for (int i = 0; i < row->count; i++)
        if (!row->cells[i].column->group && row->cells[i].column->language <= 0 && strcmp(row->cells[i].column->row->key, key) == 0)
            return row->cells[i].text;
    return "";
}

/* An event that nobody has named has the name of its title, or of its date. */
static const char *make_id(const struct event_reading *reading, const struct event_row *row)
{
    struct arena *arena = reading->intake->arena;
    const char *name = slug_of(arena, event_rows_cell(row, "title")), *id;

    if (!name[0])
        name = slug_of(arena, arena_printf(arena, "event-%s", event_rows_cell(row, "date")));
    id = name;
    for (int number = 2, i = 0; i < reading->rows->count; i++)
        if (strcmp(reading->rows->list[i].id, id) == 0) {
            id = arena_printf(arena, "%s-%d", name, number++);
            i = -1;
        }
    return id;
}

static bool report_double(const struct event_reading *reading, const struct event_row *row)
{
    for (int i = 0; i < reading->rows->count; i++)
        if (strcmp(reading->rows->list[i].id, row->id) == 0) {
            findings_add(reading->intake->findings, FINDING_ERROR, row->at,
                         "id: row %d is called \"%s\" already; give this one another name", reading->rows->list[i].at.line, row->id);
            return true;
        }
    return false;
}

static void check_cell(const struct event_reading *reading, struct event_cell *cell, const struct node *event)
{
    if (is_date(cell))
        read_date(reading, cell, event);
    else if (!scalar_can_hold(cell->text))
        findings_add(reading->intake->findings, FINDING_ERROR, cell->at,
                     "the text holds a control character, which nobody sees; type it anew");
}

/* An empty cell takes nothing away: that is said where it may have been meant. */
static void report_empty(const struct event_reading *reading, const struct event_row *row, int column, struct origin at)
{
    const struct event_column *known = reading->columns[column];
    struct intake *intake = reading->intake;

    if (!known || !row->event || !event_column_cell(intake->arena, intake->exhibit, known, row->event)[0])
        return;
    findings_add(intake->findings, FINDING_WARNING, at, "%s: an empty cell changes nothing; to take it away, remove it in line %d of %s",
                 known->heading, event_column_node(known, row->event)->origin.line, row->event->origin.file);
}

/* A new event has a date and a name. */
static void report_lacking(const struct event_reading *reading, const struct event_row *row)
{
    static const char *const needed[] = {"date", "title"};

    for (size_t i = 0; i < COUNTOF(needed); i++) {
        bool there = false;

        for (int c = 0; c < row->count; c++)
            there = there || (!row->cells[c].column->group && strcmp(row->cells[c].column->row->key, needed[i]) == 0);
        if (!there)
            findings_add(reading->intake->findings, FINDING_ERROR, row->at, "%s: this row has none; write it, or take the row out",
                         needed[i]);
    }
}

/* One in which something is wrong is told of, and left out: what is wrong in the others is told in the same run. */
static void read_row(struct event_reading *reading, const struct table_row *from)
{
    struct arena *arena = reading->intake->arena;
    int errors = findings_count(reading->intake->findings, FINDING_ERROR);
    struct event_row row = {
        .id = "", .cells = ARENA_ARRAY(arena, struct event_cell, from->count), .at = column_origin(reading->incoming, from, 0)};

    for (int i = 0; i < reading->incoming->table->rows[0].count; i++) {
        const char *text = column_text(arena, from, i);

        if (reading->columns[i] && text[0])
            row.cells[row.count++] = (struct event_cell){reading->columns[i], text, column_origin(reading->incoming, from, i)};
    }
    if (row.count > 1)
        qsort(row.cells, (size_t)row.count, sizeof(*row.cells), compare_cells);
    row.id = event_rows_cell(&row, "id");
    if (!row.id[0])
        row.id = make_id(reading, &row);
    if (row.count == 0 || report_double(reading, &row))
        return;
    row.event = event_of(reading->events, row.id);
    for (int i = 0; i < reading->incoming->table->rows[0].count; i++)
        if (!column_text(arena, from, i)[0])
            report_empty(reading, &row, i, column_origin(reading->incoming, from, i));
    for (int i = 0; i < row.count; i++)
        check_cell(reading, &row.cells[i], row.event);
    if (!row.event)
        report_lacking(reading, &row);
    if (findings_count(reading->intake->findings, FINDING_ERROR) == errors)
        reading->rows->list[reading->rows->count++] = row;
}

bool event_rows_read(struct event_rows *rows, struct intake *intake, const struct incoming *incoming, const struct node *events)
{
    struct event_reading reading = {.intake = intake, .incoming = incoming, .events = events, .rows = rows};

    *rows = (struct event_rows){.list = ARENA_ARRAY(intake->arena, struct event_row, incoming->table->count),
                                .columns = event_columns_all(intake->arena, intake->exhibit)};
    bool good = column_quotes_are_closed(incoming) && read_headings(&reading);

    for (int i = 1; good && i < incoming->table->count; i++)
        read_row(&reading, &incoming->table->rows[i]);
    return good;
}
