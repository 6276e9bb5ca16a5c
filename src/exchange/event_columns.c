/* Rows of the tables of keys, and the languages. */
#include "exchange/event_columns.h"

#include "wording/texts.h"
#include "keys/tables.h"

#include <stdlib.h>
#include <string.h>

/* Columns in the making. */
struct made {
    struct arena *arena;
    const struct exhibit *exhibit;
    struct event_columns columns;
    int capacity;
};

static bool is_text(const struct schema_row *row)
{
    return row->type == VALUE_TEXT || row->type == VALUE_MARKDOWN;
}

bool event_column_is_text(const struct event_column *column)
{
    return is_text(column->row);
}

bool event_column_is_list(const struct event_column *column)
{
    return column->row->type == VALUE_INDICES || column->row->type == VALUE_MASK;
}

static bool is_single(const struct schema_row *row)
{
    static const enum value_type types[] = {VALUE_NAME,  VALUE_DATING,  VALUE_MOMENT, VALUE_CHOICE, VALUE_INTEGER,
                                            VALUE_INDEX, VALUE_INDICES, VALUE_MASK,   VALUE_FILE};

    for (size_t i = 0; i < COUNTOF(types); i++)
        if (row->type == types[i])
            return true;
    return false;
}

static void add(struct made *made, const struct schema_row *group, const struct schema_row *row, int language)
{
    struct event_columns *columns = &made->columns;
    const char *code = language < 0 ? "" : made->exhibit->languages[language];

    columns->list = mem_grow(columns->list, columns->count, &made->capacity, sizeof(*columns->list));
    columns->list[columns->count++] = (struct event_column){
        arena_printf(made->arena, "%s%s%s%s%s", group ? group->key : "", group ? "." : "", row->key, language < 0 ? "" : " ", code), group,
        row, language};
}

/* group: of which only the file and its texts have columns. */
static void add_rows(struct made *made, const struct schema_row *group, const struct schema *table)
{
    for (int r = 0; r < table->row_count; r++) {
        const struct schema_row *row = &table->rows[r];

        if (row->type == VALUE_MAP && !group)
            add_rows(made, row, row->table);
        else if (is_single(row) && (!group || row->type == VALUE_FILE))
            add(made, group, row, -1);
        if (!is_text(row))
            continue;
        if (row->plain)
            add(made, group, row, -1);
        for (int l = 0; l < made->exhibit->language_count; l++)
            add(made, group, row, l);
    }
}

static const struct schema *table_of_events(void)
{
    for (int r = 0; r < schema_timeline.row_count; r++)
        if (strcmp(schema_timeline.rows[r].key, "events") == 0)
            return schema_timeline.rows[r].table;
    ASSERT(false);
    return NULL;
}

/* The list moves into the arena. */
static struct event_columns keep(struct made *made)
{
    struct event_columns kept = {ARENA_ARRAY(made->arena, struct event_column, made->columns.count), made->columns.count};

    if (kept.count > 0)
        memcpy(kept.list, made->columns.list, sizeof(*kept.list) * (size_t)kept.count);
    free(made->columns.list);
    return kept;
}

struct event_columns event_columns_all(struct arena *arena, const struct exhibit *exhibit)
{
    struct made made = {.arena = arena, .exhibit = exhibit};

    add_rows(&made, NULL, table_of_events());
    return keep(&made);
}

struct event_columns event_columns_of(struct arena *arena, const struct exhibit *exhibit, const struct node *events)
{
    struct event_columns all = event_columns_all(arena, exhibit);
    int count = 0;

    for (int i = 0; i < all.count; i++) {
        const struct event_column *column = &all.list[i];
        bool used = !column->group && !(column->row->plain && column->language >= 0);

        for (int e = 0; !used && e < events->count; e++)
            used = event_column_cell(arena, exhibit, column, &events->items[e])[0] != '\0';
        if (used)
            all.list[count++] = *column;
    }
    all.count = count;
    return all;
}

const struct node *event_column_node(const struct event_column *column, const struct node *event)
{
    const struct node *above = column->group ? yaml_find(event, column->group->key) : event;

    return above ? yaml_find(above, column->row->key) : NULL;
}

static const char *text_cell(struct arena *arena, const struct exhibit *exhibit, const struct event_column *column, const struct node *node)
{
    const struct text_entry entry = {.row = column->row};

    if (node->kind == NODE_MAP && column->language >= 0)
        node = yaml_find(node, exhibit->languages[column->language]);
    else if (node->kind != NODE_SCALAR || (column->row->plain && column->language >= 0))
        return "";
    return node && node->kind == NODE_SCALAR ? texts_shown(arena, &entry, node) : "";
}

const char *event_column_cell(struct arena *arena, const struct exhibit *exhibit, const struct event_column *column,
                              const struct node *event)
{
    const struct node *node = event_column_node(column, event);
    struct buffer names = {0};

    if (!node)
        return "";
    if (event_column_is_text(column))
        return text_cell(arena, exhibit, column, node);
    if (!event_column_is_list(column))
        return node->kind == NODE_SCALAR ? node->text : "";
    struct node_items items = yaml_items(node);

    for (int i = 0; i < items.count; i++)
        if (items.list[i].kind == NODE_SCALAR)
            buffer_printf(&names, "%s%s", names.length > 0 ? ", " : "", items.list[i].text);
    const char *cell = arena_text(arena, names.bytes ? names.bytes : "", names.length);

    buffer_finish(&names);
    return cell;
}
