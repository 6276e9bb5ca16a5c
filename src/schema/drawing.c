/* Checking a drawn layout: tracks, cells, rectangles. */
#include "schema/drawing.h"

#include "base/suggest.h"
#include "schema/values.h"

#include <string.h>

enum { NO_PART = -1, TRACKS_PERCENT_MAX = 100 };

/* The parts as the file's lines name them. */
struct cells {
    int part[PLAN_TRACKS_MAX][PLAN_TRACKS_MAX]; /* [row][column] */
    const struct node *lines[PLAN_TRACKS_MAX];
};

/* Which tracks are read: columns cannot be "auto", for text has no width of its own. */
struct track_list {
    const char *key;
    bool can_be_auto;
    struct track *tracks;
    int *count;
};

static bool parse_track(const char *text, bool can_be_auto, struct track *track)
{
    size_t length = strlen(text);
    double number;

    if (can_be_auto && strcmp(text, "auto") == 0) {
        *track = (struct track){TRACK_AUTO, 0};
        return true;
    }
    if (length > 1 && text[length - 1] == '%' && value_parse_number(text, length - 1, &number) && number > 0 &&
        number <= TRACKS_PERCENT_MAX) {
        *track = (struct track){TRACK_PERCENT, (float)number};
        return true;
    }
    if (length > 2 && strcmp(text + length - 2, "fr") == 0 && value_parse_number(text, length - 2, &number) && number > 0 &&
        number <= 100) {
        *track = (struct track){TRACK_FRACTION, (float)number};
        return true;
    }
    return false;
}

static bool read_track(struct reader *reader, const struct node *node, const struct track_list *list)
{
    if (node->kind == NODE_SCALAR && parse_track(node->text, list->can_be_auto, &list->tracks[*list->count])) {
        ++*list->count;
        return true;
    }
    report_error(&reader->report, node->origin, CODED("layout-track") "%s: \"%s\" is no size; write a share like 45%% or 1fr%s", list->key,
                 node->kind == NODE_SCALAR ? report_quote(node->text).text : "...", list->can_be_auto ? ", or auto" : "");
    return false;
}

static bool read_tracks(struct reader *reader, const struct node *node, const struct track_list *list)
{
    bool fine = true;
    double percent = 0;

    if (node->kind != NODE_LIST || node->count < 1 || node->count > PLAN_TRACKS_MAX) {
        report_error(&reader->report, node->origin, CODED("layout-track") "%s: write a list of 1 to %d sizes, for example [45%%, 1fr]",
                     list->key, PLAN_TRACKS_MAX);
        return false;
    }
    for (int i = 0; i < node->count; i++)
        fine = read_track(reader, &node->items[i], list) && fine;
    for (int i = 0; i < *list->count; i++)
        percent += list->tracks[i].kind == TRACK_PERCENT ? (double)list->tracks[i].size : 0;
    if (percent <= TRACKS_PERCENT_MAX)
        return fine;
    report_error(&reader->report, node->origin, CODED("layout-track") "%s: the percentages add up to %g%%; make them 100%% at most",
                 list->key, percent);
    return false;
}

/* A word of a file's line. */
struct word {
    const char *text;
    size_t length;
    struct origin origin;
};

static struct word word_of(const struct node *node)
{
    const char *text = node->kind == NODE_SCALAR ? node->text : "";

    return (struct word){text, strlen(text), node->origin};
}

static void report_no_part(struct report *report, struct origin origin, const char *key, const char *name)
{
    const char *suggested = suggest_name(name, part_names, PART_COUNT);
    struct buffer parts = {0};

    for (int i = 0; i < PART_COUNT; i++)
        buffer_printf(&parts, "%s%s", i > 0 ? ", " : "", part_names[i]);
    if (suggested)
        report_error(report, origin, CODED("layout-part") "%s: there is no part \"%s\"; did you mean \"%s\"?", key, report_quote(name).text,
                     suggested);
    else
        report_error(report, origin, CODED("layout-part") "%s: there is no part \"%s\"; the parts are %s", key, report_quote(name).text,
                     parts.bytes);
    buffer_finish(&parts);
}

/* Which part the word names; NO_PART with an error. */
static int part_of(struct reader *reader, const char *key, struct word word)
{
    char name[SUGGEST_LENGTH_MAX + 1] = "";

    for (int i = 0; i < PART_COUNT; i++)
        if (strlen(part_names[i]) == word.length && strncmp(part_names[i], word.text, word.length) == 0)
            return i;
    memcpy(name, word.text, word.length < sizeof(name) ? word.length : 0);
    report_no_part(&reader->report, word.origin, key, name);
    return NO_PART;
}

/* The cells of one line; more than there is room for are counted. */
struct cell_row {
    int *part;
    int count;
};

/* One word into the cells of its line; counts it even if it is wrong. */
static bool add_word(struct reader *reader, struct word word, struct cell_row *row)
{
    bool empty = word.length == 1 && word.text[0] == '.';
    int part = empty ? NO_PART : part_of(reader, "areas", word);

    if (row->count < PLAN_TRACKS_MAX)
        row->part[row->count] = part;
    row->count++;
    return empty || part != NO_PART;
}

/* A line is a text of words or a list of them. */
static bool read_line(struct reader *reader, const struct node *line, struct cell_row *row)
{
    bool fine = true;

    if (line->kind == NODE_SCALAR)
        for (const char *at = line->text; *(at += strspn(at, " \t\n"));) {
            size_t length = strcspn(at, " \t\n");

            fine = add_word(reader, (struct word){at, length, line->origin}, row) && fine;
            at += length;
        }
    else if (line->kind == NODE_LIST)
        for (int i = 0; i < line->count; i++)
            fine = add_word(reader, word_of(&line->items[i]), row) && fine;
    return fine;
}

static bool read_cells(struct reader *reader, const struct node *areas, const struct plan *plan, struct cells *cells)
{
    bool fine = true;

    if (areas->kind != NODE_LIST || areas->count != plan->row_count) {
        report_error(&reader->report, areas->origin,
                     CODED("layout-areas") "areas: write one line for each of the %d rows, begun with \"- \"; here %s %d", plan->row_count,
                     areas->kind == NODE_LIST && areas->count == 1 ? "is" : "are", areas->kind == NODE_LIST ? areas->count : 0);
        return false;
    }
    for (int i = 0; i < areas->count; i++) {
        const struct node *line = &areas->items[i];
        struct cell_row row = {cells->part[i], 0};

        cells->lines[i] = line;
        fine = read_line(reader, line, &row) && fine;
        if (row.count == plan->column_count)
            continue;
        report_error(&reader->report, line->origin,
                     CODED("layout-areas") "areas: %d part%s in this line, but there %s %d column%s; write \".\" for an empty cell",
                     row.count, row.count == 1 ? "" : "s", plan->column_count == 1 ? "is" : "are", plan->column_count,
                     plan->column_count == 1 ? "" : "s");
        fine = false;
    }
    return fine;
}

/* The smallest rectangle around all cells of the part; columns 0 when it has none. */
static struct plan_area around(const struct cells *cells, const struct plan *plan, int part)
{
    struct plan_area area = {.part = (enum part)part};
    int right = 0, bottom = 0;

    for (int r = 0; r < plan->row_count; r++)
        for (int c = 0; c < plan->column_count; c++) {
            if (cells->part[r][c] != part)
                continue;
            if (right == 0) {
                area.column = c;
                area.row = r;
            }
            area.column = int_min(area.column, c);
            right = int_max(right, c + 1);
            bottom = r + 1;
        }
    area.columns = right - area.column;
    area.rows = bottom - area.row;
    return area;
}

static bool is_filled(const struct cells *cells, const struct plan_area *area)
{
    for (int r = area->row; r < area->row + area->rows; r++)
        for (int c = area->column; c < area->column + area->columns; c++)
            if (cells->part[r][c] != (int)area->part)
                return false;
    return true;
}

static bool find_areas(struct reader *reader, const struct cells *cells, struct plan *plan)
{
    bool fine = true;

    for (int part = 0; part < PART_COUNT; part++) {
        struct plan_area area = around(cells, plan, part);

        if (area.columns == 0)
            continue;
        plan->areas[plan->area_count++] = area;
        if (is_filled(cells, &area))
            continue;
        const struct node *line = cells->lines[area.row];

        report_error(&reader->report, line->origin,
                     CODED("layout-areas") "areas: the cells of \"%s\" form no rectangle; let it fill whole lines and columns",
                     part_names[part]);
        fine = false;
    }
    return fine;
}

static bool read_bleed(struct reader *reader, const struct node *node, struct plan *plan)
{
    struct node_items items = yaml_items(node);
    bool fine = true;

    for (int i = 0; i < items.count; i++) {
        int part = part_of(reader, "bleed", word_of(&items.list[i]));

        if (part == NO_PART)
            fine = false;
        else
            plan->bleed |= 1u << part;
    }
    return fine;
}

bool drawing_plan(struct reader *reader, const struct drawing *drawing, struct plan *plan)
{
    struct cells cells = {.part = {{0}}};

    *plan = (struct plan){.gap_percent = (float)drawing->gap, .margin_percent = (float)drawing->margin};
    bool columns = read_tracks(reader, drawing->columns, &(struct track_list){"columns", false, plan->columns, &plan->column_count});
    bool rows = read_tracks(reader, drawing->rows, &(struct track_list){"rows", true, plan->rows, &plan->row_count});
    bool bleed = !drawing->bleed || read_bleed(reader, drawing->bleed, plan);

    if (!columns || !rows || !bleed || !read_cells(reader, drawing->areas, plan, &cells) || !find_areas(reader, &cells, plan))
        return false;
    if (plan->area_count == 0)
        report_error(&reader->report, drawing->areas->origin,
                     CODED("layout-areas") "areas: no part is named; write title, body and others");
    return plan->area_count > 0;
}
