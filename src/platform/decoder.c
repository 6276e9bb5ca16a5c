/* Raw threads with all signals blocked, one lock, which is never held while a file is read or drawn. */
#include "platform/decoder.h"

#include "base/mem.h"
#include "base/picture.h"
#include "platform/raster.h"

#include <SDL_image.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum { WORKERS_MAX = 4, GOODBYE_MS = 300, LARGE_NICENESS = 10 };

struct decoder {
    const struct files *files;
    void (*wake)(void *context);
    void *context;
    pthread_t threads[WORKERS_MAX];
    int thread_count;

    pthread_mutex_t lock; /* of all below */
    pthread_cond_t work, done;
    struct job *waiting, *finished; /* in the order added, in the order finished */
    int alive;
    bool quit, large_busy;
};

struct job *job_create(const struct image_request *request, int64_t rank)
{
    struct job *job = mem_alloc(sizeof(*job));

    job->request = *request;
    job->request.path = mem_text(request->path);
    job->rank = rank;
    return job;
}

void job_destroy(struct job *job)
{
    if (!job)
        return;
    SDL_FreeSurface(job->surface);
    free((char *)job->request.path);
    free(job);
}

static void append(struct job **list, struct job *job)
{
    while (*list)
        list = &(*list)->next;
    job->next = NULL;
    *list = job;
}

/* True if it was in the list. */
static bool remove_from(struct job **list, struct job *job)
{
    while (*list && *list != job)
        list = &(*list)->next;
    if (!*list)
        return false;
    *list = job->next;
    return true;
}

static struct job *pick(struct decoder *decoder)
{
    struct job *best = NULL;

    for (struct job *job = decoder->waiting; job; job = job->next) {
        if ((!best || job->rank > best->rank) && !(job->large && decoder->large_busy))
            best = job;
    }
    if (best) {
        remove_from(&decoder->waiting, best);
        decoder->large_busy |= best->large;
    }
    return best;
}

static const char *words_for(enum files_result result)
{
    switch (result) {
    case FILES_OK:
        return NULL;
    case FILES_MISSING:
        return "there is no such picture";
    case FILES_TOO_LARGE:
        return "the file is too large; save the picture smaller";
    case FILES_OUTSIDE:
        return "it lies outside the exhibit's folder; copy it into assets";
    case FILES_UNREADABLE:
        return "it cannot be read; check the file's permissions";
    }
    return NULL;
}

/* One large decode at a time: true if this job turned out to be large and has to wait for its turn. */
static bool must_wait(struct decoder *decoder, struct job *job, const char *bytes, size_t size)
{
    if (job->large || !raster_is_large(bytes, size))
        return false;
    pthread_mutex_lock(&decoder->lock);
    bool busy = decoder->large_busy;

    job->large = true;
    decoder->large_busy = true;
    pthread_mutex_unlock(&decoder->lock);
    return busy;
}

/* Where the machine allows it (root, or LimitNICE in the service), the thread comes back afterwards; else it stays low, which only makes
 * pictures come later when the machine is busy. On Linux 0 means this thread. */
static SDL_Surface *draw_politely(const struct job *job, const char *bytes, size_t size, const char **why)
{
    int niceness = getpriority(PRIO_PROCESS, 0);

    if (job->large)
        setpriority(PRIO_PROCESS, 0, int_max(niceness, LARGE_NICENESS));
    SDL_Surface *surface = raster_draw(bytes, size, &job->request, why);

    if (job->large)
        setpriority(PRIO_PROCESS, 0, niceness);
    return surface;
}

/* False if the job has to wait for another one. */
static bool do_job(struct decoder *decoder, struct job *job)
{
    char *bytes = NULL;
    size_t size = 0;
    bool wait = false;

    job->why = words_for(decoder->files->read(decoder->files->context, job->request.path, PICTURE_FILE_BYTES_MAX, &bytes, &size));
    if (!job->why) {
        wait = must_wait(decoder, job, bytes, size);
        if (!wait)
            job->surface = draw_politely(job, bytes, size, &job->why);
    }
    free(bytes);
    return !wait;
}

static void hand_over(struct decoder *decoder, struct job *job)
{
    pthread_mutex_lock(&decoder->lock);
    if (job->large) {
        decoder->large_busy = false;
        pthread_cond_broadcast(&decoder->work);
    }
    append(&decoder->finished, job);
    pthread_cond_broadcast(&decoder->done);
    pthread_mutex_unlock(&decoder->lock);
    if (decoder->wake)
        decoder->wake(decoder->context);
}

static struct job *next_job(struct decoder *decoder)
{
    struct job *job = NULL;

    pthread_mutex_lock(&decoder->lock);
    while (!decoder->quit && !(job = pick(decoder)))
        pthread_cond_wait(&decoder->work, &decoder->lock);
    pthread_mutex_unlock(&decoder->lock);
    return job;
}

static void *work(void *context)
{
    struct decoder *decoder = context;

    for (struct job *job; (job = next_job(decoder));) {
        if (do_job(decoder, job)) {
            hand_over(decoder, job);
        } else {
            pthread_mutex_lock(&decoder->lock);
            append(&decoder->waiting, job);
            pthread_mutex_unlock(&decoder->lock);
        }
    }
    SDL_TLSCleanup(); /* SDL keeps error texts for each thread */
    pthread_mutex_lock(&decoder->lock);
    decoder->alive--;
    pthread_cond_broadcast(&decoder->done);
    pthread_mutex_unlock(&decoder->lock);
    return NULL;
}

/* Signals are the main thread's business. */
static void start_threads(struct decoder *decoder, int count)
{
    sigset_t all, before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    while (decoder->thread_count < count && pthread_create(&decoder->threads[decoder->thread_count], NULL, work, decoder) == 0)
        decoder->thread_count++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_mutex_lock(&decoder->lock);
    decoder->alive = decoder->thread_count;
    pthread_mutex_unlock(&decoder->lock);
}

struct decoder *decoder_create(const struct images_setup *setup)
{
    struct decoder *decoder = mem_alloc(sizeof(*decoder));
    pthread_condattr_t monotonic;

    ASSERT(setup->workers >= 1 && setup->workers <= WORKERS_MAX);
    IMG_Init(IMG_INIT_JPG | IMG_INIT_PNG); /* here, because it is not safe in several threads */
    decoder->files = setup->files;
    decoder->wake = setup->wake;
    decoder->context = setup->context;
    pthread_mutex_init(&decoder->lock, NULL);
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&decoder->work, NULL);
    pthread_cond_init(&decoder->done, &monotonic);
    pthread_condattr_destroy(&monotonic);
    start_threads(decoder, setup->workers);
    ASSERT(decoder->thread_count > 0);
    return decoder;
}

static struct timespec deadline_in(int ms)
{
    struct timespec at;

    clock_gettime(CLOCK_MONOTONIC, &at);
    at.tv_nsec += (long)(ms % 1000) * 1000000;
    at.tv_sec += ms / 1000 + at.tv_nsec / 1000000000;
    at.tv_nsec %= 1000000000;
    return at;
}

static void destroy_list(struct job *list)
{
    for (struct job *next; list; list = next) {
        next = list->next;
        job_destroy(list);
    }
}

bool decoder_destroy(struct decoder *decoder)
{
    if (!decoder)
        return true;
    struct timespec deadline = deadline_in(GOODBYE_MS);

    pthread_mutex_lock(&decoder->lock);
    decoder->quit = true;
    pthread_cond_broadcast(&decoder->work);
    while (decoder->alive > 0 && pthread_cond_timedwait(&decoder->done, &decoder->lock, &deadline) == 0)
        continue;
    bool ended = decoder->alive == 0;
    pthread_mutex_unlock(&decoder->lock);
    if (!ended)
        return false;
    for (int i = 0; i < decoder->thread_count; i++)
        pthread_join(decoder->threads[i], NULL);
    destroy_list(decoder->waiting);
    destroy_list(decoder->finished);
    pthread_cond_destroy(&decoder->work);
    pthread_cond_destroy(&decoder->done);
    pthread_mutex_destroy(&decoder->lock);
    free(decoder);
    IMG_Quit();
    return true;
}

void decoder_add(struct decoder *decoder, struct job *job)
{
    pthread_mutex_lock(&decoder->lock);
    append(&decoder->waiting, job);
    pthread_cond_signal(&decoder->work);
    pthread_mutex_unlock(&decoder->lock);
}

void decoder_rank(struct decoder *decoder, struct job *job, int64_t rank)
{
    pthread_mutex_lock(&decoder->lock);
    job->rank = rank;
    pthread_mutex_unlock(&decoder->lock);
}

bool decoder_withdraw(struct decoder *decoder, struct job *job)
{
    pthread_mutex_lock(&decoder->lock);
    bool withdrawn = remove_from(&decoder->waiting, job);
    pthread_mutex_unlock(&decoder->lock);
    return withdrawn;
}

struct job *decoder_take(struct decoder *decoder)
{
    pthread_mutex_lock(&decoder->lock);
    struct job *job = decoder->finished;

    if (job)
        decoder->finished = job->next;
    pthread_mutex_unlock(&decoder->lock);
    return job;
}

void decoder_wait(struct decoder *decoder, int limit_ms)
{
    struct timespec deadline = deadline_in(limit_ms);

    pthread_mutex_lock(&decoder->lock);
    while (!decoder->finished && pthread_cond_timedwait(&decoder->done, &decoder->lock, &deadline) == 0)
        continue;
    pthread_mutex_unlock(&decoder->lock);
}
