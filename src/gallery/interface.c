/* The table says where in struct words each stands. */
#include "gallery/interface.h"

#include "keys/tables.h"

#include <string.h>

/* at: of the map in struct words; key: what stands before its own keys. Without a list it only counts. */
struct interface_walk {
    struct arena *arena;
    const struct exhibit *exhibit;
    struct interface_word *list;
    int count;
};

static bool is_word(const struct schema_row *row)
{
    return (row->type == VALUE_STRING || row->type == VALUE_PATTERN) && (row->need == NEED_WANTED || row->min > 0 || row->preset);
}

static void add(struct interface_walk *walk, const struct schema_row *row, const char *before, size_t at)
{
    struct interface_word *word = walk->list ? &walk->list[walk->count] : NULL;

    walk->count++;
    if (!word)
        return;
    *word = (struct interface_word){.key = arena_printf(walk->arena, "%s%s", before, row->key), .help = row->help};
    for (int l = 0; l < walk->exhibit->language_count; l++) {
        const char *text;

        memcpy(&text, (const char *)&walk->exhibit->words[l] + at + row->at, sizeof(text));
        word->in[l] = text ? text : "";
    }
}

static void walk_table(struct interface_walk *walk, const struct schema *table, const char *before, size_t at)
{
    for (int i = 0; i < table->row_count; i++) {
        const struct schema_row *row = &table->rows[i];

        if (row->type == VALUE_MAP)
            walk_table(walk, row->table, arena_printf(walk->arena, "%s%s.", before, row->key), at + row->at);
        else if (is_word(row))
            add(walk, row, before, at);
    }
}

int interface_words(struct arena *arena, const struct exhibit *exhibit, const struct interface_word **list)
{
    struct interface_walk walk = {.arena = arena, .exhibit = exhibit};

    walk_table(&walk, &schema_words, "", 0);
    walk.list = ARENA_ARRAY(arena, struct interface_word, walk.count);
    walk.count = 0;
    walk_table(&walk, &schema_words, "", 0);
    *list = walk.list;
    return walk.count;
}
