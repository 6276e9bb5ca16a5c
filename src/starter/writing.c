/* Each is created, which fails where there is one. */
#include "starter/writing.h"

#include "base/mem.h"
#include "base/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *join(const char *folder, const char *path)
{
    struct buffer whole = {0};

    buffer_printf(&whole, "%s/%s", folder, path);
    return whole.bytes;
}

/* All folders that lead to the file. */
static bool make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = mkdir(path, 0777) == 0 || errno == EEXIST;

        *slash = '/';
        if (!made)
            return false;
    }
    return true;
}

static bool write_one(const char *folder, const struct builtin_file *file)
{
    char *path = join(folder, file->path);
    int fd = make_folders(path) ? open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666) : -1;
    bool opened = fd >= 0, written = opened && save_write(fd, file->bytes, file->size);

    if (written)
        written = fsync(fd) == 0;
    if (opened && close(fd) != 0)
        written = false;
    int error = errno;

    if (opened && !written)
        unlink(path);
    free(path);
    errno = error;
    return written;
}

static void remove_all(const char *folder, const struct builtin_file *files, int count)
{
    int error = errno;

    for (int i = 0; i < count; i++) {
        char *path = join(folder, files[i].path);

        unlink(path);
        free(path);
    }
    errno = error;
}

static bool write_all(const char *folder, const struct builtin_file *files, int count, const char **at)
{
    for (int i = 0; i < count; i++) {
        *at = files[i].path;
        if (!write_one(folder, &files[i])) {
            remove_all(folder, files, i);
            return false;
        }
    }
    return true;
}

/* Empty folders of the files, and the folder itself. */
static void remove_folders(const char *folder, const struct builtin_file *files, int count)
{
    int error = errno;

    for (int i = 0; i < count; i++) {
        char *path = join(folder, files[i].path);

        for (char *slash = strrchr(path, '/'); slash && slash >= path + strlen(folder); slash = strrchr(path, '/')) {
            *slash = '\0';
            rmdir(path);
        }
        free(path);
    }
    errno = error;
}

/* A folder that is not there yet: made beside it, so that it is there whole or not at all. */
static bool write_beside(const char *folder, const struct builtin_file *files, int count, const char **at)
{
    struct buffer beside = {0};

    buffer_printf(&beside, "%s.new-%d", folder, (int)getpid());
    bool written = write_all(beside.bytes, files, count, at), named = written && rename(beside.bytes, folder) == 0;

    if (written && !named)
        remove_all(beside.bytes, files, count);
    if (!named)
        remove_folders(beside.bytes, files, count);
    buffer_finish(&beside);
    return named;
}

bool writing_new(const char *folder, const struct builtin_file *files, int count, const char **at)
{
    char *name = mem_text(folder);
    struct stat info;

    while (strlen(name) > 1 && name[strlen(name) - 1] == '/')
        name[strlen(name) - 1] = '\0';
    bool written = lstat(name, &info) == 0 ? write_all(name, files, count, at) : write_beside(name, files, count, at);

    free(name);
    return written;
}

bool writing_make_room(const char *folder, const char *path)
{
    char *whole = join(folder, path);
    bool made = make_folders(whole), there = made && access(whole, F_OK) == 0;

    free(whole);
    if (there)
        errno = EEXIST;
    return made && !there;
}
