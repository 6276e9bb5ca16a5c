/* A table that answers like a disk. */
#include "support/memory_files.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static const struct memory_file *find(const struct memory_files *memory, const char *path)
{
    for (int i = memory->count - 1; i >= 0; i--)
        if (strcmp(memory->table[i].path, path) == 0)
            return &memory->table[i];
    return NULL;
}

static enum files_result read_memory(void *context, const char *path, size_t limit, struct buffer *content)
{
    struct memory_files *memory = context;
    const struct memory_file *file = find(memory, path);

    if (!file || !file->bytes)
        return FILES_MISSING;
    if (file->result != FILES_OK)
        return file->result;
    size_t size = file->size ? file->size : strlen(file->bytes);

    if (size > limit)
        return FILES_TOO_LARGE;
    buffer_add(content, file->bytes, size);
    memory->reads++;
    return FILES_OK;
}

/* As much as a disk gives: an open file. */
static enum files_result open_memory(void *context, const char *path, size_t limit, int *fd)
{
    struct buffer content = {0};
    enum files_result result = read_memory(context, path, limit, &content);

    *fd = result == FILES_OK ? memfd_create("file", MFD_CLOEXEC) : -1;
    if (*fd >= 0)
        ASSERT(write(*fd, content.bytes, content.length) == (ssize_t)content.length);
    buffer_finish(&content);
    return result;
}

static int compare(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* Files and folders directly in the folder, each once. */
static int list_memory(void *context, const char *folder, struct arena *arena, const char ***names)
{
    const struct memory_files *memory = context;
    size_t length = strlen(folder);
    int count = 0, kept = 0;

    *names = ARENA_ARRAY(arena, const char *, memory->count);
    for (int i = 0; i < memory->count; i++) {
        const char *path = memory->table[i].path;

        if (strncmp(path, folder, length) != 0 || path[length] != '/' || !memory->table[i].bytes)
            continue;
        (*names)[count++] = arena_text(arena, path + length + 1, strcspn(path + length + 1, "/"));
    }
    if (count > 1)
        qsort(*names, (size_t)count, sizeof(**names), compare);
    for (int i = 0; i < count; i++)
        if (i == 0 || strcmp((*names)[i], (*names)[kept - 1]) != 0)
            (*names)[kept++] = (*names)[i];
    return kept;
}

void memory_files_init(struct memory_files *memory, const struct memory_file *table, int count)
{
    *memory = (struct memory_files){
        .files = {.context = memory, .read = read_memory, .open = open_memory, .list = list_memory}, .table = table, .count = count};
}
