/* The note: a line a file (whether it was there, how long it was, the hash of what it is to hold, its path), what it held behind that line,
 * and a last line without which it does not count: then no file has changed yet. It is locked while its writer lives. */
#include "together/together.h"

#include "base/files.h"
#include "base/fnv.h"
#include "base/log.h"
#include "base/save.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOTE_NAME ".vitrina-undo"

enum { FILE_BYTES_MAX = 64 << 20, NOTE_BYTES_MAX = 512 << 20 };

static const char HEAD[] = "What stood in these files before a change; \"vitrina check\" puts it back.\n", END[] = "end\n";

static char *join(const char *folder, const char *path)
{
    struct buffer whole = {0};

    buffer_printf(&whole, "%s/%s", folder, path);
    return whole.bytes;
}

/* The file itself where there is a link to it; to be freed. */
static char *real_path(const char *root, const char *path)
{
    char *whole = join(root, path), *real = realpath(whole, NULL);

    if (!real)
        return whole;
    free(whole);
    return real;
}

/* The folder that the file is in; to be freed. */
static char *folder_of(const char *path)
{
    char *folder = mem_text(path);

    *strrchr(folder, '/') = '\0';
    return folder;
}

/* ---- one file on its way ---- */

/* path: the file's own. hash: of what it is to hold. */
struct written {
    struct save save;
    char *path;
    struct buffer before;
    uint64_t hash;
    bool begun, there;
};

/* All of them; list: as many. */
struct joint_change {
    const char *root;
    const struct saved_file *files;
    struct written *list;
    int count;
};

static bool write_beside(struct written *written, struct bytes bytes)
{
    written->begun = save_begin(&written->save, written->path);
    if (!written->begun)
        return false;
    save_keep_mode(&written->save);
    return save_write(written->save.fd, bytes.at, bytes.size) && fsync(written->save.fd) == 0;
}

static bool put_in_place(struct written *written)
{
    written->begun = false;
    return save_end(&written->save, true);
}

static bool sync_folder_of(const struct written *written)
{
    char *folder = folder_of(written->path);
    bool synced = save_sync(folder);
    int error = errno;

    free(folder);
    errno = error;
    return synced;
}

static void written_finish(struct written *written)
{
    if (written->begun)
        save_end(&written->save, false);
    buffer_finish(&written->before);
    free(written->path);
}

/* ---- the note ---- */

/* Its descriptor, locked; -1, with errno: EEXIST if there is one already. */
static int note_create(const char *path)
{
    struct stat info;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

    if (fd < 0)
        return -1;
    bool taken = flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK; /* some disks know no locks */

    if (!taken && fstat(fd, &info) == 0 && info.st_nlink > 0)
        return fd;
    close(fd); /* another program has come across it before it was locked, and removes it */
    errno = EEXIST;
    return -1;
}

static bool note_write(int fd, const struct joint_change *change)
{
    struct buffer text = {0};

    buffer_printf(&text, "%s", HEAD);
    for (int i = 0; i < change->count; i++) {
        const struct written *written = &change->list[i];

        buffer_printf(&text, "%d %zu %" PRIx64 " %s\n", written->there, written->before.length, written->hash, change->files[i].path);
        buffer_add(&text, written->before.bytes, written->before.length);
    }
    buffer_printf(&text, "%s", END);
    bool done = save_write(fd, text.bytes, text.length) && fsync(fd) == 0 && save_sync(change->root);

    buffer_finish(&text);
    return done;
}

/* The files that may not be half changed stand in it no more. */
static bool note_remove(const char *root, const char *path)
{
    return unlink(path) == 0 && save_sync(root);
}

/* ---- putting back ---- */

/* What a note says of a file. */
struct noted {
    int there;
    size_t size;
    uint64_t hash;
    const char *path, *before;
};

/* "a/../b", and not "a..b". */
static bool leads_up(const char *path)
{
    for (const char *at = path; (at = strstr(at, "..")); at += 2)
        if ((at == path || at[-1] == '/') && (at[2] == '/' || !at[2]))
            return true;
    return false;
}

/* The next one, and behind it; NULL: there is none, or what stands there is no such line. The line is ended where its path ends. */
static char *read_noted(char *at, const char *end, struct noted *noted)
{
    char *stop = memchr(at, '\n', (size_t)(end - at));
    int path = 0;

    if (!stop)
        return NULL;
    *stop = '\0';
    if (sscanf(at, "%1d %zu %" SCNx64 " %n", &noted->there, &noted->size, &noted->hash, &path) != 3 || path == 0 ||
        noted->size > (size_t)(end - stop - 1) || at[path] == '/' || leads_up(at + path))
        return NULL;
    noted->path = at + path;
    noted->before = stop + 1;
    return stop + 1 + noted->size;
}

/* False, with errno. path: without links. */
static bool is_below(const char *root, const char *path)
{
    char *real = realpath(root, NULL);
    size_t length = real ? strlen(real) : 0;
    bool below = real && strncmp(path, real, length) == 0 && path[length] == '/';

    free(real);
    if (!below)
        errno = EXDEV;
    return below;
}

/* False, with errno. */
static bool put_back_over(struct written *written, const struct noted *noted)
{
    bool done = noted->there ? write_beside(written, (struct bytes){noted->before, noted->size}) && put_in_place(written)
                             : unlink(written->path) == 0;

    return done && sync_folder_of(written);
}

/* False, with errno. What holds something else than the change was to bring is not the change's any more. */
static bool put_back(const char *root, const struct noted *noted)
{
    struct written written = {.path = real_path(root, noted->path)};
    struct buffer now = {0};
    bool read = files_read_path(written.path, FILE_BYTES_MAX, &now);
    bool done = read || errno == ENOENT || errno == ENOTDIR || errno == EISDIR;

    if (read && fnv_add(FNV_EMPTY, now.bytes, now.length) == noted->hash)
        done = is_below(root, written.path) && put_back_over(&written, noted);
    int error = errno;
    char *folder = folder_of(written.path);

    save_clean(folder);
    free(folder);
    buffer_finish(&now);
    written_finish(&written);
    errno = error;
    return done;
}

static bool put_all_back(const char *root, struct buffer *note)
{
    char *at = note->bytes + strlen(HEAD);
    const char *end = note->bytes + note->length - strlen(END);
    struct noted noted;

    while (at < end) {
        at = read_noted(at, end, &noted);
        if (!at) {
            errno = EBADMSG;
            return false;
        }
        if (!put_back(root, &noted))
            return false;
    }
    return true;
}

static bool is_whole(const struct buffer *note)
{
    size_t head = strlen(HEAD), end = strlen(END);

    return note->length >= head + end && memcmp(note->bytes, HEAD, head) == 0 && memcmp(note->bytes + note->length - end, END, end) == 0;
}

/* fd: of the note, locked by us. */
static bool undo(const char *root, const char *path, int fd)
{
    struct buffer note = {0};
    struct stat info;
    bool done = fstat(fd, &info) == 0 && info.st_nlink == 0; /* its writer has removed it meanwhile */

    if (!done && files_read_start(fd, NOTE_BYTES_MAX, &note)) {
        bool whole = is_whole(&note);

        done = (!whole || put_all_back(root, &note)) && note_remove(root, path);
        if (done && whole)
            log_warning("%s: a change of several files was cut short; they are as they were before it", root);
    }
    if (!done)
        log_error("%s: a change of several files was cut short, and what they were cannot be put back: %s; it stands in %s", root,
                  strerror(errno), path);
    buffer_finish(&note);
    return done;
}

bool together_recover(const char *root)
{
    char *path = join(root, NOTE_NAME);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    bool done = fd >= 0 || errno == ENOENT || errno == ENOTDIR;

    if (!done)
        log_error("%s: cannot be read: %s; a change of several files may have been cut short", path, strerror(errno));
    else if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        done = true; /* its writer is at it */
    else if (fd >= 0)
        done = undo(root, path, fd);
    if (fd >= 0)
        close(fd);
    free(path);
    return done;
}

/* ---- changing ---- */

static bool is_as_read(const struct saved_file *file, const struct written *written)
{
    size_t size = file->was.size;

    return !file->was.at || (written->there && written->before.length == size && memcmp(written->before.bytes, file->was.at, size) == 0);
}

static bool write_all_beside(const struct joint_change *change)
{
    for (int i = 0; i < change->count; i++) {
        const struct saved_file *file = &change->files[i];
        struct written *written = &change->list[i];

        written->path = real_path(change->root, file->path);
        written->hash = fnv_add(FNV_EMPTY, file->bytes.at, file->bytes.size);
        written->there = access(written->path, F_OK) == 0;
        char *folder = folder_of(written->path);

        save_clean(folder);
        free(folder);
        if ((written->there && !files_read_path(written->path, FILE_BYTES_MAX, &written->before)) || !write_beside(written, file->bytes)) {
            log_error("%s/%s: %s; nothing is changed", change->root, file->path, strerror(errno));
            return false;
        }
        if (!is_as_read(file, written)) {
            log_error("%s/%s: somebody has changed it meanwhile; nothing is changed, try again", change->root, file->path);
            return false;
        }
    }
    return true;
}

static bool put_all_in_place(const struct joint_change *change)
{
    for (int i = 0; i < change->count; i++)
        if (!put_in_place(&change->list[i]) || !sync_folder_of(&change->list[i])) {
            log_error("%s/%s: %s; nothing is changed", change->root, change->files[i].path, strerror(errno));
            return false;
        }
    return true;
}

static void report_taken(const char *root)
{
    log_error("%s: another program is changing it; nothing is changed, try again", root);
}

/* The note is there before the first, and goes after the last. */
static bool put_all_in_place_noted(const struct joint_change *change)
{
    char *path = join(change->root, NOTE_NAME);
    int fd = note_create(path);

    if (fd < 0 && errno == EEXIST && together_recover(change->root))
        fd = note_create(path);
    bool noted = fd >= 0 && note_write(fd, change);

    if (fd < 0 && errno == EEXIST)
        report_taken(change->root);
    else if (!noted)
        log_error("%s: %s; nothing is changed", path, strerror(errno));
    bool done = noted && put_all_in_place(change) && note_remove(change->root, path);

    if (fd >= 0)
        close(fd);
    if (fd >= 0 && !done)
        together_recover(change->root);
    free(path);
    return done;
}

/* Keeps others out until *fd is closed. False, with a log line: another program is at it. A disk that knows no locks keeps nobody out. */
static bool lock(const char *root, int *fd)
{
    *fd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool taken = *fd >= 0 && flock(*fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;

    if (taken)
        report_taken(root);
    return !taken;
}

bool together_save(const char *root, const struct saved_file *files, int count)
{
    struct joint_change change = {root, files, mem_alloc(sizeof(*change.list) * (size_t)(count + 1)), count};
    int fd;
    bool done = lock(root, &fd) && write_all_beside(&change) && (count > 1 ? put_all_in_place_noted(&change) : put_all_in_place(&change));

    if (fd >= 0)
        close(fd);
    for (int i = 0; i < count; i++)
        written_finish(&change.list[i]);
    free(change.list);
    return done;
}
