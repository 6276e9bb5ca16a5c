/* Step by step from the root. */
#include "wording/way.h"

#include <stdlib.h>
#include <string.h>

static bool is_called(const char *name, const char *from, size_t length)
{
    return strlen(name) == length && strncmp(name, from, length) == 0;
}

static const struct pair *pair_of(const struct node *map, const char *key, size_t length)
{
    for (int i = 0; map->kind == NODE_MAP && i < map->count; i++)
        if (is_called(map->pairs[i].key, key, length))
            return &map->pairs[i];
    return NULL;
}

static const struct node *item_of(const struct node *list, const char *name, size_t length)
{
    struct node_items items = yaml_items(list);
    long number = strtol(name, NULL, 10);

    for (int i = 0; i < items.count; i++) {
        const struct node *id = yaml_find(&items.list[i], "id");

        if (id && id->kind == NODE_SCALAR ? is_called(id->text, name, length) : i + 1 == number)
            return items.list + i;
    }
    return NULL;
}

static int last_line(const struct node *node)
{
    while (node->kind != NODE_SCALAR && !node->flow && node->count > 0)
        node = node->kind == NODE_MAP ? &node->pairs[node->count - 1].value : &node->items[node->count - 1];
    if (node->kind == NODE_SCALAR && node->line_count > 0)
        return node->lines[node->line_count - 1].line;
    return node->end_line > 0 ? node->end_line : node->origin.line;
}

bool way_find(const struct node *root, const char *way, struct way_end *end)
{
    *end = (struct way_end){root, root->origin.line, 0};
    while (*way) {
        size_t length = strcspn(way, ".[");
        const struct pair *pair = pair_of(end->node, way, length);

        if (!pair)
            return false;
        *end = (struct way_end){&pair->value, pair->origin.line, 0};
        way += length;
        if (*way == '[') {
            length = strcspn(++way, "]");
            end->node = item_of(end->node, way, length);
            if (!end->node)
                return false;
            end->first = end->node->origin.line;
            way += length + 1;
        }
        way += *way == '.';
    }
    end->last = last_line(end->node);
    return true;
}
