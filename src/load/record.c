/* What findings may name later: keys two groups deep, short values, letters that a font may lack. */
#include "load/record.h"

#include "base/utf8.h"
#include "yaml/lines.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH = 2, VALUE_BYTES_MAX = 100 }; /* longer values are texts */

static const char BOM[] = "\xEF\xBB\xBF";

static bool is_short(const struct node *node)
{
    return node->kind == NODE_SCALAR && node->text[0] && strlen(node->text) <= VALUE_BYTES_MAX;
}

static struct key_origin named(struct arena *arena, const char *name, struct origin origin)
{
    return (struct key_origin){.name = arena_text(arena, name, strlen(name)), .origin = origin};
}

static void record_values(struct arena *arena, struct node_items items, struct key_origin *above)
{
    struct key_origin *values = ARENA_ARRAY(arena, struct key_origin, items.count);

    for (int i = 0; i < items.count; i++)
        if (is_short(&items.list[i]))
            values[above->below_count++] = named(arena, items.list[i].text, items.list[i].origin);
    above->below = values;
}

static void record_below(struct arena *arena, const struct node *node, int depth, struct key_origin *above)
{
    if (node->kind != NODE_MAP) {
        record_values(arena, yaml_items(node), above);
        return;
    }
    struct key_origin *keys = ARENA_ARRAY(arena, struct key_origin, node->count);

    for (int i = 0; i < node->count && depth < DEPTH; i++) {
        keys[i] = named(arena, node->pairs[i].key, node->pairs[i].origin);
        record_below(arena, &node->pairs[i].value, depth + 1, &keys[i]);
        above->below_count++;
    }
    above->below = keys;
}

/* The letters of a file beyond ASCII, as they come. */
struct letters {
    struct letter_origin *list;
    int count, capacity;
};

static void gather_letters(struct letters *letters, const char *file, const struct yaml_source *source)
{
    const char *at = source->bytes, *end = at + source->size;

    if (source->size >= strlen(BOM) && memcmp(at, BOM, strlen(BOM)) == 0)
        at += strlen(BOM);
    for (int number = 1; at < end; number++) {
        struct line line = line_next(&at, end);

        for (int column = 1; line.start < line.end; column++) {
            uint32_t code = utf8_next(&line.start, line.end);

            if (code < 0x80)
                continue;
            letters->list = mem_grow(letters->list, letters->count, &letters->capacity, sizeof(*letters->list));
            letters->list[letters->count++] = (struct letter_origin){code, {file, number, column}};
        }
    }
}

/* By code, then as they come. */
static int compare_letters(const void *one, const void *other)
{
    const struct letter_origin *a = one, *b = other;
    int order = (a->code > b->code) - (a->code < b->code);

    if (order == 0)
        order = a->origin.line - b->origin.line;
    return order ? order : a->origin.column - b->origin.column;
}

/* Only the first of each code is kept. */
static void record_letters(struct arena *arena, const struct yaml_source *source, struct file_origins *origins)
{
    struct letters letters = {0};
    int kept = 0;

    gather_letters(&letters, origins->file, source);
    if (letters.count > 1)
        qsort(letters.list, (size_t)letters.count, sizeof(*letters.list), compare_letters);
    for (int i = 0; i < letters.count; i++)
        if (kept == 0 || letters.list[kept - 1].code != letters.list[i].code)
            letters.list[kept++] = letters.list[i];
    struct letter_origin *list = ARENA_ARRAY(arena, struct letter_origin, kept);

    if (kept > 0)
        memcpy(list, letters.list, sizeof(*list) * (size_t)kept);
    free(letters.list);
    origins->letters = list;
    origins->letter_count = kept;
}

struct file_origins *record_origins(struct arena *arena, const char *file, const struct yaml_source *source, const struct node *root)
{
    struct file_origins *origins = ARENA_NEW(arena, struct file_origins);

    *origins = (struct file_origins){.file = file, .top = {.name = file, .origin = {file, 0, 0}}};
    record_below(arena, root, 0, &origins->top);
    record_letters(arena, source, origins);
    return origins;
}
