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

/* The letters of a file beyond ASCII, each where it stands first; by code. */
struct letters {
    struct letter_origin *list;
    int count, capacity;
};

/* Where the letter would be; -1 if it is there. */
static int free_place(const struct letters *letters, uint32_t code)
{
    int from = 0, to = letters->count;

    while (from < to) {
        int middle = (from + to) / 2;
        uint32_t there = letters->list[middle].code;

        if (there == code)
            return -1;
        if (there < code)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static void note_letter(struct letters *letters, struct letter_origin letter)
{
    int at = free_place(letters, letter.code);

    if (at < 0)
        return;
    letters->list = mem_grow(letters->list, letters->count, &letters->capacity, sizeof(*letters->list));
    memmove(&letters->list[at + 1], &letters->list[at], sizeof(*letters->list) * (size_t)(letters->count - at));
    letters->list[at] = letter;
    letters->count++;
}

static void gather_letters(struct letters *letters, const char *file, const struct yaml_source *source)
{
    const char *at = source->bytes, *end = at + source->size;

    if (source->size >= strlen(BOM) && memcmp(at, BOM, strlen(BOM)) == 0)
        at += strlen(BOM);
    for (int number = 1; at < end; number++) {
        struct line line = line_next(&at, end);

        for (int column = 1;; column++) {
            const char *far = utf8_past_ascii(line.start, line.end);

            column += (int)(far - line.start);
            line.start = far;
            if (line.start == line.end)
                break;
            uint32_t code = utf8_next(&line.start, line.end);

            note_letter(letters, (struct letter_origin){code, {file, number, column}});
        }
    }
}

static void record_letters(struct arena *arena, const struct yaml_source *source, struct file_origins *origins)
{
    struct letters letters = {0};

    gather_letters(&letters, origins->file, source);
    struct letter_origin *list = ARENA_ARRAY(arena, struct letter_origin, letters.count);

    if (letters.count > 0)
        memcpy(list, letters.list, sizeof(*list) * (size_t)letters.count);
    free(letters.list);
    origins->letters = list;
    origins->letter_count = letters.count;
}

struct file_origins *record_origins(struct arena *arena, const char *file, const struct yaml_source *source, const struct node *root)
{
    struct file_origins *origins = ARENA_NEW(arena, struct file_origins);

    *origins = (struct file_origins){.file = file, .top = {.name = file, .origin = {file, 0, 0}}};
    record_below(arena, root, 0, &origins->top);
    record_letters(arena, source, origins);
    return origins;
}
