/* A table of stamps, the oldest overwritten. A file that has changed just now is not remembered: it may change again within the same tick
 * of its clock. */
#include "copies/contents.h"

#include "base/save.h"
#include "base/state.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { KNOWN_MAX = 1024, SETTLED_S = 2, CONTENTS_FORMAT = 1 };

static const char magic[8] = "vitrinaC";

struct remembered {
    struct file_stamp stamp;
    struct hash content;
};

/* As it is written, too. sum: of all behind it. */
struct table {
    char magic[sizeof(magic)];
    struct hash sum;
    int32_t format, count, next, unused;
    struct remembered known[KNOWN_MAX];
};

struct contents {
    char *folder, *path;
    pthread_mutex_t lock;   /* of all below */
    struct file_stamp read; /* of the file, as it was read last */
    bool changed;
    struct table table;
};

struct contents *contents_create(const char *folder)
{
    struct contents *contents = mem_alloc(sizeof(*contents));
    struct buffer path = {0};

    buffer_printf(&path, "%s/contents", folder);
    contents->folder = mem_text(folder);
    contents->path = path.bytes;
    pthread_mutex_init(&contents->lock, NULL);
    return contents;
}

void contents_destroy(struct contents *contents)
{
    if (!contents)
        return;
    pthread_mutex_destroy(&contents->lock);
    free(contents->folder);
    free(contents->path);
    free(contents);
}

static struct hash sum_of(const struct table *table)
{
    size_t before = offsetof(struct table, format);

    return hash_of((const char *)table + before, sizeof(*table) - before);
}

static bool is_sound(const struct table *table)
{
    return memcmp(table->magic, magic, sizeof(magic)) == 0 && hash_equal(table->sum, sum_of(table)) && table->format == CONTENTS_FORMAT &&
           table->count >= 0 && table->count <= KNOWN_MAX && table->next >= 0 && table->next < KNOWN_MAX;
}

static const struct remembered *find(const struct table *table, const struct file_stamp *stamp)
{
    for (int i = 0; i < table->count; i++)
        if (memcmp(&table->known[i].stamp, stamp, sizeof(*stamp)) == 0)
            return &table->known[i];
    return NULL;
}

static void add(struct table *table, const struct remembered *known)
{
    if (find(table, &known->stamp))
        return;
    table->known[table->next] = *known;
    table->next = (table->next + 1) % KNOWN_MAX;
    table->count = int_min(table->count + 1, KNOWN_MAX);
}

/* What is damaged is forgotten: it can be known again. */
static void take_table(struct table *table, int fd)
{
    struct table *read_now = mem_alloc(sizeof(*read_now));

    if (read(fd, read_now, sizeof(*read_now)) == (ssize_t)sizeof(*read_now) && is_sound(read_now)) {
        if (table->count == 0)
            *table = *read_now;
        else
            for (int i = 0; i < read_now->count; i++)
                add(table, &read_now->known[i]);
    }
    free(read_now);
}

/* Unless it has been read as it is. Another program may have written what that one knows. */
static void read_again(struct contents *contents)
{
    int fd = open(contents->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

    if (fd < 0)
        return;
    struct file_stamp stamp = files_stamp(fd);

    if (memcmp(&stamp, &contents->read, sizeof(stamp)) != 0)
        take_table(&contents->table, fd);
    contents->read = stamp;
    close(fd);
}

static bool recall(struct contents *contents, const struct file_stamp *stamp, struct hash *content)
{
    pthread_mutex_lock(&contents->lock);
    const struct remembered *known = find(&contents->table, stamp);

    if (!known) {
        read_again(contents);
        known = find(&contents->table, stamp);
    }
    if (known)
        *content = known->content;
    pthread_mutex_unlock(&contents->lock);
    return known != NULL;
}

static void remember(struct contents *contents, struct remembered known)
{
    pthread_mutex_lock(&contents->lock);
    add(&contents->table, &known);
    contents->changed = true;
    pthread_mutex_unlock(&contents->lock);
}

static bool has_settled(const struct file_stamp *stamp)
{
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec - stamp->changed_s > SETTLED_S;
}

bool contents_look(struct contents *contents, int fd, struct hash *content)
{
    struct file_stamp before = files_stamp(fd), after;

    if (recall(contents, &before, content))
        return true;
    if (!hash_file(fd, content))
        return false;
    after = files_stamp(fd);
    if (memcmp(&before, &after, sizeof(before)) != 0)
        return false;
    if (has_settled(&before))
        remember(contents, (struct remembered){before, *content});
    return true;
}

bool contents_changed(const struct contents *contents)
{
    struct contents *shared = (struct contents *)contents;

    pthread_mutex_lock(&shared->lock);
    bool changed = contents->changed;

    pthread_mutex_unlock(&shared->lock);
    return changed;
}

bool contents_write(struct contents *contents)
{
    struct table *table = mem_alloc(sizeof(*table));
    struct save save;

    pthread_mutex_lock(&contents->lock);
    contents->changed = false;
    *table = contents->table;
    pthread_mutex_unlock(&contents->lock);
    memcpy(table->magic, magic, sizeof(magic));
    table->format = CONTENTS_FORMAT;
    table->sum = sum_of(table);

    bool written = state_make(contents->folder) && save_begin(&save, contents->path);

    if (written) {
        written = save_write(save.fd, table, sizeof(*table));
        written = save_end(&save, written) && written;
    }
    free(table);
    return written;
}
