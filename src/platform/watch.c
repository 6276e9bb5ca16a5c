/* Each folder of the tree has a watch of its own; when one comes or goes, all are placed anew. The folder that the watched one stands in is
 * watched too, for a link that is turned round. */
#include "platform/watch.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/thread.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    QUIET_MS = 40,  /* a burst is over: editors write, close and rename within some milliseconds */
    BURST_MS = 200, /* one that goes on is told all the same */
    FOLDERS_MAX = 256,
    DEPTH_MAX = 8,
    NAMES_MAX = 256, /* of one burst; beyond, the folder counts as replaced */
    STACK_BYTES = 256 * 1024,
    CHANGES = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR,
};

struct folder {
    int descriptor;
    char *path; /* relative; "" the watched one; NULL: what that stands in */
};

struct watch {
    const char *path;
    char *parent, *name; /* of the folder that it stands in, and its own in there */
    int events, end;     /* inotify; an eventfd that ends the thread */
    void (*wake)(void *context);
    void *context;
    pthread_t thread;
    struct folder folders[FOLDERS_MAX];
    int folder_count;
    /* What follows is shared. */
    pthread_mutex_t lock;
    char *names[NAMES_MAX];
    int name_count;
    bool replaced, told; /* told: the burst is over, and may be taken */
};

/* ---- the folders ---- */

static void add_folder(struct watch *watch, const char *full, const char *path)
{
    int descriptor = watch->folder_count < FOLDERS_MAX ? inotify_add_watch(watch->events, full, CHANGES) : -1;

    if (descriptor < 0)
        return;
    watch->folders[watch->folder_count].descriptor = descriptor;
    watch->folders[watch->folder_count].path = path ? mem_text(path) : NULL;
    watch->folder_count++;
}

static bool is_folder(const char *full, const struct dirent *entry)
{
    struct stat info;

    if (entry->d_type != DT_UNKNOWN)
        return entry->d_type == DT_DIR;
    return lstat(full, &info) == 0 && S_ISDIR(info.st_mode);
}

/* What else may stand in the folder of an exhibit is none of its files. */
static bool is_of_exhibit(const char *folder, const char *name)
{
    return name[0] != '.' && (*folder || strcmp(name, "config") == 0 || strcmp(name, "assets") == 0);
}

static void add_tree(struct watch *watch, const char *path, int depth)
{
    struct buffer full = {0};

    buffer_printf(&full, "%s/%s", watch->path, path);
    add_folder(watch, full.bytes, path);
    DIR *directory = depth < DEPTH_MAX ? opendir(full.bytes) : NULL;

    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        struct buffer below = {0}, below_full = {0};

        buffer_printf(&below, "%s%s%s", path, *path ? "/" : "", entry->d_name);
        buffer_printf(&below_full, "%s/%s", watch->path, below.bytes);
        if (is_of_exhibit(path, entry->d_name) && is_folder(below_full.bytes, entry))
            add_tree(watch, below.bytes, depth + 1);
        buffer_finish(&below);
        buffer_finish(&below_full);
    }
    if (directory)
        closedir(directory);
    buffer_finish(&full);
}

static void drop_folders(struct watch *watch)
{
    for (int i = 0; i < watch->folder_count; i++) {
        inotify_rm_watch(watch->events, watch->folders[i].descriptor);
        free(watch->folders[i].path);
    }
    watch->folder_count = 0;
}

static void place_folders(struct watch *watch)
{
    drop_folders(watch);
    add_folder(watch, watch->parent, NULL);
    add_tree(watch, "", 0);
}

/* ---- what happened ---- */

static void note_name(struct watch *watch, const char *path, const char *name)
{
    struct buffer whole = {0};
    bool known = false;

    buffer_printf(&whole, "%s%s%s", path, *path ? "/" : "", name);
    pthread_mutex_lock(&watch->lock);
    for (int i = 0; i < watch->name_count; i++)
        known = known || strcmp(watch->names[i], whole.bytes) == 0;
    if (!known && watch->name_count < NAMES_MAX)
        watch->names[watch->name_count++] = mem_text(whole.bytes);
    else if (!known)
        watch->replaced = true;
    pthread_mutex_unlock(&watch->lock);
    buffer_finish(&whole);
}

static void note_replaced(struct watch *watch)
{
    pthread_mutex_lock(&watch->lock);
    watch->replaced = true;
    pthread_mutex_unlock(&watch->lock);
}

/* True: the folders are to be placed anew. Of the folder around ours its own name alone counts, and of what was dropped nothing. */
static bool take_event(struct watch *watch, const struct inotify_event *event)
{
    const struct folder *folder = NULL;

    if (event->mask & IN_Q_OVERFLOW)
        return true;
    for (int i = 0; i < watch->folder_count; i++)
        if (watch->folders[i].descriptor == event->wd)
            folder = &watch->folders[i];
    if (!folder || (event->mask & IN_IGNORED))
        return false;
    if (!folder->path)
        return event->len > 0 && strcmp(event->name, watch->name) == 0 && !(event->mask & IN_ATTRIB);
    if (event->mask & (IN_DELETE_SELF | IN_MOVE_SELF))
        return true;
    if (event->len == 0 || !is_of_exhibit(folder->path, event->name))
        return false;
    if (event->mask & IN_ISDIR)
        return !(event->mask & IN_ATTRIB);
    if (!(event->mask & IN_CREATE)) /* a file that was made is told of when it is closed */
        note_name(watch, folder->path, event->name);
    return false;
}

static bool take_events(struct watch *watch)
{
    _Alignas(struct inotify_event) char bytes[16 * 1024];
    ssize_t length = read(watch->events, bytes, sizeof(bytes));
    bool moved = false;

    for (ssize_t at = 0; at < length;) {
        const struct inotify_event *event = (const struct inotify_event *)(const void *)(bytes + at);

        moved = take_event(watch, event) || moved;
        at += (ssize_t)(sizeof(*event) + event->len);
    }
    return moved;
}

/* Waits so long (-1: for ever). 1: something happened; 0: nothing; -1: the end. */
static int wait_for(struct watch *watch, int timeout_ms)
{
    struct pollfd both[] = {{.fd = watch->events, .events = POLLIN}, {.fd = watch->end, .events = POLLIN}};
    int count;

    do
        count = poll(both, COUNTOF(both), timeout_ms);
    while (count < 0 && errno == EINTR);
    if (count < 0 || both[1].revents)
        return -1;
    return count > 0;
}

/* The burst is over. */
static void tell(struct watch *watch)
{
    pthread_mutex_lock(&watch->lock);
    watch->told = watch->name_count > 0 || watch->replaced;
    bool told = watch->told;

    pthread_mutex_unlock(&watch->lock);
    if (told)
        watch->wake(watch->context);
}

static void *work(void *context)
{
    struct watch *watch = context;

    for (int state = wait_for(watch, -1); state > 0; state = wait_for(watch, -1)) {
        int64_t begun_ms = clock_now_ms();

        do {
            if (take_events(watch)) {
                place_folders(watch); /* also those that came meanwhile */
                note_replaced(watch);
            }
            state = wait_for(watch, QUIET_MS);
        } while (state > 0 && clock_now_ms() - begun_ms < BURST_MS);
        if (state < 0)
            break;
        tell(watch);
    }
    return NULL;
}

/* ---- from outside ---- */

/* "a/b/" stands in "a" as "b"; "b" and "." in what is above the working folder. */
static void split_path(struct watch *watch)
{
    char *real = realpath(watch->path, NULL), *copy = mem_text(watch->path), *slash;

    while (strlen(copy) > 1 && copy[strlen(copy) - 1] == '/')
        copy[strlen(copy) - 1] = '\0';
    slash = strrchr(copy, '/');
    if (!slash && (strcmp(copy, ".") == 0 || strcmp(copy, "..") == 0) && real) { /* has a name of its own only there */
        free(copy);
        copy = mem_text(real);
        slash = strrchr(copy, '/');
    }
    watch->name = mem_text(slash ? slash + 1 : copy);
    if (slash)
        slash[slash == copy] = '\0';
    watch->parent = mem_text(slash ? copy : ".");
    free(copy);
    free(real);
}

struct watch *watch_create(const char *path, void (*wake)(void *context), void *context)
{
    struct watch *watch = mem_alloc(sizeof(*watch));

    *watch = (struct watch){.path = path, .wake = wake, .context = context};
    watch->events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    watch->end = eventfd(0, EFD_CLOEXEC);
    pthread_mutex_init(&watch->lock, NULL);
    split_path(watch);
    if (watch->events >= 0 && watch->end >= 0) {
        place_folders(watch);
        if (watch->folder_count > 0 && thread_start(&watch->thread, STACK_BYTES, work, watch))
            return watch;
    }
    log_error("%s: changes cannot be watched: %s", path, strerror(errno));
    eventfd_write(watch->end, 1);
    watch->wake = NULL; /* no thread to be waited for */
    watch_destroy(watch);
    return NULL;
}

void watch_destroy(struct watch *watch)
{
    if (!watch)
        return;
    if (watch->wake) {
        eventfd_write(watch->end, 1);
        pthread_join(watch->thread, NULL);
    }
    drop_folders(watch);
    if (watch->events >= 0)
        close(watch->events);
    if (watch->end >= 0)
        close(watch->end);
    for (int i = 0; i < watch->name_count; i++)
        free(watch->names[i]);
    pthread_mutex_destroy(&watch->lock);
    free(watch->parent);
    free(watch->name);
    free(watch);
}

int watch_take(struct watch *watch, struct arena *arena, const char ***names, bool *replaced)
{
    pthread_mutex_lock(&watch->lock);
    int count = watch->told ? watch->name_count : 0;

    *names = arena_alloc(arena, sizeof(**names) * (size_t)(count + 1));
    for (int i = 0; i < count; i++) {
        (*names)[i] = arena_printf(arena, "%s", watch->names[i]);
        free(watch->names[i]);
    }
    *replaced = watch->told && watch->replaced;
    if (watch->told) {
        watch->name_count = 0;
        watch->replaced = watch->told = false;
    }
    pthread_mutex_unlock(&watch->lock);
    return count;
}

bool watch_has_news(struct watch *watch)
{
    pthread_mutex_lock(&watch->lock);
    bool news = watch->told;

    pthread_mutex_unlock(&watch->lock);
    return news;
}
