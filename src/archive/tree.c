/* Files are reached through struct files, so that no link leads out of the exhibit. */
#include "archive/tree.h"

#include "base/fnv.h"
#include "base/save.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 8, PIECE_BYTES = 64 * 1024 };

static const char *const PARTS[] = {"config", "assets"};

/* ---- walking ---- */

/* file: its path, and it open for reading; folder: one that is not empty, before what is in it. False ends the walk. */
struct tree_walk {
    const struct files *files;
    void *context;
    bool (*file)(void *context, const char *path, int fd);
    bool (*folder)(void *context, const char *path);
};

/* What editors and desktops leave behind is nobody's. */
static bool is_left_behind(const char *name)
{
    size_t length = strlen(name);

    return name[0] == '.' || (length > 0 && name[length - 1] == '~');
}

static bool walk_folder(const struct tree_walk *walk, const char *path, int depth)
{
    struct arena *arena = arena_create();
    const char **names = NULL;
    int count = walk->files->list(walk->files->context, path, arena, &names);
    bool on = count == 0 || walk->folder(walk->context, path);

    for (int i = 0; i < count && on; i++) {
        const char *below = arena_printf(arena, "%s/%s", path, names[i]);
        int fd;

        if (is_left_behind(names[i]))
            continue;
        if (walk->files->open(walk->files->context, below, SIZE_MAX, &fd) == FILES_OK) {
            on = walk->file(walk->context, below, fd);
            close(fd);
        } else if (depth < DEPTH_MAX) {
            on = walk_folder(walk, below, depth + 1);
        }
    }
    arena_destroy(arena);
    return on;
}

static bool walk_all(const struct tree_walk *walk)
{
    bool on = true;

    for (size_t i = 0; i < COUNTOF(PARTS) && on; i++)
        on = walk_folder(walk, PARTS[i], 0);
    return on;
}

/* ---- the print ---- */

/* A disk may have another number after a start, so its number does not count. */
static bool print_file(void *context, const char *path, int fd)
{
    uint64_t *hash = context;
    struct file_stamp stamp = files_stamp(fd);

    *hash = fnv_add(*hash ? *hash : FNV_EMPTY, path, strlen(path));
    *hash = fnv_add(*hash, &stamp.number, sizeof(stamp.number));
    *hash = fnv_add(*hash, &stamp.size, sizeof(stamp.size));
    *hash = fnv_add(*hash, &stamp.changed_s, sizeof(stamp.changed_s));
    *hash = fnv_add(*hash, &stamp.changed_ns, sizeof(stamp.changed_ns));
    return true;
}

static bool pass(void *context, const char *path)
{
    (void)context;
    (void)path;
    return true;
}

uint64_t tree_print(const struct files *files)
{
    uint64_t hash = 0;

    walk_all(&(struct tree_walk){files, &hash, print_file, pass});
    return hash;
}

void tree_print_text(uint64_t print, char text[TREE_PRINT_BYTES])
{
    snprintf(text, TREE_PRINT_BYTES, "%016llx", (unsigned long long)print);
}

/* ---- the copy ---- */

/* How many bytes were read, up to the size of a piece; -1: it cannot be read. */
static ssize_t read_piece(int fd, char *piece, off_t at)
{
    size_t length = 0;

    while (length < PIECE_BYTES) {
        ssize_t step = pread(fd, piece + length, PIECE_BYTES - length, at + (off_t)length);

        if (step < 0 && errno == EINTR)
            continue;
        if (step < 0)
            return -1;
        if (step == 0)
            break;
        length += (size_t)step;
    }
    return (ssize_t)length;
}

static bool same_content(int one, int other)
{
    char pieces[2][PIECE_BYTES];
    struct stat infos[2];
    bool same = fstat(one, &infos[0]) == 0 && fstat(other, &infos[1]) == 0 && infos[0].st_size == infos[1].st_size;

    for (off_t at = 0; same && at < infos[0].st_size; at += PIECE_BYTES) {
        ssize_t length = read_piece(one, pieces[0], at);

        same = length > 0 && read_piece(other, pieces[1], at) == length && memcmp(pieces[0], pieces[1], (size_t)length) == 0;
    }
    return same;
}

static bool write_copy(int from, const char *path)
{
    char piece[PIECE_BYTES];
    int to = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    ssize_t length = 0;
    off_t at = 0;

    if (to < 0)
        return false;
    while ((length = read_piece(from, piece, at)) > 0 && save_write(to, piece, (size_t)length))
        at += length;
    bool done = length == 0 && fsync(to) == 0;
    int error = errno;

    done = close(to) == 0 && done;
    errno = error;
    return done;
}

static bool link_copy(const struct tree_copy *copy, const char *path, int fd, const char *to)
{
    struct buffer from = {0};
    int like = -1;
    bool linked = copy->like && copy->like->open(copy->like->context, path, SIZE_MAX, &like) == FILES_OK && same_content(fd, like);

    if (like >= 0)
        close(like);
    if (linked) {
        buffer_printf(&from, "%s/%s", copy->like_path, path);
        linked = link(from.bytes, to) == 0;
        buffer_finish(&from);
    }
    return linked;
}

static bool copy_file(void *context, const char *path, int fd)
{
    struct tree_copy *copy = context;
    struct buffer to = {0};

    buffer_printf(&to, "%s/%s", copy->to, path);
    bool linked = link_copy(copy, path, fd, to.bytes), done = linked || write_copy(fd, to.bytes);

    copy->linked += linked;
    copy->copied += !linked && done;
    buffer_finish(&to);
    return done;
}

static bool make_folder(void *context, const char *path)
{
    const struct tree_copy *copy = context;
    struct buffer to = {0};

    buffer_printf(&to, "%s/%s", copy->to, path);
    bool made = mkdir(to.bytes, 0755) == 0;

    buffer_finish(&to);
    return made;
}

static bool sync_folder(void *context, const char *path)
{
    const struct tree_copy *copy = context;
    struct buffer to = {0};

    buffer_printf(&to, "%s/%s", copy->to, path);
    bool synced = save_sync(to.bytes);

    buffer_finish(&to);
    return synced;
}

static bool pass_file(void *context, const char *path, int fd)
{
    (void)fd;
    return pass(context, path);
}

bool tree_copy(struct tree_copy *copy)
{
    copy->copied = copy->linked = 0;
    return walk_all(&(struct tree_walk){copy->from, copy, copy_file, make_folder}) &&
           walk_all(&(struct tree_walk){copy->from, copy, pass_file, sync_folder}) && save_sync(copy->to);
}

/* ---- the end ---- */

static void remove_below(int folder, const char *name, int depth)
{
    int fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *directory = fd >= 0 ? fdopendir(fd) : NULL;

    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (unlinkat(dirfd(directory), entry->d_name, 0) != 0 && depth < DEPTH_MAX + 4)
            remove_below(dirfd(directory), entry->d_name, depth + 1);
    }
    if (directory)
        closedir(directory);
    else if (fd >= 0)
        close(fd);
    unlinkat(folder, name, AT_REMOVEDIR);
}

void tree_remove(const char *folder)
{
    remove_below(AT_FDCWD, folder, 0);
}
