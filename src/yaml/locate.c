/* Positions in files that were read before. A file that changed meanwhile costs a line number at worst. */
#include "yaml/locate.h"

#include "base/utf8.h"
#include "yaml/salvage.h"

#include <string.h>

enum { BYTES_MAX = YAML_BYTES_MAX * YAML_LONG_FACTOR };

static const struct pair *find_pair(const struct node *map, const char *key)
{
    for (int i = 0; map->kind == NODE_MAP && i < map->count; i++)
        if (strcmp(map->pairs[i].key, key) == 0)
            return &map->pairs[i];
    return NULL;
}

/* A file read once more. What is wrong in it was told when it was loaded. */
struct reading {
    struct arena *arena;
    struct findings *told;
    const struct node *root; /* NULL if it cannot be read any more */
};

static void reading_init(struct reading *reading, const struct files *files, const char *file)
{
    struct yaml_source source = {.is_long = true};
    struct salvage lost = {0};
    struct buffer content = {0};

    *reading = (struct reading){arena_create(), findings_create(), NULL};
    if (files->read(files->context, file, BYTES_MAX, &content) != FILES_OK)
        return;
    source.bytes = content.bytes;
    source.size = content.length;
    reading->root = salvage_read(reading->arena, &(struct report){reading->told, file, 0}, &source, &lost);
    buffer_finish(&lost.text);
    buffer_finish(&content);
}

static void reading_finish(struct reading *reading)
{
    findings_destroy(reading->told);
    arena_destroy(reading->arena);
}

/* The value of the last of the keys that is there, and where that key stands; NULL if not all are. */
static const struct node *follow(const struct node *node, const char *const keys[], struct origin *origin)
{
    for (; node && *keys; keys++) {
        const struct pair *pair = find_pair(node, *keys);

        if (pair)
            *origin = pair->origin;
        node = pair ? &pair->value : NULL;
    }
    return node;
}

struct origin locate_key(const struct files *files, const char *file, const char *const keys[])
{
    struct origin origin = {file, 0, 0};
    struct reading reading;

    reading_init(&reading, files, file);
    follow(reading.root, keys, &origin);
    reading_finish(&reading);
    return origin;
}

struct origin locate_item(const struct files *files, const char *file, const char *const keys[], const char *text)
{
    struct origin origin = {file, 0, 0}, item = origin;
    struct reading reading;

    reading_init(&reading, files, file);
    const struct node *node = follow(reading.root, keys, &origin);
    const struct node *items = node && node->kind == NODE_LIST ? node->items : node;
    int count = !node ? 0 : node->kind == NODE_LIST ? node->count : 1;

    for (int i = 0; i < count && item.line == 0; i++)
        if (items[i].kind == NODE_SCALAR && strcmp(items[i].text, text) == 0)
            item = items[i].origin;
    reading_finish(&reading);
    return item;
}

struct origin locate_letter(const struct files *files, const char *file, uint32_t code)
{
    struct origin at = {file, 1, 1};
    struct buffer content = {0};

    if (files->read(files->context, file, BYTES_MAX, &content) != FILES_OK)
        return (struct origin){file, 0, 0};
    const char *next = content.bytes, *end = content.bytes + content.length;

    while (next < end) {
        uint32_t letter = utf8_next(&next, end);

        if (letter == code) {
            buffer_finish(&content);
            return at;
        }
        at.column++;
        if (letter == '\n')
            at = (struct origin){file, at.line + 1, 1};
    }
    buffer_finish(&content);
    return (struct origin){file, 0, 0};
}
