/* A walk through each file's tree beside the table of its keys. */
#include "wording/texts.h"

#include "keys/tables.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where the walk is. way: the keys so far, with a dot behind them. */
struct walk_place {
    struct text_list *list;
    const struct papers *papers;
    const struct paper *paper;
    const char *way;
};

static bool is_written(const struct node *node)
{
    return node && node->kind == NODE_SCALAR && node->text[strspn(node->text, " \n")] != '\0';
}

static int language_of(const struct exhibit *exhibit, const char *code)
{
    for (int i = 0; i < exhibit->language_count; i++)
        if (strcmp(exhibit->languages[i], code) == 0)
            return i;
    return -1;
}

static struct text_entry *add_entry(const struct walk_place *place, const struct schema_row *row)
{
    struct text_list *list = place->list;

    list->entries = mem_grow(list->entries, list->count, &list->capacity, sizeof(*list->entries));
    struct text_entry *entry = &list->entries[list->count++];

    *entry = (struct text_entry){.file = place->paper->path,
                                 .key = arena_printf(place->papers->arena, "%s:%s%s", place->paper->path, place->way, row->key),
                                 .row = row,
                                 .editing = place->paper->editing};
    return entry;
}

static void add_text(const struct walk_place *place, const struct schema_row *row, const struct node *node)
{
    if (node->kind == NODE_LIST || (node->kind == NODE_MAP && node->count == 0 && !node->flow))
        return;
    const struct exhibit *exhibit = place->list->exhibit;
    struct text_entry *entry = add_entry(place, row);

    entry->node = node;
    for (int i = 0; node->kind == NODE_MAP && i < node->count; i++) {
        int language = language_of(exhibit, node->pairs[i].key);

        if (language >= 0 && node->pairs[i].value.kind == NODE_SCALAR)
            entry->in[language] = &node->pairs[i].value;
    }
    for (int i = 0; node->kind == NODE_SCALAR && i < exhibit->language_count; i++)
        entry->in[i] = node;
}

static void walk_map(const struct walk_place *place, const struct schema *table, const struct node *map);

/* The item's id, or what else names it; NULL if nothing does. */
static const char *own_name(const struct node *item)
{
    static const char *const keys[] = {"id", "country", "voice"};

    for (size_t i = 0; i < COUNTOF(keys); i++) {
        const struct node *name = yaml_find(item, keys[i]);

        if (is_written(name))
            return name->text;
    }
    return NULL;
}

/* Its name, with a number behind that of one that has the name of another; else its number in the list. */
static const char *name_of(const struct walk_place *place, const struct node *items, int item)
{
    const char *name = own_name(&items[item]), *other;
    int same = 1;

    for (int i = 0; name && i < item; i++)
        same += (other = own_name(&items[i])) && strcmp(name, other) == 0;
    if (!name)
        return arena_printf(place->papers->arena, "%d", item + 1);
    return same > 1 ? arena_printf(place->papers->arena, "%s %d", name, same) : name;
}

static void walk_records(const struct walk_place *place, const struct schema_row *row, const struct node *node)
{
    struct node_items items = yaml_items(node);

    for (int i = 0; i < items.count; i++) {
        struct walk_place below = *place;

        below.way = arena_printf(place->papers->arena, "%s%s[%s].", place->way, row->key, name_of(place, items.list, i));
        walk_map(&below, row->table, &items.list[i]);
    }
}

static void walk_key(const struct walk_place *place, const struct schema_row *row, const struct node *node)
{
    if (row->type == VALUE_TEXT || row->type == VALUE_MARKDOWN)
        add_text(place, row, node);
    if (row->type == VALUE_RECORDS)
        walk_records(place, row, node);
    if (row->type == VALUE_MAP || row->type == VALUE_BLOCK) {
        struct walk_place below = *place;

        below.way = arena_printf(place->papers->arena, "%s%s.", place->way, row->key);
        walk_map(&below, row->table, node);
    }
}

static void walk_map(const struct walk_place *place, const struct schema *table, const struct node *map)
{
    for (int i = 0; map->kind == NODE_MAP && i < map->count; i++)
        for (int r = 0; r < table->row_count; r++)
            if (strcmp(table->rows[r].key, map->pairs[i].key) == 0)
                walk_key(place, &table->rows[r], &map->pairs[i].value);
}

/* Words, not what a language's dates and numbers are made of. */
static bool is_word(const struct schema_row *row)
{
    return (row->type == VALUE_STRING || row->type == VALUE_PATTERN) && (row->need == NEED_WANTED || row->min > 0);
}

/* maps: of each language, at this place; those that any of them has. */
static void walk_words(const struct walk_place *place, const struct schema *table, const struct node *const *maps)
{
    int languages = place->list->exhibit->language_count;

    for (int r = 0; r < table->row_count; r++) {
        const struct schema_row *row = &table->rows[r];
        const struct node *in[EXHIBIT_LANGUAGES_MAX] = {NULL};
        bool there = false;

        for (int i = 0; i < languages; i++) {
            in[i] = maps[i] ? yaml_find(maps[i], row->key) : NULL;
            there = there || in[i];
        }
        if (there && row->type == VALUE_MAP) {
            struct walk_place below = *place;

            below.way = arena_printf(place->papers->arena, "%s%s.", place->way, row->key);
            walk_words(&below, row->table, in);
        }
        if (!there || !is_word(row))
            continue;
        struct text_entry *entry = add_entry(place, row);

        for (int i = 0; i < languages; i++) {
            entry->in[i] = in[i] && in[i]->kind == NODE_SCALAR ? in[i] : NULL;
            entry->maps[i] = maps[i] && maps[i]->kind == NODE_MAP ? maps[i] : NULL;
        }
    }
}

void texts_find(struct text_list *list, const struct papers *papers, const struct exhibit *exhibit)
{
    static const struct {
        const char *path;
        const struct schema *table;
    } tables[] = {{"config/exhibit.yaml", &schema_exhibit},
                  {"config/timeline.yaml", &schema_timeline},
                  {"config/glossary.yaml", &schema_glossary},
                  {"config/people.yaml", &schema_people}};

    *list = (struct text_list){.exhibit = exhibit};
    for (int i = 0; i < papers->count; i++) {
        struct walk_place place = {list, papers, &papers->list[i], ""};
        const struct node *root = editing_root(place.paper->editing), *maps[EXHIBIT_LANGUAGES_MAX];
        const struct schema *table = &schema_panel;

        for (size_t t = 0; t < COUNTOF(tables); t++)
            if (strcmp(tables[t].path, place.paper->path) == 0)
                table = tables[t].table;
        if (strcmp(place.paper->path, "config/words.yaml") == 0) {
            for (int l = 0; l < exhibit->language_count; l++)
                maps[l] = yaml_find(root, exhibit->languages[l]);
            walk_words(&place, &schema_words, maps);
        } else {
            walk_map(&place, table, root);
        }
    }
}

void texts_finish(struct text_list *list)
{
    free(list->entries);
    *list = (struct text_list){0};
}

const struct text_entry *texts_of(struct text_list *list, const char *key)
{
    for (int i = 0; i < list->count; i++) {
        int at = (list->found + i) % list->count;

        if (strcmp(list->entries[at].key, key) == 0) {
            list->found = at;
            return &list->entries[at];
        }
    }
    return NULL;
}

/* Where a line break of the text parts paragraphs. */
static bool is_folded(const struct text_entry *entry, const struct node *node)
{
    return entry->row->type == VALUE_MARKDOWN && node && node->line_count > 0 && node->style != NODE_LITERAL;
}

/* Each row of line breaks becomes `count` of them. */
static const char *with_breaks(struct arena *arena, const char *text, int count)
{
    struct buffer out = {0};

    buffer_add(&out, "", 0);
    for (const char *at = text; *at; at++) {
        if (*at != '\n')
            buffer_add(&out, at, 1);
        else if (at[1] != '\n')
            buffer_add(&out, "\n\n", (size_t)count);
    }
    text = arena_text(arena, out.bytes, out.length);
    buffer_finish(&out);
    return text;
}

const char *texts_shown(struct arena *arena, const struct text_entry *entry, const struct node *node)
{
    const char *text = node ? node->text : "";

    text += strspn(text, " \n");
    size_t length = strlen(text);

    while (length > 0 && strchr(" \n", text[length - 1]))
        length--;
    text = arena_text(arena, text, length);
    return is_folded(entry, node) ? with_breaks(arena, text, 2) : text;
}

const char *texts_held(struct arena *arena, const struct text_entry *entry, const struct node *like, const char *shown)
{
    return is_folded(entry, like) ? with_breaks(arena, shown, 1) : shown;
}

int texts_source(const struct text_entry *entry, int languages)
{
    for (int i = 0; i < languages; i++)
        if (is_written(entry->in[i]))
            return i;
    return -1;
}
