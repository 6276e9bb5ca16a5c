/* POSIX threads with all signals blocked, and one lock, which is never held while a file is opened or drawn. */
#include "images/decoders.h"

#include "base/clock.h"
#include "base/mem.h"
#include "base/thread.h"
#include "formats/picture.h"
#include "images/child.h"
#include "images/copied.h"
#include "images/shared_surface.h"
#include "images/sheet.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* INTERRUPTIONS: after so many a picture is drawn to its end, or to its limit. LARGE: of so many pixels only one is decoded at a time, for
 * the memory it takes. */
enum { INTERRUPTIONS_MAX = 3, LARGE_PIXELS = 16 * 1000 * 1000, STACK_BYTES = 256 * 1024, GOODBYE_MS = 300 };
/* HELP: how long a job waits before the helper's process is started for it, which takes as long as drawing it does. IDLE: how long that
 * process is kept. */
enum { HELP_AFTER_MS = 100, HELPER_IDLE_MS = 5 * 1000 };

struct worker {
    struct decoders *decoders;
    pthread_t thread;
    struct child *child;
    const struct job *job; /* what it is busy with */
    bool helps;
};

struct decoders {
    struct decoders_setup setup;
    struct worker workers[DECODERS_MAX];
    int worker_count;

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
    shared_surface_destroy(job->surface);
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

/* What was interrupted is tried again when nothing else waits. */
static bool goes_before(const struct job *job, const struct job *other)
{
    bool aside = job->interruptions > 0, other_aside = other->interruptions > 0;

    return aside != other_aside ? other_aside : job->rank > other->rank;
}

/* The helper takes what somebody waits for, and has waited for long; while its process runs it need not be long. */
static bool may_take(const struct worker *worker, const struct job *job, int64_t now_ms)
{
    if (job->large && worker->decoders->large_busy)
        return false;
    return !worker->helps || (job->rank > 0 && (child_runs(worker->child) || now_ms - job->added_ms >= HELP_AFTER_MS));
}

static struct job *pick(const struct worker *worker)
{
    struct decoders *decoders = worker->decoders;
    int64_t now_ms = clock_now_ms();
    struct job *best = NULL;

    for (struct job *job = decoders->waiting; job; job = job->next) {
        if ((!best || goes_before(job, best)) && may_take(worker, job, now_ms))
            best = job;
    }
    if (best) {
        remove_from(&decoders->waiting, best);
        decoders->large_busy |= best->large;
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
        return "the file is larger than 64 MB; save the picture smaller";
    case FILES_OUTSIDE:
        return "it lies outside the exhibit's folder; copy it into assets";
    case FILES_UNREADABLE:
        return "it cannot be read; check the file's permissions";
    }
    return NULL;
}

/* Asked several times a second while a picture is drawn. */
static bool must_give_way(void *context, int elapsed_ms)
{
    struct worker *worker = context;
    struct decoders *decoders = worker->decoders;
    bool hurry = false;

    pthread_mutex_lock(&decoders->lock);
    if (decoders->setup.hurry_ms > 0 && elapsed_ms >= decoders->setup.hurry_ms && worker->job->interruptions < INTERRUPTIONS_MAX)
        for (const struct job *job = decoders->waiting; job; job = job->next)
            hurry |= job->interruptions == 0 && !(job->large && decoders->large_busy);
    hurry |= decoders->quit;
    pthread_mutex_unlock(&decoders->lock);
    return hurry;
}

/* One large decode at a time: true if this job turned out to be large and has to wait for its turn. header: NULL: it is no picture. */
static bool must_wait(struct decoders *decoders, struct job *job, const struct picture_header *header)
{
    bool large = header && header->kind != PICTURE_SVG && (int64_t)header->width * header->height > LARGE_PIXELS;

    if (job->large || !large)
        return false;
    pthread_mutex_lock(&decoders->lock);
    bool busy = decoders->large_busy;

    job->large = true;
    decoders->large_busy = true;
    pthread_mutex_unlock(&decoders->lock);
    return busy;
}

static void drop_surface(struct job *job)
{
    shared_surface_destroy(job->surface);
    job->surface = NULL;
}

/* A sheet has more room than it needs until it is there. */
static void settle_sheet(struct job *job)
{
    SDL_Surface *sheet = sheet_take(job->surface);

    drop_surface(job);
    job->surface = sheet;
    if (!sheet)
        snprintf(job->why, sizeof(job->why), "what moves in it cannot be drawn");
}

/* False if it was interrupted. */
static bool take_answer(struct job *job, enum child_result result, const struct wire_answer *answer, int limit_ms)
{
    job->machine = result == CHILD_MISSING;
    job->line = result == CHILD_FAILED ? answer->line : 0;
    switch (result) {
    case CHILD_DONE:
        if (job->remarks)
            *job->remarks = answer->remarks;
        job->moves = answer->moves;
        if (job->request.sheet)
            settle_sheet(job);
        else
            shared_surface_fetch(job->surface);
        return true;
    case CHILD_INTERRUPTED:
        job->interruptions++;
        break;
    case CHILD_LATE:
        snprintf(job->why, sizeof(job->why), "drawing it takes longer than %d seconds; simplify it, or save it smaller", limit_ms / 1000);
        break;
    case CHILD_FAILED:
    case CHILD_DIED:
    case CHILD_MISSING:
        memcpy(job->why, answer->why, sizeof(job->why));
        break;
    }
    drop_surface(job);
    return result != CHILD_INTERRUPTED;
}

/* An open picture file, and the memory of the surface that it is drawn on. header: NULL: it is no picture, which its decoder will say. */
struct opened {
    int file, memory;
    const struct picture_header *header;
};

/* False if the job has to be done again later. What took long is offered to be kept, unless the file has changed meanwhile. */
static bool decode(struct worker *worker, struct job *job, const struct opened *opened, const struct copied *copied)
{
    struct child_task task = {{WIRE_DRAW, job->request, job->remarks != NULL},
                              {[WIRE_DRAW_PICTURE] = opened->file, [WIRE_DRAW_PIXELS] = opened->memory},
                              {worker->decoders->setup.limit_ms, must_give_way, worker}};
    int64_t begun_ms = clock_now_ms();
    struct wire_answer answer;

    task.request.image.path = NULL;
    bool done = take_answer(job, child_ask(worker->child, &task, &answer), &answer, task.patience.limit_ms);
    struct file_stamp stamp = files_stamp(opened->file);

    if (job->surface && memcmp(&stamp, &job->stamp, sizeof(stamp)) == 0)
        copied_offer(copied, job->surface, opened->memory, (int)(clock_now_ms() - begun_ms));
    return done;
}

/* False if the job has to be done again later. */
static bool draw(struct worker *worker, struct job *job, struct opened opened)
{
    struct size size = image_surface_size(&job->request);
    bool icon = job->request.icon, done = true;

    job->surface = shared_surface_create(size, icon ? SDL_PIXELFORMAT_ARGB8888 : SDL_PIXELFORMAT_XRGB8888, &opened.memory);
    if (!job->surface) {
        job->machine = true;
        snprintf(job->why, sizeof(job->why), IMAGE_NO_MEMORY);
        return true;
    }
    struct copied copied = copied_look(worker->decoders->setup.copies, &job->request, opened.file, opened.header);

    SDL_SetSurfaceBlendMode(job->surface, icon ? SDL_BLENDMODE_BLEND : SDL_BLENDMODE_NONE);
    if (!copied_find(&copied, job->surface)) {
        done = !must_wait(worker->decoders, job, opened.header) && decode(worker, job, &opened, &copied);
        if (!done)
            drop_surface(job);
    }
    close(opened.memory);
    return done;
}

/* False if the job has to be done again later. */
static bool do_job(struct worker *worker, struct job *job)
{
    const struct files *files = worker->decoders->setup.files;
    struct picture_header header;
    bool done = true;
    int file = -1;
    const char *why = words_for(files->open(files->context, job->request.path, PICTURE_FILE_BYTES_MAX, &file));

    job->stamp = files_stamp(file);
    if (why)
        snprintf(job->why, sizeof(job->why), "%s", why);
    else
        done = draw(worker, job, (struct opened){file, -1, picture_glance(file, &header) ? NULL : &header});
    if (file >= 0)
        close(file);
    return done;
}

static void hand_over(struct decoders *decoders, struct job *job, bool done)
{
    pthread_mutex_lock(&decoders->lock);
    if (job->large && (done || job->interruptions > 0)) {
        decoders->large_busy = false;
        pthread_cond_broadcast(&decoders->work);
    }
    append(done ? &decoders->finished : &decoders->waiting, job);
    if (done)
        pthread_cond_broadcast(&decoders->done);
    pthread_mutex_unlock(&decoders->lock);
    if (done && decoders->setup.wake)
        decoders->setup.wake(decoders->setup.context);
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

static bool is_wanted(const struct decoders *decoders)
{
    for (const struct job *job = decoders->waiting; job; job = job->next)
        if (job->rank > 0)
            return true;
    return false;
}

/* The helper looks again when a job has waited long enough, and lets its process go when there has been none for long; else nobody wakes
 * without a reason. */
static void wait_for_work(struct worker *worker)
{
    struct decoders *decoders = worker->decoders;
    bool runs = worker->helps && child_runs(worker->child);

    if (!runs && !(worker->helps && is_wanted(decoders))) {
        pthread_cond_wait(&decoders->work, &decoders->lock);
        return;
    }
    struct timespec deadline = deadline_in(runs ? HELPER_IDLE_MS : HELP_AFTER_MS);

    if (pthread_cond_timedwait(&decoders->work, &decoders->lock, &deadline) != 0 && runs)
        child_stop(worker->child);
}

static struct job *next_job(struct worker *worker)
{
    struct decoders *decoders = worker->decoders;
    struct job *job = NULL;

    pthread_mutex_lock(&decoders->lock);
    while (!decoders->quit && !(job = pick(worker)))
        wait_for_work(worker);
    worker->job = job;
    pthread_mutex_unlock(&decoders->lock);
    return job;
}

static void *work(void *context)
{
    struct worker *worker = context;

    if (!worker->helps)
        child_start(worker->child);
    for (struct job *job; (job = next_job(worker));)
        hand_over(worker->decoders, job, do_job(worker, job));
    child_destroy(worker->child);
    SDL_TLSCleanup(); /* SDL keeps error texts for each thread */
    pthread_mutex_lock(&worker->decoders->lock);
    worker->decoders->alive--;
    pthread_cond_broadcast(&worker->decoders->done);
    pthread_mutex_unlock(&worker->decoders->lock);
    return NULL;
}

static void start_threads(struct decoders *decoders)
{
    while (decoders->worker_count < decoders->setup.workers + decoders->setup.helper) {
        struct worker *worker = &decoders->workers[decoders->worker_count];

        *worker = (struct worker){
            .decoders = decoders,
            .child = child_create(decoders->setup.program),
            .helps = decoders->worker_count == decoders->setup.workers,
        };
        if (!thread_start(&worker->thread, STACK_BYTES, work, worker)) {
            child_destroy(worker->child);
            break;
        }
        decoders->worker_count++;
    }
    pthread_mutex_lock(&decoders->lock);
    decoders->alive += decoders->worker_count;
    pthread_mutex_unlock(&decoders->lock);
}

struct decoders *decoders_create(const struct decoders_setup *setup)
{
    struct decoders *decoders = mem_alloc(sizeof(*decoders));
    pthread_condattr_t monotonic;

    ASSERT(setup->workers >= 1 && setup->workers + setup->helper <= DECODERS_MAX);
    decoders->setup = *setup;
    pthread_mutex_init(&decoders->lock, NULL);
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&decoders->work, &monotonic);
    pthread_cond_init(&decoders->done, &monotonic);
    pthread_condattr_destroy(&monotonic);
    start_threads(decoders);
    ASSERT(decoders->worker_count > 0);
    return decoders;
}

static void destroy_list(struct job *list)
{
    for (struct job *next; list; list = next) {
        next = list->next;
        job_destroy(list);
    }
}

bool decoders_destroy(struct decoders *decoders)
{
    if (!decoders)
        return true;
    struct timespec deadline = deadline_in(GOODBYE_MS);

    pthread_mutex_lock(&decoders->lock);
    decoders->quit = true;
    pthread_cond_broadcast(&decoders->work);
    while (decoders->alive > 0 && pthread_cond_timedwait(&decoders->done, &decoders->lock, &deadline) == 0)
        continue;
    bool ended = decoders->alive == 0;
    pthread_mutex_unlock(&decoders->lock);
    if (!ended)
        return false;
    for (int i = 0; i < decoders->worker_count; i++)
        pthread_join(decoders->workers[i].thread, NULL);
    destroy_list(decoders->waiting);
    destroy_list(decoders->finished);
    pthread_cond_destroy(&decoders->work);
    pthread_cond_destroy(&decoders->done);
    pthread_mutex_destroy(&decoders->lock);
    free(decoders);
    return true;
}

void decoders_add(struct decoders *decoders, struct job *job)
{
    job->added_ms = clock_now_ms();
    pthread_mutex_lock(&decoders->lock);
    append(&decoders->waiting, job);
    pthread_cond_broadcast(&decoders->work); /* not every worker may take it */
    pthread_mutex_unlock(&decoders->lock);
}

void decoders_rank(struct decoders *decoders, struct job *job, int64_t rank)
{
    pthread_mutex_lock(&decoders->lock);
    job->rank = rank;
    pthread_cond_broadcast(&decoders->work); /* the helper may take it now */
    pthread_mutex_unlock(&decoders->lock);
}

bool decoders_withdraw(struct decoders *decoders, struct job *job)
{
    pthread_mutex_lock(&decoders->lock);
    bool withdrawn = remove_from(&decoders->waiting, job);
    pthread_mutex_unlock(&decoders->lock);
    return withdrawn;
}

struct job *decoders_take(struct decoders *decoders)
{
    pthread_mutex_lock(&decoders->lock);
    struct job *job = decoders->finished;

    if (job)
        decoders->finished = job->next;
    pthread_mutex_unlock(&decoders->lock);
    return job;
}

void decoders_wait(struct decoders *decoders, int limit_ms)
{
    struct timespec deadline = deadline_in(limit_ms);

    pthread_mutex_lock(&decoders->lock);
    while (!decoders->finished && pthread_cond_timedwait(&decoders->done, &decoders->lock, &deadline) == 0)
        continue;
    pthread_mutex_unlock(&decoders->lock);
}
