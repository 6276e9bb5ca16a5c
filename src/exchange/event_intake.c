/* Texts that there are go the way of all texts (wording/text_intake). */
#include "exchange/event_intake.h"

#include "exchange/event_values.h"
#include "wording/text_intake.h"
#include "text/dating_parse.h"

#include <stdlib.h>
#include <string.h>

#define TIMELINE "config/timeline.yaml"

/* The timeline that is being changed. texts: of events that there are, gathered. */
struct event_work {
    struct intake *intake;
    struct paper *paper;
    const struct node *events;
    struct text_rows texts;
};

static struct paper *timeline_of(struct intake *intake)
{
    struct paper *paper = papers_find(&intake->papers, TIMELINE);

    return paper ? paper : papers_begin(&intake->papers, TIMELINE, "events: []\n");
}

const struct node *event_intake_events(struct intake *intake)
{
    const struct node *events = yaml_find(editing_root(timeline_of(intake)->editing), "events");

    return events && events->kind == NODE_LIST ? events : NULL;
}

static const char *way_of(const struct event_work *work, const struct event_row *row, const struct event_column *column)
{
    return arena_printf(work->intake->arena, TIMELINE ":events[%s].%s%s%s", row->id, column->group ? column->group->key : "",
                        column->group ? "." : "", column->row->key);
}

static const char *code_of(const struct event_work *work, const struct event_column *column)
{
    return work->intake->exhibit->languages[int_max(column->language, 0)];
}

/* before: NULL where nothing was. Cells of a new event are told as one. */
static void tell(const struct event_work *work, const struct event_row *row, const struct event_cell *cell, const char *before)
{
    const struct node *node = row->event ? event_column_node(cell->column, row->event) : NULL;

    intake_add(work->intake, &(struct intake_change){.key = way_of(work, row, cell->column),
                                                     .language = cell->column->language < 0 ? NULL : code_of(work, cell->column),
                                                     .before = before,
                                                     .after = cell->text,
                                                     .origin = node ? node->origin : (struct origin){0},
                                                     .at = cell->at,
                                                     .quiet = !row->event});
}

static void change_list(const struct event_work *work, const struct event_row *row, const struct event_cell *cell, const struct node *node)
{
    struct node value = event_value_names(work->intake->arena, cell->text);
    struct node_items before = yaml_items(node);
    bool same = before.count == value.count;

    for (int i = 0; same && i < value.count; i++)
        same = before.list[i].kind == NODE_SCALAR && strcmp(before.list[i].text, value.items[i].text) == 0;
    if (same)
        return;
    if (node->kind != NODE_SCALAR && !node->flow) {
        findings_add(work->intake->findings, FINDING_ERROR, cell->at,
                     "%s: it stands on several lines in line %d of " TIMELINE "; change it there", cell->column->heading,
                     node->origin.line);
        return;
    }
    tell(work, row, cell, event_column_cell(work->intake->arena, work->intake->exhibit, cell->column, row->event));
    editing_set(work->paper->editing, node, &value);
}

/* Whether the row has words of one language for that key too. */
static bool is_told_apart(const struct event_row *row, const struct event_column *column)
{
    for (int i = 0; i < row->count; i++)
        if (row->cells[i].column->row == column->row && row->cells[i].column->group == column->group && row->cells[i].column->language >= 0)
            return true;
    return false;
}

/* A text that there is in some language. */
static void change_text(struct event_work *work, const struct event_row *row, const struct event_cell *cell, const struct node *node)
{
    const struct exhibit *exhibit = work->intake->exhibit;
    const char *before = event_column_cell(work->intake->arena, exhibit, cell->column, row->event), *source = "";

    if (cell->column->language >= 0) {
        for (int i = 0; i < row->count; i++)
            if (row->cells[i].column->row == cell->column->row && row->cells[i].column->group == cell->column->group &&
                row->cells[i].column->language == 0)
                source = row->cells[i].text;
        text_rows_add(&work->texts, &(struct text_row){.key = way_of(work, row, cell->column),
                                                       .language = code_of(work, cell->column),
                                                       .target = cell->text,
                                                       .source = source,
                                                       .together = true,
                                                       .at = {cell->at, cell->at, cell->at, cell->at}});
    } else if (node->kind != NODE_SCALAR) {
        findings_add(work->intake->findings, FINDING_ERROR, cell->at, "%s: there is one for each language; write it in a column \"%s %s\"",
                     cell->column->heading, cell->column->heading, exhibit->languages[0]);
    } else if (is_told_apart(row, cell->column)) {
        findings_add(work->intake->findings, FINDING_ERROR, cell->at,
                     "%s: this row has words of one language for it too; empty this cell, or that one", cell->column->heading);
    } else if (strcmp(before, cell->text) != 0) {
        tell(work, row, cell, before);
        editing_set_text(work->paper->editing, node, cell->text);
    }
}

static void change_cell(struct event_work *work, const struct event_row *row, const struct event_cell *cell)
{
    const struct node *node = event_column_node(cell->column, row->event);

    if (!node) {
        findings_add(work->intake->findings, FINDING_ERROR, cell->at,
                     "%s: its place in line %d of " TIMELINE " is empty; fill that in first", cell->column->heading,
                     row->event->origin.line);
    } else if (event_column_is_text(cell->column)) {
        change_text(work, row, cell, node);
    } else if (event_column_is_list(cell->column)) {
        change_list(work, row, cell, node);
    } else if (node->kind == NODE_SCALAR && strcmp(node->text, cell->text) != 0) {
        tell(work, row, cell, node->text);
        editing_set_text(work->paper->editing, node, cell->text);
    }
}

/* Cells of one row, and the map that they belong to: the event, or inside of it that of a group. */
struct event_part {
    const struct event_row *row;
    const struct node *map;
    struct event_cells cells;
    bool inside;
};

static const char *key_of(const struct event_part *part)
{
    const struct event_column *column = part->cells.list[0].column;

    return column->group && !part->inside ? column->group->key : column->row->key;
}

/* Cells of a key that the map lacks. */
static void add_key(struct event_work *work, const struct event_part *part)
{
    const struct node value = event_value(work->intake->arena, work->intake->exhibit, part->cells, part->inside);

    for (int i = 0; i < part->cells.count; i++)
        tell(work, part->row, &part->cells.list[i], NULL);
    editing_add(work->paper->editing, part->map, key_of(part), &value);
}

static void change_map(struct event_work *work, const struct event_part *all)
{
    for (struct event_part part = *all; part.cells.count > 0;) {
        struct event_cells left = part.cells;

        part.cells = event_cells_of_key(left, part.inside);
        const struct node *there = yaml_find(part.map, key_of(&part));

        if (!there)
            add_key(work, &part);
        else if (part.cells.list[0].column->group && !part.inside && there->kind == NODE_MAP && (there->flow || there->count > 0))
            change_map(work, &(struct event_part){part.row, there, part.cells, true});
        else
            for (int i = 0; i < part.cells.count; i++)
                change_cell(work, part.row, &part.cells.list[i]);
        part.cells = (struct event_cells){left.list + part.cells.count, left.count - part.cells.count};
    }
}

/* Where in time; the end of it for what is no date. */
static double point_of(const char *date)
{
    struct dating dating;

    return dating_parse(date, CALENDAR_GREGORIAN, &dating) == DATING_FINE ? dating_point(&dating) : 1e18;
}

static int index_before(const struct event_work *work, double point)
{
    int behind = -1;

    for (int i = 0; work->events && i < work->events->count; i++) {
        const struct node *date = yaml_find(&work->events->items[i], "date");

        if (date && date->kind == NODE_SCALAR && point_of(date->text) <= point)
            behind = i;
    }
    return behind;
}

static int compare_rows(const void *one, const void *other)
{
    const struct event_row *a = *(const struct event_row *const *)one, *b = *(const struct event_row *const *)other;
    double before = point_of(event_rows_cell(a, "date")), behind = point_of(event_rows_cell(b, "date"));

    return before != behind ? (before > behind) - (before < behind) : (a > b) - (a < b);
}

static void tell_new(const struct event_work *work, const struct event_row *row)
{
    struct arena *arena = work->intake->arena;

    for (int i = 0; i < row->count; i++)
        tell(work, row, &row->cells[i], NULL);
    intake_add(work->intake,
               &(struct intake_change){.key = arena_printf(arena, TIMELINE ":events[%s]", row->id),
                                       .after = arena_printf(arena, "%s %s", event_rows_cell(row, "date"), event_rows_cell(row, "title")),
                                       .at = row->at});
}

/* In the order of their dates. */
static void add_events(struct event_work *work, const struct event_row **rows, int count)
{
    struct arena *arena = work->intake->arena;
    struct node *items = ARENA_ARRAY(arena, struct node, count);
    const struct node *root = editing_root(work->paper->editing), *there = yaml_find(root, "events");
    const struct node list = {.kind = NODE_LIST, .items = items, .count = count};

    for (int i = 0; i < count; i++) {
        items[i] = event_value_whole(arena, work->intake->exhibit, rows[i]);
        tell_new(work, rows[i]);
        if (work->events && !work->events->flow)
            editing_insert(work->paper->editing, work->events, index_before(work, point_of(event_rows_cell(rows[i], "date"))), &items[i]);
        else if (work->events && work->events->count > 0)
            editing_append(work->paper->editing, work->events, &items[i]);
    }
    if (!there)
        editing_add(work->paper->editing, root, "events", &list);
    else if (!work->events || work->events->count == 0)
        editing_set(work->paper->editing, there, &list);
}

void event_intake(struct intake *intake, const struct event_rows *rows)
{
    struct event_work work = {.intake = intake, .paper = timeline_of(intake), .events = event_intake_events(intake)};
    const struct event_row **new_rows = mem_alloc(sizeof(*new_rows) * (size_t)int_max(rows->count, 1));
    int count = 0;

    for (int i = 0; i < rows->count; i++)
        if (rows->list[i].event)
            change_map(&work, &(struct event_part){&rows->list[i], rows->list[i].event, {rows->list[i].cells, rows->list[i].count}, false});
        else
            new_rows[count++] = &rows->list[i];
    if (count > 1)
        qsort(new_rows, (size_t)count, sizeof(struct event_row *), compare_rows);
    if (count > 0)
        add_events(&work, new_rows, count);
    text_intake(intake, &work.texts);
    text_rows_finish(&work.texts);
    free(new_rows);
}
