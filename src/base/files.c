/* Files on disk, held inside one folder by the kernel. */
#include "base/files.h"

#include "base/log.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

struct disk {
    struct files files;
    int root;   /* the folder, open */
    char *name; /* NULL: not known */
};

/* Relative to the folder and never out of it, whatever links do meanwhile: openat2(2). */
static enum files_result open_below(const struct disk *disk, const char *path, uint64_t flags, int *fd)
{
    struct open_how how = {.flags = flags | O_CLOEXEC | O_NONBLOCK, .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};

    *fd = (int)syscall(SYS_openat2, disk->root, path, &how, sizeof(how));
    if (*fd >= 0)
        return FILES_OK;
    switch (errno) {
    case ENOENT:
    case ENOTDIR:
        return FILES_MISSING;
    case EXDEV:
        return FILES_OUTSIDE;
    default:
        return FILES_UNREADABLE;
    }
}

static enum files_result disk_open(void *context, const char *path, size_t limit, int *fd)
{
    enum files_result result = open_below(context, path, O_RDONLY, fd);
    struct stat info;

    if (result != FILES_OK)
        return result;
    if (fstat(*fd, &info) != 0 || !S_ISREG(info.st_mode))
        result = FILES_UNREADABLE;
    else if ((uintmax_t)info.st_size > limit)
        result = FILES_TOO_LARGE;
    if (result != FILES_OK) {
        close(*fd);
        *fd = -1;
    }
    return result;
}

bool files_read_start(int fd, size_t limit, struct buffer *content)
{
    struct stat info;
    size_t wanted;

    ASSERT(!content->bytes);
    if (fstat(fd, &info) != 0 || info.st_size < 0)
        return false;
    wanted = (uintmax_t)info.st_size < limit ? (size_t)info.st_size : limit;
    *content = (struct buffer){.bytes = mem_alloc(wanted + 1), .capacity = wanted + 1};
    while (content->length < wanted) {
        ssize_t step = pread(fd, content->bytes + content->length, wanted - content->length, (off_t)content->length);

        if (step < 0 && errno == EINTR)
            continue;
        if (step < 0) {
            buffer_finish(content);
            return false;
        }
        if (step == 0)
            break; /* shortened while we read: the reader of the content says what is missing */
        content->length += (size_t)step;
    }
    content->bytes[content->length] = '\0';
    return true;
}

static bool read_path(const char *path, int flags, size_t limit, struct buffer *content)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags);
    struct stat info;
    bool read = fd >= 0 && fstat(fd, &info) == 0;

    if (read && !S_ISREG(info.st_mode)) {
        errno = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
        read = false;
    }
    read = read && files_read_start(fd, limit, content);
    int error = errno;

    if (fd >= 0)
        close(fd);
    errno = error;
    return read;
}

bool files_read_path(const char *path, size_t limit, struct buffer *content)
{
    return read_path(path, 0, limit, content);
}

bool files_read_own(const char *path, size_t limit, struct buffer *content)
{
    return read_path(path, O_NOFOLLOW, limit, content);
}

static enum files_result disk_read(void *context, const char *path, size_t limit, struct buffer *content)
{
    int fd;
    enum files_result result = disk_open(context, path, limit, &fd);

    if (result != FILES_OK)
        return result;
    if (!files_read_start(fd, limit, content))
        result = FILES_UNREADABLE;
    close(fd);
    return result;
}

struct file_stamp files_stamp(int fd)
{
    struct file_stamp stamp = {0};
    struct stat info;

    if (fd >= 0 && fstat(fd, &info) == 0)
        stamp = (struct file_stamp){info.st_dev, info.st_ino, info.st_size, info.st_ctim.tv_sec, info.st_ctim.tv_nsec};
    return stamp;
}

static int compare_names(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static int disk_list(void *context, const char *folder, struct arena *arena, const char ***names)
{
    int fd = -1, count = 0, capacity = 0;
    DIR *directory = open_below(context, folder, O_RDONLY | O_DIRECTORY, &fd) == FILES_OK ? fdopendir(fd) : NULL;
    const char **found = NULL;

    if (!directory) {
        if (fd >= 0)
            close(fd);
        return 0;
    }
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

/* The folder's own name, which "." and ".." do not tell. */
static char *name_of(const char *root)
{
    char *resolved = realpath(root, NULL), *name = resolved ? mem_text(strrchr(resolved, '/') + 1) : NULL;

    free(resolved);
    return name;
}

struct files *files_open(const char *root)
{
    struct files *files = files_open_quietly(root);

    if (!files)
        log_error("%s: %s", root, errno == ENOTDIR ? "not a folder" : strerror(errno));
    return files;
}

/* The kernel puts one folder in the place of the other in one step. */
bool files_move(struct files *files, const char *root)
{
    struct disk *disk = files->context;
    int fd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool moved = fd >= 0 && dup3(fd, disk->root, O_CLOEXEC) >= 0;

    if (fd >= 0)
        close(fd);
    return moved;
}

struct files *files_open_quietly(const char *root)
{
    int fd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0)
        return NULL;
    struct disk *disk = mem_alloc(sizeof(*disk));

    disk->root = fd;
    disk->name = name_of(root);
    disk->files = (struct files){.context = disk, .read = disk_read, .open = disk_open, .list = disk_list, .name = disk->name};
    return &disk->files;
}

void files_close(struct files *files)
{
    if (!files)
        return;
    struct disk *disk = files->context;

    close(disk->root);
    free(disk->name);
    free(disk);
}

static bool is_text_name(const char *name)
{
    static const char end[] = ".yaml";
    size_t length = strlen(name);

    return name[0] != '.' && length > strlen(end) && strcmp(name + length - strlen(end), end) == 0;
}

int files_texts(const struct files *files, struct arena *arena, const char ***paths)
{
    static const char *const folders[] = {"config", "config/panels", "config/layouts"};
    const char **names[COUNTOF(folders)];
    int counts[COUNTOF(folders)], all = 0, found = 0;

    for (size_t f = 0; f < COUNTOF(folders); f++)
        all += counts[f] = files->list(files->context, folders[f], arena, &names[f]);
    *paths = ARENA_ARRAY(arena, const char *, all);
    for (size_t f = 0; f < COUNTOF(folders); f++)
        for (int i = 0; i < counts[f]; i++)
            if (is_text_name(names[f][i]))
                (*paths)[found++] = arena_printf(arena, "%s/%s", folders[f], names[f][i]);
    return found;
}
