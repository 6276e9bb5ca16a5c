/* Positions in files that were read before. A file that changed meanwhile costs a line number at worst. */
#include "exhibit/locate.h"

#include "base/utf8.h"
#include "exhibit/yaml.h"

#include <stdlib.h>
#include <string.h>

enum { BYTES_MAX = YAML_BYTES_MAX * YAML_LONG_FACTOR };

static const struct pair *find_pair(const struct node *map, const char *key)
{
    for (int i = 0; map->kind == NODE_MAP && i < map->count; i++)
        if (strcmp(map->pairs[i].key, key) == 0)
            return &map->pairs[i];
    return NULL;
}

struct origin locate_key(const struct files *files, const char *file, const char *const keys[])
{
    struct origin origin = {file, 0, 0};
    struct yaml_source source = {.is_long = true};
    char *bytes = NULL;

    if (files->read(files->context, file, BYTES_MAX, &bytes, &source.size) != FILES_OK)
        return origin;
    struct arena *arena = arena_create();
    struct findings *told = findings_create(); /* told when the file was loaded */
    struct report report = {told, file, 0};

    source.bytes = bytes;
    const struct node *node = yaml_read(arena, &report, &source);

    for (; node && *keys; keys++) {
        const struct pair *pair = find_pair(node, *keys);

        if (pair)
            origin = (struct origin){file, pair->line, pair->column};
        node = pair ? &pair->value : NULL;
    }
    findings_destroy(told);
    arena_destroy(arena);
    free(bytes);
    return origin;
}

struct origin locate_letter(const struct files *files, const char *file, uint32_t code)
{
    struct origin at = {file, 1, 1};
    char *bytes = NULL;
    size_t size = 0;

    if (files->read(files->context, file, BYTES_MAX, &bytes, &size) != FILES_OK)
        return (struct origin){file, 0, 0};
    const char *next = bytes, *end = bytes + size;

    while (next < end) {
        uint32_t letter = utf8_next(&next, end);

        if (letter == code) {
            free(bytes);
            return at;
        }
        at.column++;
        if (letter == '\n')
            at = (struct origin){file, at.line + 1, 1};
    }
    free(bytes);
    return (struct origin){file, 0, 0};
}
