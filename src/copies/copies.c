/* The thread is started when there is something to write, and waits for that, for rest, and for so much of it. */
#include "copies/copies.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/thread.h"
#include "copies/contents.h"
#include "copies/shelf.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* WAITING: what waits keeps its memory. PAUSE: after the disk has failed nothing is written for so long. */
enum { WAITING_MAX = 32, WAITING_BYTES = 32 * 1024 * 1024, PAUSE_MS = 10 * 60 * 1000, GOODBYE_MS = 300, STACK_BYTES = 128 * 1024 };
enum { LEAST_NICE = 19 };

struct copies {
    struct shelf *shelf;
    struct contents *contents;
    char *folder;
    int worth_ms, quiet_ms;
    bool spares_used;
    pthread_t thread;

    pthread_mutex_t lock; /* of all below */
    pthread_cond_t changed;
    struct copies_offer waiting[WAITING_MAX]; /* the oldest first; their memory is ours */
    int count;
    int64_t resting_since_ms, failed_ms; /* CLOCK_NEVER: it does not rest; it has not failed */
    bool wanted;                         /* there is something to write */
    bool started, ended, quit, told;
};

static void forget(struct copies *copies, int index)
{
    close(copies->waiting[index].memory);
    copies->count--;
    for (; index < copies->count; index++)
        copies->waiting[index] = copies->waiting[index + 1];
}

struct copies *copies_create(const struct copies_setup *setup)
{
    struct copies *copies = mem_alloc(sizeof(*copies));
    pthread_condattr_t monotonic;

    copies->shelf = shelf_create(setup->folder, setup->limit_bytes);
    copies->contents = contents_create(setup->folder);
    copies->folder = mem_text(setup->folder);
    copies->worth_ms = setup->worth_ms;
    copies->quiet_ms = setup->quiet_ms;
    copies->spares_used = setup->spares_used;
    if (setup->spares_used)
        shelf_spare_used(copies->shelf);
    copies->resting_since_ms = copies->failed_ms = CLOCK_NEVER;
    pthread_mutex_init(&copies->lock, NULL);
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&copies->changed, &monotonic);
    pthread_condattr_destroy(&monotonic);
    return copies;
}

static struct timespec at_ms(int64_t ms)
{
    return (struct timespec){.tv_sec = (time_t)(ms / 1000), .tv_nsec = (long)(ms % 1000) * 1000000};
}

/* False if it has not. */
static bool wait_for_end(struct copies *copies)
{
    struct timespec deadline = at_ms(clock_now_ms() + GOODBYE_MS);

    pthread_mutex_lock(&copies->lock);
    copies->quit = true;
    pthread_cond_broadcast(&copies->changed);
    while (copies->started && !copies->ended && pthread_cond_timedwait(&copies->changed, &copies->lock, &deadline) == 0)
        continue;
    bool ended = !copies->started || copies->ended;

    pthread_mutex_unlock(&copies->lock);
    if (ended && copies->started)
        pthread_join(copies->thread, NULL);
    return ended;
}

bool copies_destroy(struct copies *copies)
{
    if (!copies)
        return true;
    if (!wait_for_end(copies))
        return false;
    while (copies->count > 0)
        forget(copies, 0);
    pthread_cond_destroy(&copies->changed);
    pthread_mutex_destroy(&copies->lock);
    contents_destroy(copies->contents);
    shelf_destroy(copies->shelf);
    free(copies->folder);
    free(copies);
    return true;
}

/* ---- the thread ---- */

static bool rests(const struct copies *copies, int64_t now_ms)
{
    return copies->resting_since_ms != CLOCK_NEVER && now_ms - copies->resting_since_ms >= copies->quiet_ms;
}

static bool may_go_on(void *context)
{
    struct copies *copies = context;

    pthread_mutex_lock(&copies->lock);
    bool may = !copies->quit && copies->resting_since_ms != CLOCK_NEVER;

    pthread_mutex_unlock(&copies->lock);
    return may;
}

static bool write_offer(struct copies *copies, const struct copies_offer *offer)
{
    void *pixels = mmap(NULL, offer->size, PROT_READ, MAP_SHARED, offer->memory, 0);

    if (pixels == MAP_FAILED)
        return false;
    bool written = shelf_put(copies->shelf, offer->name, (struct bytes){pixels, offer->size}, (struct shelf_pause){may_go_on, copies});
    int error = errno;

    munmap(pixels, offer->size);
    errno = error;
    return written;
}

/* Whatever waits would fail, too. That there is no room beside what is spared is for the one to tell who asked for that. */
static void give_up(struct copies *copies, int error)
{
    if (!copies->told && !(copies->spares_used && error == ENOSPC))
        log_warning("%s: scaled copies of photographs cannot be kept: %s; they are decoded at every start", copies->folder,
                    strerror(error));
    copies->told = true;
    copies->failed_ms = clock_now_ms();
    while (copies->count > 0)
        forget(copies, 0);
}

/* Only this thread takes from the front, and others may forget it while it is written: it keeps the memory with a number of its own. */
static void write_next(struct copies *copies)
{
    struct copies_offer offer = copies->waiting[0];
    bool written, news = copies->count == 0;

    offer.memory = news ? -1 : fcntl(offer.memory, F_DUPFD_CLOEXEC, 0);
    pthread_mutex_unlock(&copies->lock);
    written = news ? contents_write(copies->contents) : write_offer(copies, &offer);
    int error = errno;

    if (offer.memory >= 0)
        close(offer.memory);
    pthread_mutex_lock(&copies->lock);
    if (!written && error != EINTR)
        give_up(copies, error);
    else if (written && !news && copies->count > 0 && hash_equal(copies->waiting[0].name, offer.name))
        forget(copies, 0);
}

/* Names of contents are written last: they are of use to copies that are there. */
static void *work(void *context)
{
    struct copies *copies = context;

    setpriority(PRIO_PROCESS, (id_t)gettid(), LEAST_NICE);
    pthread_mutex_lock(&copies->lock);
    while (!copies->quit) {
        int64_t now_ms = clock_now_ms();

        copies->wanted = copies->count > 0 || (copies->failed_ms == CLOCK_NEVER && contents_changed(copies->contents));
        if (copies->wanted && rests(copies, now_ms)) {
            write_next(copies);
        } else if (copies->wanted && copies->resting_since_ms != CLOCK_NEVER) {
            struct timespec quiet = at_ms(copies->resting_since_ms + copies->quiet_ms);

            pthread_cond_timedwait(&copies->changed, &copies->lock, &quiet);
        } else {
            pthread_cond_broadcast(&copies->changed); /* to whoever waits for that */
            pthread_cond_wait(&copies->changed, &copies->lock);
        }
    }
    copies->ended = true;
    pthread_cond_broadcast(&copies->changed);
    pthread_mutex_unlock(&copies->lock);
    return NULL;
}

/* Under the lock: there is something to write. */
static void want(struct copies *copies)
{
    if (!copies->started)
        copies->started = thread_start(&copies->thread, STACK_BYTES, work, copies);
    copies->wanted = true;
    pthread_cond_broadcast(&copies->changed);
}

/* ---- what others ask ---- */

bool copies_name(struct copies *copies, int file, struct bytes view, struct hash *name)
{
    struct hash parts[2] = {{0}};

    if (!contents_look(copies->contents, file, &parts[0]))
        return false;
    parts[1] = hash_of(view.at, view.size);
    *name = hash_of(parts, sizeof(parts));
    if (contents_changed(copies->contents)) {
        pthread_mutex_lock(&copies->lock);
        want(copies);
        pthread_mutex_unlock(&copies->lock);
    }
    return true;
}

static int find_waiting(const struct copies *copies, struct hash name)
{
    int i = 0;

    while (i < copies->count && !hash_equal(copies->waiting[i].name, name))
        i++;
    return i < copies->count ? i : -1;
}

/* From what is still to be written. */
static bool take_waiting(struct copies *copies, struct hash name, void *pixels, size_t size)
{
    int memory = -1;

    pthread_mutex_lock(&copies->lock);
    int i = find_waiting(copies, name);

    if (i >= 0 && copies->waiting[i].size == size)
        memory = fcntl(copies->waiting[i].memory, F_DUPFD_CLOEXEC, 0);
    pthread_mutex_unlock(&copies->lock);
    if (memory < 0)
        return false;
    bool taken = pread(memory, pixels, size, 0) == (ssize_t)size;

    close(memory);
    return taken;
}

bool copies_find(struct copies *copies, struct hash name, void *pixels, size_t size)
{
    return take_waiting(copies, name, pixels, size) || shelf_get(copies->shelf, name, pixels, size);
}

bool copies_have(const struct copies *copies, struct hash name, size_t size)
{
    return shelf_has(copies->shelf, name, size);
}

bool copies_settle(struct copies *copies)
{
    pthread_mutex_lock(&copies->lock);
    while (copies->started && copies->wanted && copies->resting_since_ms != CLOCK_NEVER)
        pthread_cond_wait(&copies->changed, &copies->lock);
    bool written = copies->count == 0 && copies->failed_ms == CLOCK_NEVER;

    pthread_mutex_unlock(&copies->lock);
    return written;
}

static bool has_failed(const struct copies *copies)
{
    return copies->failed_ms != CLOCK_NEVER && clock_now_ms() - copies->failed_ms < PAUSE_MS;
}

/* The oldest makes room: it is decoded once more some day. */
static void add(struct copies *copies, struct copies_offer offer)
{
    size_t bytes = offer.size;

    if (find_waiting(copies, offer.name) >= 0)
        return;
    for (int i = 0; i < copies->count; i++)
        bytes += copies->waiting[i].size;
    while (copies->count > 0 && (copies->count == WAITING_MAX || bytes > WAITING_BYTES)) {
        bytes -= copies->waiting[0].size;
        forget(copies, 0);
    }
    offer.memory = fcntl(offer.memory, F_DUPFD_CLOEXEC, 0);
    if (offer.memory < 0)
        return;
    copies->waiting[copies->count++] = offer;
    copies->failed_ms = CLOCK_NEVER;
}

void copies_offer(struct copies *copies, const struct copies_offer *offer)
{
    if (offer->took_ms < copies->worth_ms)
        return;
    pthread_mutex_lock(&copies->lock);
    if (!has_failed(copies)) {
        add(copies, *offer);
        want(copies);
    }
    pthread_mutex_unlock(&copies->lock);
}

void copies_rest(struct copies *copies, bool rests)
{
    pthread_mutex_lock(&copies->lock);
    if (rests != (copies->resting_since_ms != CLOCK_NEVER)) {
        copies->resting_since_ms = rests ? clock_now_ms() : CLOCK_NEVER;
        if (rests && copies->wanted)
            pthread_cond_broadcast(&copies->changed);
    }
    pthread_mutex_unlock(&copies->lock);
}
