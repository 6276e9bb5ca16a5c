/* A line a translation: key, language and hash, parted by tabs. */
#include "wording/translations.h"

#include "base/fnv.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_BYTES_MAX = 8 << 20 };

static const char HEAD[] = "# Written by vitrina: of which source text each translation was made. To forget all of it, remove this file.\n";

uint64_t translations_hash(const char *source)
{
    return fnv_add(FNV_EMPTY, source, strlen(source));
}

static int compare(const struct translation *one, const char *key, const char *language)
{
    int order = strcmp(one->key, key);

    return order ? order : strcmp(one->language, language);
}

/* The place of that translation, or the one where it belongs. */
static size_t place_of(const struct translations *all, const char *key, const char *language)
{
    size_t low = 0, high = (size_t)all->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (compare(&all->list[middle], key, language) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct translation *find(const struct translations *all, const char *key, const char *language)
{
    size_t place = place_of(all, key, language);

    return place < (size_t)all->count && compare(&all->list[place], key, language) == 0 ? &all->list[place] : NULL;
}

const struct translation *translations_find(const struct translations *all, const char *key, const char *language)
{
    return find(all, key, language);
}

void translations_set(struct translations *all, const struct translation *translation)
{
    struct translation *known = find(all, translation->key, translation->language);

    if (known) {
        known->hash = translation->hash;
        return;
    }
    size_t place = place_of(all, translation->key, translation->language);

    all->list = mem_grow(all->list, all->count, &all->capacity, sizeof(*all->list));
    memmove(&all->list[place + 1], &all->list[place], sizeof(*all->list) * ((size_t)all->count++ - place));
    all->list[place] =
        (struct translation){arena_text(all->arena, translation->key, strlen(translation->key)),
                             arena_text(all->arena, translation->language, strlen(translation->language)), translation->hash};
}

static void read_line(struct translations *all, char *line)
{
    char *language = strchr(line, '\t'), *hash = language ? strchr(language + 1, '\t') : NULL, *end;

    if (line[0] == '#' || !hash)
        return;
    *language++ = '\0';
    *hash++ = '\0';
    uint64_t number = strtoull(hash, &end, 16);

    if (end == hash + 16)
        translations_set(all, &(struct translation){line, language, number});
}

void translations_read(struct translations *all, const struct files *files, struct arena *arena)
{
    struct buffer content = {0};

    *all = (struct translations){.arena = arena};
    if (files->read(files->context, TRANSLATIONS_FILE, FILE_BYTES_MAX, &content) != FILES_OK)
        return;
    for (char *line = content.bytes, *end; line && *line; line = end) {
        end = strchr(line, '\n');
        if (end)
            *end++ = '\0';
        read_line(all, line);
    }
    buffer_finish(&content);
}

void translations_finish(struct translations *all)
{
    free(all->list);
    *all = (struct translations){0};
}

void translations_write(const struct translations *all, struct buffer *out)
{
    buffer_printf(out, "%s", HEAD);
    for (int i = 0; i < all->count; i++)
        buffer_printf(out, "%s\t%s\t%016" PRIx64 "\n", all->list[i].key, all->list[i].language, all->list[i].hash);
}
