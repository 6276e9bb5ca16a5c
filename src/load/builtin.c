/* The functions of struct files, over a table in memory. */
#include "load/builtin.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct file_table {
    const struct builtin_file *list;
    const int *count;
};

static const struct file_table builtin_table = {builtin_list, &builtin_count}, program_table = {program_list, &program_count};

static enum files_result read_table(void *context, const char *path, size_t limit, struct buffer *content)
{
    const struct file_table *table = context;

    for (int i = 0; i < *table->count; i++) {
        const struct builtin_file *file = &table->list[i];

        if (strcmp(file->path, path) != 0)
            continue;
        if (file->size > limit)
            return FILES_TOO_LARGE;
        buffer_add(content, file->bytes, file->size);
        return FILES_OK;
    }
    return FILES_MISSING;
}

/* As much as a disk gives: an open file. */
static enum files_result open_table(void *context, const char *path, size_t limit, int *fd)
{
    struct buffer content = {0};
    enum files_result result = read_table(context, path, limit, &content);

    *fd = result == FILES_OK ? memfd_create("builtin", MFD_CLOEXEC) : -1;
    if (result == FILES_OK && (*fd < 0 || write(*fd, content.bytes, content.length) != (ssize_t)content.length)) {
        if (*fd >= 0)
            close(*fd);
        *fd = -1;
        result = FILES_UNREADABLE;
    }
    buffer_finish(&content);
    return result;
}

/* Files only: none of the folders that are asked for has folders in it. */
static int list_table(void *context, const char *folder, struct arena *arena, const char ***names)
{
    const struct file_table *table = context;
    size_t length = strlen(folder);
    int count = 0;

    *names = ARENA_ARRAY(arena, const char *, *table->count);
    for (int i = 0; i < *table->count; i++) {
        const char *path = table->list[i].path;

        if (strncmp(path, folder, length) == 0 && path[length] == '/' && !strchr(path + length + 1, '/'))
            (*names)[count++] = path + length + 1;
    }
    return count;
}

const struct files *builtin_files(void)
{
    static const struct files files = {.context = (void *)&builtin_table, .read = read_table, .open = open_table, .list = list_table};

    return &files;
}

const struct files *program_files(void)
{
    static const struct files files = {.context = (void *)&program_table, .read = read_table, .open = open_table, .list = list_table};

    return &files;
}

static bool may_be_lacking(const char *path)
{
    return strncmp(path, "assets/icons/", strlen("assets/icons/")) == 0 || strncmp(path, "assets/maps/", strlen("assets/maps/")) == 0;
}

static enum files_result read_below(void *context, const char *path, size_t limit, struct buffer *content)
{
    const struct files *above = context;
    enum files_result result = above->read(above->context, path, limit, content);

    return result != FILES_OK && may_be_lacking(path) && read_table((void *)&builtin_table, path, limit, content) == FILES_OK ? FILES_OK
                                                                                                                              : result;
}

static enum files_result open_below(void *context, const char *path, size_t limit, int *fd)
{
    const struct files *above = context;
    enum files_result result = above->open(above->context, path, limit, fd);

    return result != FILES_OK && may_be_lacking(path) && open_table((void *)&builtin_table, path, limit, fd) == FILES_OK ? FILES_OK
                                                                                                                         : result;
}

static int list_below(void *context, const char *folder, struct arena *arena, const char ***names)
{
    const struct files *above = context;
    int count = above->list(above->context, folder, arena, names);
    const char *lacking = arena_printf(arena, "%s/", folder);

    return count == 0 && may_be_lacking(lacking) ? list_table((void *)&builtin_table, folder, arena, names) : count;
}

struct files builtin_below(const struct files *files)
{
    return (struct files){.context = (void *)files, .read = read_below, .open = open_below, .list = list_below, .name = files->name};
}
