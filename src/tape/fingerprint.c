/* Over names and contents in the order of names. */
#include "tape/fingerprint.h"

#include "base/fnv.h"

#include <string.h>

enum { DEPTH_MAX = 8, FILE_BYTES_MAX = 8 * 1024 * 1024 };

struct print {
    const struct files *files;
    struct arena *arena;
    uint64_t sum;
    bool contents;
};

static void add(struct print *print, const char *bytes, size_t length)
{
    print->sum = fnv_add(print->sum, bytes, length);
}

/* What can be listed is a folder. */
static void add_path(struct print *print, const char *path, int depth)
{
    const char **names = NULL;
    int count = depth < DEPTH_MAX ? print->files->list(print->files->context, path, print->arena, &names) : 0;
    struct buffer content = {0};

    add(print, path, strlen(path) + 1);
    if (count == 0 && print->contents && print->files->read(print->files->context, path, FILE_BYTES_MAX, &content) == FILES_OK)
        add(print, content.bytes, content.length);
    buffer_finish(&content);
    for (int i = 0; i < count; i++)
        add_path(print, arena_printf(print->arena, "%s/%s", path, names[i]), depth + 1);
}

uint64_t fingerprint_of(const struct files *files)
{
    struct print print = {.files = files, .arena = arena_create(), .sum = FNV_EMPTY, .contents = true};

    add_path(&print, "config", 0);
    print.contents = false;
    add_path(&print, "assets", 0);
    arena_destroy(print.arena);
    return print.sum ? print.sum : 1;
}
