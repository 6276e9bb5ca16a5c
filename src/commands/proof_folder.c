/* The list is a text: a line that says what it is, then a name a line. A name that could lead elsewhere is not believed. */
#include "commands/proof_folder.h"

#include "base/files.h"
#include "base/log.h"
#include "base/save.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LIST_BYTES_MAX = 64 * 1024 * 1024 };

static const char LIST[] = ".vitrina-proofs",
                  FIRST_LINE[] = "Pictures drawn by vitrina proof, which removes those that are of no scene any more:";

/* Sorted. */
struct name_list {
    const char **all;
    int count, capacity;
};

struct proof_folder {
    const char *root;
    struct arena *arena;
    struct name_list planned, gone; /* gone: in the list that was there, not in the plan */
    struct buffer path;
};

static int compare(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static void add_name(struct name_list *names, const char *name)
{
    names->all = mem_grow(names->all, names->count, &names->capacity, sizeof(*names->all));
    names->all[names->count++] = name;
}

static bool has_name(const struct name_list *names, const char *name)
{
    return names->count > 0 && bsearch(&name, names->all, (size_t)names->count, sizeof(*names->all), compare);
}

static bool is_picture(const char *name)
{
    size_t length = strlen(name);

    return name[0] != '.' && !strchr(name, '/') && length > 4 && strcmp(name + length - 4, ".png") == 0;
}

/* What the list that is there names beside the plan; a file that is no list of ours names nothing. */
static void read_list(struct proof_folder *folder)
{
    struct files *files = files_open(folder->root);
    struct buffer list = {0};

    if (files && files->read(files->context, LIST, LIST_BYTES_MAX, &list) == FILES_OK) {
        char *rest = NULL, *line = strtok_r(list.bytes, "\n", &rest);

        if (line && strcmp(line, FIRST_LINE) == 0)
            while ((line = strtok_r(NULL, "\n", &rest)))
                if (is_picture(line) && !has_name(&folder->planned, line))
                    add_name(&folder->gone, arena_text(folder->arena, line, strlen(line)));
    }
    buffer_finish(&list);
    files_close(files);
}

static bool write_list(struct proof_folder *folder)
{
    const struct name_list *parts[] = {&folder->planned, &folder->gone};
    struct buffer text = {0};

    buffer_printf(&text, "%s\n", FIRST_LINE);
    for (size_t part = 0; part < COUNTOF(parts); part++)
        for (int i = 0; i < parts[part]->count; i++)
            buffer_printf(&text, "%s\n", parts[part]->all[i]);

    bool done = save_whole(proof_folder_path(folder, LIST), (struct bytes){text.bytes, text.length});

    if (!done)
        log_error("%s: cannot be written to: %s", folder->root, strerror(errno));
    buffer_finish(&text);
    return done;
}

static bool make(const char *path)
{
    struct stat info;

    if (mkdir(path, 0777) == 0)
        return true;
    if (errno != EEXIST || stat(path, &info) != 0)
        return false;
    errno = ENOTDIR;
    return S_ISDIR(info.st_mode);
}

struct proof_folder *proof_folder_open(const char *path, const struct proof_plan *plan)
{
    struct proof_folder *folder;

    if (!make(path)) {
        log_error("%s: cannot be made: %s", path, strerror(errno));
        return NULL;
    }
    folder = mem_alloc(sizeof(*folder));
    folder->root = path;
    folder->arena = arena_create();
    for (int i = 0; i < plan->count; i++)
        add_name(&folder->planned, plan->pictures[i].name);
    qsort(folder->planned.all, (size_t)folder->planned.count, sizeof(*folder->planned.all), compare);
    save_clean(path);
    read_list(folder);
    if (write_list(folder))
        return folder;
    proof_folder_close(folder);
    return NULL;
}

const char *proof_folder_path(struct proof_folder *folder, const char *name)
{
    folder->path.length = 0;
    buffer_printf(&folder->path, "%s/%s", folder->root, name);
    return folder->path.bytes;
}

int proof_folder_tidy(struct proof_folder *folder)
{
    int removed = 0;

    for (int i = 0; i < folder->gone.count; i++)
        removed += unlink(proof_folder_path(folder, folder->gone.all[i])) == 0;
    folder->gone.count = 0;
    return write_list(folder) ? removed : -1;
}

void proof_folder_close(struct proof_folder *folder)
{
    if (!folder)
        return;
    free(folder->planned.all);
    free(folder->gone.all);
    buffer_finish(&folder->path);
    arena_destroy(folder->arena);
    free(folder);
}
