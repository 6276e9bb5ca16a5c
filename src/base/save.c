/* Written in the same folder under a name with our process's number and the file's, closed, then renamed. */
#include "base/save.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BESIDE ".vitrina-%d-%s.part"

static char *beside(const char *path)
{
    const char *name = strrchr(path, '/');
    struct buffer text = {0};

    buffer_add(&text, path, name ? (size_t)(name + 1 - path) : 0);
    buffer_printf(&text, BESIDE, (int)getpid(), name ? name + 1 : path);
    return text.bytes;
}

static void finish(struct save *save)
{
    int error = errno;

    free(save->path);
    free(save->beside);
    *save = (struct save){.fd = -1};
    errno = error;
}

bool save_begin(struct save *save, const char *path)
{
    struct stat info;
    bool stream = stat(path, &info) == 0 && (S_ISCHR(info.st_mode) || S_ISFIFO(info.st_mode));

    *save = (struct save){.path = mem_text(path), .fd = -1};
    if (stream) {
        save->fd = open(path, O_WRONLY | O_CLOEXEC);
    } else {
        save->beside = beside(save->path);
        unlink(save->beside); /* of an earlier process of our number */
        save->fd = open(save->beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    }
    if (save->fd >= 0)
        return true;
    finish(save);
    return false;
}

bool save_end(struct save *save, bool keep)
{
    bool done = close(save->fd) == 0 && keep && (!save->beside || rename(save->beside, save->path) == 0);
    int error = errno;

    if (!done && save->beside)
        unlink(save->beside);
    errno = error;
    finish(save);
    return done || !keep;
}

bool save_write(int fd, const void *bytes, size_t size)
{
    const char *at = bytes;

    while (size > 0) {
        ssize_t written = write(fd, at, size);

        if (written < 0 && errno != EINTR)
            return false;
        at += written > 0 ? written : 0;
        size -= written > 0 ? (size_t)written : 0;
    }
    return true;
}

static bool save_content(const char *path, struct bytes content, bool surely)
{
    struct save save;

    if (!save_begin(&save, path))
        return false;
    bool written = save_write(save.fd, content.at, content.size) && (!surely || fsync(save.fd) == 0);
    int error = errno;
    bool kept = save_end(&save, written);

    if (!written)
        errno = error;
    return written && kept;
}

bool save_whole(const char *path, struct bytes content)
{
    return save_content(path, content, false);
}

bool save_surely(const char *path, struct bytes content)
{
    char *folder = mem_text(path), *slash = strrchr(folder, '/');
    bool kept = save_content(path, content, true);

    if (slash)
        slash[slash == folder] = '\0';
    kept = kept && save_sync(slash ? folder : ".");
    int error = errno;

    free(folder);
    errno = error;
    return kept;
}

void save_keep_mode(const struct save *save)
{
    struct stat info;

    if (!save->beside || stat(save->path, &info) != 0)
        return;
    if (fchown(save->fd, info.st_uid, info.st_gid) != 0)
        errno = 0; /* another user's file, in a folder that we may write to */
    fchmod(save->fd, info.st_mode & 07777);
}

bool save_sync(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool synced = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL || errno == ENOSYS || errno == ENOTSUP); /* some disks keep names at once */
    int error = errno;

    if (fd >= 0)
        close(fd);
    errno = error;
    return synced;
}

/* Whose unfinished file that is; 0 if it is none. */
static int process_of(const char *name)
{
    static const char end[] = ".part";
    size_t length = strlen(name);
    int process = 0, digits = 0;

    if (length < sizeof(end) || strcmp(name + length - strlen(end), end) != 0 || sscanf(name, ".vitrina-%d%n", &process, &digits) != 1)
        return 0;
    return name[digits] == '-' || strcmp(name + digits, end) == 0 ? process : 0;
}

void save_clean(const char *folder)
{
    DIR *directory = opendir(folder);

    if (!directory)
        return;
    for (struct dirent *entry; (entry = readdir(directory));) {
        int process = process_of(entry->d_name);

        if (process > 0 && kill(process, 0) != 0 && errno == ESRCH)
            unlinkat(dirfd(directory), entry->d_name, 0);
    }
    closedir(directory);
}
