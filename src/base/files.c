/* Files on disk, held inside one folder: the resolved path of what is opened must lie below the resolved root. */
#include "base/files.h"

#include "base/log.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct disk {
    struct files files;
    char *root; /* resolved, without a closing slash unless it is "/" */
};

static bool has_parent_step(const char *path)
{
    for (const char *at = path; *at;) {
        size_t length = strcspn(at, "/");

        if (length == 2 && at[0] == '.' && at[1] == '.')
            return true;
        at += length;
        at += *at == '/';
    }
    return false;
}

/* The resolved absolute path, which the caller frees; NULL with *why. */
static char *resolve(const struct disk *disk, const char *path, enum files_result *why)
{
    char joined[PATH_MAX];
    size_t root_length = strlen(disk->root);

    *why = FILES_OUTSIDE;
    if (path[0] == '/' || has_parent_step(path))
        return NULL;
    if (snprintf(joined, sizeof(joined), "%s/%s", disk->root, path) >= (int)sizeof(joined))
        return NULL;
    char *resolved = realpath(joined, NULL);

    if (!resolved) {
        *why = errno == ENOENT || errno == ENOTDIR ? FILES_MISSING : FILES_UNREADABLE;
        return NULL;
    }
    if (root_length > 1 && (strncmp(resolved, disk->root, root_length) != 0 || (resolved[root_length] && resolved[root_length] != '/'))) {
        free(resolved);
        return NULL;
    }
    *why = FILES_OK;
    return resolved;
}

static enum files_result read_descriptor(int fd, size_t limit, char **bytes, size_t *size)
{
    struct stat info;

    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))
        return FILES_UNREADABLE;
    if ((uintmax_t)info.st_size > limit)
        return FILES_TOO_LARGE;
    size_t wanted = (size_t)info.st_size, got = 0;
    char *memory = mem_alloc(wanted + 1);

    while (got < wanted) {
        ssize_t step = read(fd, memory + got, wanted - got);

        if (step < 0 && errno == EINTR)
            continue;
        if (step < 0) {
            free(memory);
            return FILES_UNREADABLE;
        }
        if (step == 0)
            break; /* shortened while we read: the reader of the content says what is missing */
        got += (size_t)step;
    }
    memory[got] = '\0';
    *bytes = memory;
    *size = got;
    return FILES_OK;
}

static enum files_result disk_read(void *context, const char *path, size_t limit, char **bytes, size_t *size)
{
    enum files_result result;
    char *resolved = resolve(context, path, &result);

    if (!resolved)
        return result;
    int fd = open(resolved, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

    free(resolved);
    if (fd < 0)
        return errno == ENOENT ? FILES_MISSING : FILES_UNREADABLE;
    result = read_descriptor(fd, limit, bytes, size);
    close(fd);
    return result;
}

static int compare_names(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static int disk_list(void *context, const char *folder, struct arena *arena, const char ***names)
{
    enum files_result result;
    char *resolved = resolve(context, folder, &result);
    DIR *directory = resolved ? opendir(resolved) : NULL;
    const char **found = NULL;
    int count = 0, capacity = 0;

    free(resolved);
    if (!directory)
        return 0;
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        found = mem_grow(found, count, &capacity, sizeof(*found));
        found[count++] = arena_text(arena, entry->d_name, strlen(entry->d_name));
    }
    closedir(directory);
    if (count > 0)
        qsort(found, (size_t)count, sizeof(*found), compare_names);
    *names = ARENA_ARRAY(arena, const char *, count);
    if (count > 0)
        memcpy(*names, found, sizeof(*found) * (size_t)count);
    free(found);
    return count;
}

struct files *files_open(const char *root)
{
    char *resolved = realpath(root, NULL);
    struct stat info;

    if (!resolved || stat(resolved, &info) != 0 || !S_ISDIR(info.st_mode)) {
        log_error("%s: %s", root, resolved ? "not a folder" : strerror(errno));
        free(resolved);
        return NULL;
    }
    struct disk *disk = mem_alloc(sizeof(*disk));

    disk->root = resolved;
    disk->files = (struct files){disk, disk_read, disk_list};
    return &disk->files;
}

void files_close(struct files *files)
{
    if (!files)
        return;
    struct disk *disk = files->context;

    free(disk->root);
    free(disk);
}
