/* exhibits/HASH/: 1, 2, ...; current -> 2; new (being filled); lock; seen; refused. */
#include "archive/archive.h"

#include "archive/tree.h"
#include "base/fnv.h"
#include "base/save.h"
#include "base/state.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const char LEFT[] = "left"; /* the note of a copy that somebody went back from */

enum { NUMBERS_MAX = 64, NOTE_BYTES_MAX = 64 * 1024 };

struct archive {
    char *folder, *link, *filling;
    int lock; /* -1: nobody fills a copy */
};

static char *join(const char *folder, const char *name)
{
    struct buffer path = {0};

    buffer_printf(&path, "%s/%s", folder, name);
    return path.bytes;
}

/* The folder's name in the real folder that it stands in: what a link of that name leads to may change. */
static char *lasting_name(const char *exhibit)
{
    char *path = mem_text(exhibit), *real = realpath(exhibit, NULL), *parent, *slash, *name;

    while (strlen(path) > 1 && path[strlen(path) - 1] == '/')
        path[strlen(path) - 1] = '\0';
    slash = strrchr(path, '/');
    if (strcmp(path, ".") == 0 || strcmp(path, "..") == 0 || (slash && (strcmp(slash, "/.") == 0 || strcmp(slash, "/..") == 0))) {
        free(path);
        return real;
    }
    if (slash)
        *slash = '\0';
    parent = realpath(!slash ? "." : slash == path ? "/" : path, NULL);
    name = parent ? join(parent, slash ? slash + 1 : path) : NULL;
    free(parent);
    free(path);
    free(real);
    return name;
}

struct archive *archive_open(const char *exhibit)
{
    char *name = lasting_name(exhibit), *state = state_path("exhibits");
    struct archive *archive = NULL;

    if (name && state) {
        uint64_t hash = fnv_add(FNV_EMPTY, name, strlen(name));
        struct buffer folder = {0};

        archive = mem_alloc(sizeof(*archive));
        buffer_printf(&folder, "%s/%016llx", state, (unsigned long long)hash);
        *archive = (struct archive){.folder = folder.bytes, .lock = -1};
        archive->link = join(folder.bytes, "current");
        archive->filling = join(folder.bytes, "new");
    }
    free(name);
    free(state);
    return archive;
}

void archive_close(struct archive *archive)
{
    if (!archive)
        return;
    archive_drop(archive);
    free(archive->folder);
    free(archive->link);
    free(archive->filling);
    free(archive);
}

const char *archive_link(const struct archive *archive)
{
    return archive->link;
}

bool archive_make(const struct archive *archive)
{
    return state_make(archive->folder);
}

/* The number that the link names; 0: there is none, or no copy behind it. */
static int current_number(const struct archive *archive)
{
    char target[16];
    ssize_t length = readlink(archive->link, target, sizeof(target) - 1);
    struct stat info;

    if (length <= 0)
        return 0;
    target[length] = '\0';
    int number = (int)strtol(target, NULL, 10);
    char *copy = archive_copy(archive, number);
    bool there = stat(copy, &info) == 0 && S_ISDIR(info.st_mode);

    free(copy);
    return there && number > 0 ? number : 0;
}

char *archive_copy(const struct archive *archive, int number)
{
    char name[16];

    snprintf(name, sizeof(name), "%d", number);
    return join(archive->folder, name);
}

char *archive_current(const struct archive *archive)
{
    int number = current_number(archive);

    return number > 0 ? archive_copy(archive, number) : NULL;
}

int archive_hold(const char *copy)
{
    int fd = open(copy, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd >= 0)
        flock(fd, LOCK_SH | LOCK_NB);
    return fd;
}

static int newest_first(const void *one, const void *other)
{
    return *(const int *)other - *(const int *)one;
}

int archive_list(const struct archive *archive, int *numbers, int most, int *current)
{
    DIR *directory = opendir(archive->folder);
    int count = 0;

    *current = current_number(archive);
    for (struct dirent *entry; directory && count < most && (entry = readdir(directory));) {
        char *end;
        long number = strtol(entry->d_name, &end, 10);

        if (number > 0 && number < INT32_MAX && !*end)
            numbers[count++] = (int)number;
    }
    if (directory)
        closedir(directory);
    qsort(numbers, (size_t)count, sizeof(*numbers), newest_first);
    return count;
}

/* ---- a new copy ---- */

const char *archive_begin(struct archive *archive)
{
    char *lock = join(archive->folder, "lock");
    bool ready = archive_make(archive);

    if (ready)
        archive->lock = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    free(lock);
    if (archive->lock >= 0 && flock(archive->lock, LOCK_EX | LOCK_NB) != 0) { /* what is being filled is another's */
        int error = errno;

        close(archive->lock);
        archive->lock = -1;
        errno = error;
    }
    ready = archive->lock >= 0;
    if (ready) {
        tree_remove(archive->filling); /* of somebody who was ended */
        save_clean(archive->folder);
        ready = mkdir(archive->filling, 0755) == 0;
    }
    if (ready)
        return archive->filling;
    int error = errno;

    archive_drop(archive);
    errno = error;
    return NULL;
}

void archive_drop(struct archive *archive)
{
    if (archive->lock < 0)
        return;
    tree_remove(archive->filling);
    close(archive->lock);
    archive->lock = -1;
}

/* The link is made beside, and renamed. */
static bool make_current(const struct archive *archive, int number)
{
    char target[16], *beside = join(archive->folder, "next");

    snprintf(target, sizeof(target), "%d", number);
    unlink(beside);
    bool done = symlink(target, beside) == 0 && rename(beside, archive->link) == 0 && save_sync(archive->folder);

    free(beside);
    return done;
}

/* One that another process holds stays until the next time. Its name goes first, so that half of one never counts. */
static void remove_copy(const struct archive *archive, int number)
{
    char *copy = archive_copy(archive, number), *gone = join(archive->folder, "gone");
    int fd = open(copy, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    tree_remove(gone);
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0 && rename(copy, gone) == 0)
        tree_remove(gone);
    if (fd >= 0)
        close(fd);
    free(copy);
    free(gone);
}

/* Whether somebody went back from it. */
static bool was_left(const struct archive *archive, int number)
{
    char *copy = archive_copy(archive, number), *note = archive_read_note(archive, copy, LEFT);
    bool left = note != NULL;

    free(note);
    free(copy);
    return left;
}

static void remove_old(const struct archive *archive)
{
    int numbers[NUMBERS_MAX], current, count = archive_list(archive, numbers, NUMBERS_MAX, &current);

    for (int i = 0, kept = 0; i < count; i++) {
        if (numbers[i] == current || (kept < ARCHIVE_KEPT - 1 && !was_left(archive, numbers[i])))
            kept += numbers[i] != current;
        else
            remove_copy(archive, numbers[i]);
    }
}

int archive_keep(struct archive *archive)
{
    int numbers[NUMBERS_MAX], current, count = archive_list(archive, numbers, NUMBERS_MAX, &current);
    int number = count > 0 ? numbers[0] + 1 : 1;
    char *copy = archive_copy(archive, number);
    bool done = archive->lock >= 0 && save_sync(archive->filling) && rename(archive->filling, copy) == 0 && save_sync(archive->folder) &&
                make_current(archive, number);
    int error = errno;

    free(copy);
    if (done)
        remove_old(archive);
    archive_drop(archive);
    errno = error;
    return done ? number : 0;
}

int archive_before(const struct archive *archive)
{
    int numbers[NUMBERS_MAX], current, count = archive_list(archive, numbers, NUMBERS_MAX, &current);

    for (int i = 0; i < count; i++)
        if (numbers[i] < current && !was_left(archive, numbers[i]))
            return numbers[i];
    return 0;
}

int archive_roll_back(struct archive *archive)
{
    int current = current_number(archive), before = archive_before(archive);

    if (before == 0 || !make_current(archive, before))
        return 0;
    char *left = archive_copy(archive, current);

    archive_note(archive, left, LEFT, "\n");
    free(left);
    return before;
}

/* ---- notes ---- */

bool archive_note(const struct archive *archive, const char *copy, const char *name, const char *text)
{
    char *path = join(copy ? copy : archive->folder, name);
    struct save save;
    bool done;

    if (!text) {
        done = unlink(path) == 0 || errno == ENOENT;
    } else {
        done = save_begin(&save, path);
        if (done) {
            bool written = save_write(save.fd, text, strlen(text)) && fsync(save.fd) == 0;

            done = save_end(&save, written) && written;
        }
    }
    free(path);
    return done;
}

char *archive_read_note(const struct archive *archive, const char *copy, const char *name)
{
    char *path = join(copy ? copy : archive->folder, name);
    struct buffer content = {0};

    files_read_own(path, NOTE_BYTES_MAX, &content);
    free(path);
    return content.bytes;
}
