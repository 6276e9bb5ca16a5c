/* A copy is a header and the pixels. The time when it was last used is the file's, told to the disk at most once an hour. */
#include "copies/shelf.h"

#include "base/save.h"
#include "base/state.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

/* FREE_LEAST: what copies leave of a disk that others write to. */
enum { COPY_FORMAT = 1, PIECE_BYTES = 256 * 1024, FREE_LEAST_BYTES = 64 * 1024 * 1024, USE_NOTED_S = 3600, NAME_BYTES = 48 };
enum { CLEARED_TIMES = 2 }; /* on a disk that others fill one copy is not worth more than so many of its size */

#define NAME_END ".copy"

static const char magic[8] = "vitrinaP";

/* sum: of the pixels; check: of all before it. No gaps. */
struct header {
    char magic[sizeof(magic)];
    uint64_t format, size;
    struct hash name, sum, check;
};

struct shelf {
    char *folder;
    int64_t limit;
    bool spares;
    struct timespec spared_since;
};

struct shelf *shelf_create(const char *folder, int64_t limit_bytes)
{
    struct shelf *shelf = mem_alloc(sizeof(*shelf));

    *shelf = (struct shelf){.folder = mem_text(folder), .limit = limit_bytes};
    return shelf;
}

/* By the clock that files are stamped with. */
void shelf_spare_used(struct shelf *shelf)
{
    shelf->spares = true;
    clock_gettime(CLOCK_REALTIME_COARSE, &shelf->spared_since);
}

void shelf_destroy(struct shelf *shelf)
{
    if (!shelf)
        return;
    free(shelf->folder);
    free(shelf);
}

static char *path_of(const struct shelf *shelf, struct hash name)
{
    struct buffer path = {0};

    buffer_printf(&path, "%s/%016llx%016llx" NAME_END, shelf->folder, (unsigned long long)name.high, (unsigned long long)name.low);
    return path.bytes;
}

static struct header header_of(struct hash name, struct bytes pixels)
{
    struct header header = {.format = COPY_FORMAT, .size = pixels.size, .name = name, .sum = hash_of(pixels.at, pixels.size)};

    memcpy(header.magic, magic, sizeof(magic));
    header.check = hash_of(&header, offsetof(struct header, check));
    return header;
}

static bool read_all(int fd, void *bytes, size_t size)
{
    char *at = bytes;

    while (size > 0) {
        ssize_t count = read(fd, at, size);

        if (count == 0 || (count < 0 && errno != EINTR))
            return false;
        at += count > 0 ? count : 0;
        size -= count > 0 ? (size_t)count : 0;
    }
    return true;
}

static bool read_header(int fd, struct hash name, size_t size, struct header *header)
{
    struct stat info;

    return fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size == (off_t)(sizeof(*header) + size) &&
           read_all(fd, header, sizeof(*header)) && hash_equal(header->name, name);
}

/* The header is looked at first: a copy of another size is not read. */
static bool read_copy(int fd, struct hash name, void *pixels, size_t size)
{
    struct header header, wanted;

    if (!read_header(fd, name, size, &header) || !read_all(fd, pixels, size))
        return false;
    wanted = header_of(name, (struct bytes){pixels, size});
    return memcmp(&header, &wanted, sizeof(header)) == 0;
}

static void note_use(int fd)
{
    struct stat info;

    if (fstat(fd, &info) == 0 && time(NULL) - info.st_mtim.tv_sec > USE_NOTED_S)
        futimens(fd, NULL); /* on a disk that cannot be written its order stays */
}

static int open_copy(const struct shelf *shelf, struct hash name)
{
    char *path = path_of(shelf, name);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

    free(path);
    return fd;
}

bool shelf_has(const struct shelf *shelf, struct hash name, size_t size)
{
    struct header header;
    int fd = open_copy(shelf, name);
    bool has = fd >= 0 && read_header(fd, name, size, &header);

    if (has)
        futimens(fd, NULL);
    if (fd >= 0)
        close(fd);
    return has;
}

bool shelf_get(const struct shelf *shelf, struct hash name, void *pixels, size_t size)
{
    int fd = open_copy(shelf, name);
    bool found = fd >= 0 && read_copy(fd, name, pixels, size);

    if (found)
        note_use(fd);
    if (fd >= 0)
        close(fd);
    return found;
}

/* ---- room ---- */

struct stock {
    int64_t bytes, oldest_s, oldest_ns, oldest_bytes;
    char oldest[NAME_BYTES]; /* empty: there is none */
};

static bool is_copy(const char *name)
{
    size_t length = strlen(name), end = sizeof(NAME_END) - 1;

    return length > end && length < NAME_BYTES && strcmp(name + length - end, NAME_END) == 0;
}

static void count_copy(struct stock *stock, const char *name, const struct stat *info)
{
    bool older =
        info->st_mtim.tv_sec != stock->oldest_s ? info->st_mtim.tv_sec < stock->oldest_s : info->st_mtim.tv_nsec < stock->oldest_ns;

    stock->bytes += info->st_size;
    if (stock->oldest[0] && !older)
        return;
    memcpy(stock->oldest, name, strlen(name) + 1); /* is_copy has looked at its length */
    stock->oldest_s = info->st_mtim.tv_sec;
    stock->oldest_ns = info->st_mtim.tv_nsec;
    stock->oldest_bytes = info->st_size;
}

static struct stock take_stock(DIR *folder)
{
    struct stock stock = {0};

    rewinddir(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        struct stat info;

        if (is_copy(entry->d_name) && fstatat(dirfd(folder), entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISDIR(info.st_mode))
            count_copy(&stock, entry->d_name, &info);
    }
    return stock;
}

static int64_t free_bytes(DIR *folder)
{
    struct statvfs disk;

    return fstatvfs(dirfd(folder), &disk) == 0 ? (int64_t)disk.f_bavail * (int64_t)disk.f_frsize : 0;
}

static bool is_spared(const struct shelf *shelf, const struct stock *stock)
{
    const struct timespec *since = &shelf->spared_since;

    return shelf->spares && (stock->oldest_s != since->tv_sec ? stock->oldest_s > since->tv_sec : stock->oldest_ns >= since->tv_nsec);
}

/* False, with errno, where there is none, or it stays. */
static bool drop_oldest(const struct shelf *shelf, DIR *folder, const struct stock *stock)
{
    errno = ENOSPC;
    return stock->oldest[0] && !is_spared(shelf, stock) &&
           (unlinkat(dirfd(folder), stock->oldest, 0) == 0 || errno == ENOENT); /* another may have been faster */
}

bool shelf_may_clear(int64_t free_bytes, int64_t copies_bytes, int64_t needed_bytes)
{
    int64_t least = needed_bytes + FREE_LEAST_BYTES, most = CLEARED_TIMES * needed_bytes;

    return free_bytes + (copies_bytes < most ? copies_bytes : most) >= least;
}

/* One copy after the other goes, so that the count of what is left stays right whoever else writes there. */
static bool make_room_in(const struct shelf *shelf, DIR *folder, int64_t needed)
{
    struct stock stock;
    int64_t cleared = 0;

    while ((stock = take_stock(folder)).bytes + needed > shelf->limit)
        if (!drop_oldest(shelf, folder, &stock))
            return false;
    for (int64_t free; (free = free_bytes(folder)) < needed + FREE_LEAST_BYTES; stock = take_stock(folder)) {
        errno = ENOSPC;
        if (cleared >= CLEARED_TIMES * needed || !shelf_may_clear(free, stock.bytes, needed) || !drop_oldest(shelf, folder, &stock))
            return false;
        cleared += stock.oldest_bytes;
    }
    return true;
}

static bool make_room(const struct shelf *shelf, int64_t needed)
{
    DIR *folder = state_make(shelf->folder) ? opendir(shelf->folder) : NULL;

    if (!folder)
        return false;
    save_clean(shelf->folder); /* what a night without power has left behind */
    bool room = make_room_in(shelf, folder, needed);
    int error = errno;

    closedir(folder);
    errno = error;
    return room;
}

static bool write_copy(int fd, const struct header *header, struct bytes pixels, struct shelf_pause pause)
{
    bool written = save_write(fd, header, sizeof(*header));

    for (size_t at = 0; written && at < pixels.size; at += PIECE_BYTES) {
        if (!pause.go_on(pause.context)) {
            errno = EINTR;
            return false;
        }
        written = save_write(fd, pixels.at + at, pixels.size - at < PIECE_BYTES ? pixels.size - at : PIECE_BYTES);
    }
    return written;
}

bool shelf_put(const struct shelf *shelf, struct hash name, struct bytes pixels, struct shelf_pause pause)
{
    struct header header = header_of(name, pixels);
    int64_t needed = (int64_t)(sizeof(header) + pixels.size);
    struct save save;

    errno = ENOSPC;
    if (needed > shelf->limit || !make_room(shelf, needed))
        return false;
    char *path = path_of(shelf, name);
    bool written = save_begin(&save, path);

    free(path);
    if (!written)
        return false;
    written = write_copy(save.fd, &header, pixels, pause);

    int error = errno;
    bool ended = save_end(&save, written);

    if (!written)
        errno = error;
    return written && ended;
}
