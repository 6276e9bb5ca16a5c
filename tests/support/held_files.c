/* Files held in memory. */
#include "support/held_files.h"

#include <stdlib.h>
#include <string.h>

enum { BYTES_MAX = 8 << 20 };

static struct held_file *hold(struct held_files *held, const char *path)
{
    struct held_file *file = &held->files[held->count];

    for (int i = 0; i < held->count; i++)
        if (strcmp(held->files[i].path, path) == 0)
            return &held->files[i];
    if (held->count == HELD_FILES_MAX)
        return NULL;
    if (held->disk->read(held->disk->context, path, BYTES_MAX, &file->content) != FILES_OK)
        return NULL;

    size_t length = strlen(path);
    char *kept = mem_alloc(length + 1);

    memcpy(kept, path, length + 1);
    file->path = kept;
    held->count++;
    return file;
}

static enum files_result read_held(void *context, const char *path, size_t limit_bytes, struct buffer *content)
{
    struct held_files *held = context;
    const struct held_file *file = hold(held, path);

    if (!file)
        return FILES_MISSING;

    const char *from = file == held->changed ? held->bytes : file->content.bytes;

    size_t size = file == held->changed ? held->size : file->content.length;

    if (size > limit_bytes)
        return FILES_TOO_LARGE;
    buffer_add(content, from, size);
    return FILES_OK;
}

/* Pictures are opened, and never changed. */
static enum files_result open_held(void *context, const char *path, size_t limit_bytes, int *fd)
{
    const struct held_files *held = context;

    return held->disk->open(held->disk->context, path, limit_bytes, fd);
}

static int list_held(void *context, const char *folder, struct arena *arena, const char ***names)
{
    const struct held_files *held = context;

    return held->disk->list(held->disk->context, folder, arena, names);
}

static void hold_folder(struct held_files *held, const char *folder)
{
    struct arena *arena = arena_create();
    const char **names;
    int count = held->disk->list(held->disk->context, folder, arena, &names);

    for (int i = 0; i < count; i++) {
        size_t length = strlen(names[i]);

        if (length > 5 && strcmp(names[i] + length - 5, ".yaml") == 0)
            hold(held, arena_printf(arena, "%s/%s", folder, names[i]));
    }
    arena_destroy(arena);
}

bool held_files_open(struct held_files *held, const char *exhibit)
{
    static const char *const folders[] = {"config", "config/layouts", "config/panels"};

    *held = (struct held_files){.disk = files_open(exhibit)};
    if (!held->disk)
        return false;
    for (size_t i = 0; i < COUNTOF(folders); i++)
        hold_folder(held, folders[i]);
    held->config_count = held->count;
    return true;
}

void held_files_close(struct held_files *held)
{
    for (int i = 0; i < held->count; i++) {
        buffer_finish(&held->files[i].content);
        free((char *)held->files[i].path);
    }
    files_close(held->disk);
}

struct files held_files(struct held_files *held)
{
    return (struct files){.context = held, .read = read_held, .open = open_held, .list = list_held};
}
