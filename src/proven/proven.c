/* The file is a list of names, the oldest first. None says anything but "sound", and none that is damaged is a name of anything: so there
 * is nothing in it that could be read wrongly. */
#include "proven/proven.h"

#include "base/files.h"
#include "base/save.h"
#include "base/state.h"
#include "proven/machine.h"

#include <stdlib.h>
#include <string.h>

enum { PROVEN_MAX = 64 * 1024 /* names; 1 MB */ };

struct proven {
    char *path;
    struct hash machine;
    struct hash *names; /* in the order of the file, the new ones behind them */
    struct hash *known; /* those of the file, sorted */
    int count, capacity, known_count;
};

static int compare(const void *one, const void *other)
{
    return memcmp(one, other, sizeof(struct hash));
}

static void read_names(struct proven *proven, const char *path)
{
    struct buffer content = {0};

    if (!files_read_own(path, PROVEN_MAX * sizeof(struct hash), &content))
        return;
    proven->count = proven->known_count = (int)(content.length / sizeof(struct hash));
    proven->capacity = proven->count;
    if (proven->count > 0) {
        size_t size = sizeof(struct hash) * (size_t)proven->count;

        proven->names = mem_alloc(size);
        proven->known = mem_alloc(size);
        memcpy(proven->names, content.bytes, size);
        memcpy(proven->known, content.bytes, size);
        qsort(proven->known, (size_t)proven->count, sizeof(struct hash), compare);
    }
    buffer_finish(&content);
}

struct proven *proven_of_machine(const char *program)
{
    struct proven *proven = mem_alloc(sizeof(*proven));

    proven->path = state_path("proven");
    if (proven->path && machine_print(program, &proven->machine)) {
        read_names(proven, proven->path);
        return proven;
    }
    proven_close(proven);
    return NULL;
}

static void write_names(const struct proven *proven)
{
    int first = int_max(0, proven->count - PROVEN_MAX);
    char *folder = mem_text(proven->path), *slash = strrchr(folder, '/');

    if (slash) {
        *slash = '\0';
        if (state_make(folder))
            save_whole(proven->path,
                       (struct bytes){(const char *)(proven->names + first), sizeof(struct hash) * (size_t)(proven->count - first)});
    }
    free(folder);
}

void proven_close(struct proven *proven)
{
    if (!proven)
        return;
    if (proven->count > proven->known_count)
        write_names(proven);
    free(proven->path);
    free(proven->names);
    free(proven->known);
    free(proven);
}

bool proven_name(const struct proven *proven, int file, struct bytes view, struct hash *name)
{
    struct hash parts[3] = {proven->machine, hash_of(view.at, view.size)};

    if (!hash_file(file, &parts[2]))
        return false;
    *name = hash_of(parts, sizeof(parts));
    return true;
}

bool proven_has(const struct proven *proven, struct hash name)
{
    return proven->known_count > 0 && bsearch(&name, proven->known, (size_t)proven->known_count, sizeof(name), compare) != NULL;
}

void proven_add(struct proven *proven, struct hash name)
{
    proven->names = mem_grow(proven->names, proven->count, &proven->capacity, sizeof(*proven->names));
    proven->names[proven->count++] = name;
}
