/* Short texts stand side by side in braces, long ones below each other, folded. */
#include "exchange/event_values.h"

#include "wording/texts.h"

#include <string.h>

enum { LINE_BYTES = 100 /* of texts that stand side by side */ };

static const struct schema_row *key_of(const struct event_cell *cell, bool inside)
{
    return cell->column->group && !inside ? cell->column->group : cell->column->row;
}

struct event_cells event_cells_of_key(struct event_cells left, bool inside)
{
    struct event_cells cells = {left.list, 1};

    while (cells.count < left.count && key_of(&left.list[cells.count], inside) == key_of(left.list, inside))
        cells.count++;
    return cells;
}

static struct node word(enum node_style style, const char *text)
{
    return (struct node){.kind = NODE_SCALAR, .style = style, .text = text};
}

struct node event_value_names(struct arena *arena, const char *text)
{
    static const char parts[] = ",; \n";
    struct node *items = ARENA_ARRAY(arena, struct node, strlen(text)), list = {.kind = NODE_LIST, .flow = true, .items = items};

    for (const char *at = text + strspn(text, parts); *at; at += strspn(at, parts)) {
        size_t length = strcspn(at, parts);

        items[list.count++] = word(NODE_PLAIN, arena_text(arena, at, length));
        at += length;
    }
    return list;
}

static struct node text_value(struct arena *arena, const struct event_cell *cell)
{
    const struct text_entry entry = {.row = cell->column->row};
    const struct node folded = {.kind = NODE_SCALAR, .style = NODE_FOLDED, .line_count = 1};

    if (cell->column->row->type != VALUE_MARKDOWN || (strlen(cell->text) <= LINE_BYTES && !strchr(cell->text, '\n')))
        return word(NODE_QUOTED, cell->text);
    return word(NODE_FOLDED, texts_held(arena, &entry, &folded, cell->text));
}

static struct node text_map(struct arena *arena, const struct exhibit *exhibit, struct event_cells cells)
{
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, cells.count);
    struct node map = {.kind = NODE_MAP, .pairs = pairs, .flow = true};
    size_t length = 0;

    for (int i = 0; i < cells.count; i++) {
        if (cells.list[i].column->language < 0) /* one for all, where there is one a language: theirs count */
            continue;
        pairs[map.count++] =
            (struct pair){.key = exhibit->languages[cells.list[i].column->language], .value = text_value(arena, &cells.list[i])};
        length += strlen(cells.list[i].text);
        map.flow = map.flow && pairs[map.count - 1].value.style == NODE_QUOTED;
    }
    map.flow = map.flow && length <= LINE_BYTES;
    return map;
}

static struct node inner_value(struct arena *arena, const struct exhibit *exhibit, struct event_cells cells)
{
    const struct event_cell *first = &cells.list[0];

    if (event_column_is_list(first->column))
        return event_value_names(arena, first->text);
    if (!event_column_is_text(first->column))
        return word(NODE_PLAIN, first->text);
    if (cells.count == 1 && first->column->language < 0)
        return text_value(arena, first);
    return text_map(arena, exhibit, cells);
}

static struct node map_value(struct arena *arena, const struct exhibit *exhibit, struct event_cells cells, bool inside)
{
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, cells.count);
    struct node map = {.kind = NODE_MAP, .pairs = pairs};

    for (struct event_cells key; cells.count > 0; cells.list += key.count, cells.count -= key.count) {
        key = event_cells_of_key(cells, inside);
        pairs[map.count++] = (struct pair){.key = key_of(key.list, inside)->key, .value = event_value(arena, exhibit, key, inside)};
    }
    return map;
}

struct node event_value(struct arena *arena, const struct exhibit *exhibit, struct event_cells cells, bool inside)
{
    return cells.list[0].column->group && !inside ? map_value(arena, exhibit, cells, true) : inner_value(arena, exhibit, cells);
}

struct node event_value_whole(struct arena *arena, const struct exhibit *exhibit, const struct event_row *row)
{
    struct node map = map_value(arena, exhibit, (struct event_cells){row->cells, row->count}, false);

    if (map.count > 0 && strcmp(map.pairs[0].key, "id") == 0)
        return map;
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, map.count + 1);

    pairs[0] = (struct pair){.key = "id", .value = word(NODE_PLAIN, row->id)};
    memcpy(pairs + 1, map.pairs, sizeof(*pairs) * (size_t)map.count);
    map.pairs = pairs;
    map.count++;
    return map;
}
