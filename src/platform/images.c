/* The main thread's side of pictures: what is there, what was asked for, what failed. */
#include "platform/images.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "platform/decoder.h"
#include "platform/surfaces.h"

#include <stdlib.h>
#include <string.h>

enum { PREFETCHED_MAX = 16, RETRY_MS = 60 * 1000, RANK_PREFETCHED = 0 };

/* Failures are of a path, whatever size was asked for; kept for good, so that each is reported once. */
struct failure {
    char *path;
    bool icon;
    int64_t retry_ms;
};

struct images {
    struct surfaces *ready;
    struct decoder *decoder;
    size_t budget;
    struct job **pending; /* asked for, not collected; the decoder's */
    int pending_count, pending_capacity;
    struct failure *failures;
    int failure_count, failure_capacity;
    int64_t round; /* of collecting; the rank of what was last wanted in it */
};

static int32_t thousandths(float share)
{
    return (int32_t)(float_clamp(share, 0, 1) * 1000 + 0.5f);
}

/* Everything that makes one picture's pixels differ from another's. */
static struct surface_key key_of(const struct image_request *request)
{
    int32_t paper = request->paper.r << 16 | request->paper.g << 8 | request->paper.b;
    struct surface_key key = {.text = request->path, .length = strlen(request->path)};

    key.numbers[0] = request->w;
    key.numbers[1] = request->h;
    key.numbers[2] = request->icon ? -1 : paper;
    key.numbers[3] = request->icon ? 0 : thousandths(request->focus_x);
    key.numbers[4] = request->icon ? 0 : thousandths(request->focus_y);
    return key;
}

struct images *images_create(const struct images_setup *setup)
{
    struct images *images = mem_alloc(sizeof(*images));

    images->ready = surfaces_create(setup->budget_bytes);
    images->decoder = decoder_create(setup);
    images->budget = setup->budget_bytes;
    images->round = RANK_PREFETCHED + 1;
    return images;
}

bool images_destroy(struct images *images)
{
    if (!images)
        return true;
    if (!decoder_destroy(images->decoder))
        return false;
    for (int i = 0; i < images->failure_count; i++)
        free(images->failures[i].path);
    free(images->failures);
    free(images->pending);
    surfaces_destroy(images->ready);
    free(images);
    return true;
}

static struct job *find_pending(const struct images *images, const struct surface_key *key)
{
    for (int i = 0; i < images->pending_count; i++) {
        struct surface_key other = key_of(&images->pending[i]->request);

        if (surface_key_equal(key, &other))
            return images->pending[i];
    }
    return NULL;
}

static struct failure *find_failure(struct images *images, const struct image_request *request)
{
    for (int i = 0; i < images->failure_count; i++) {
        if (images->failures[i].icon == request->icon && strcmp(images->failures[i].path, request->path) == 0)
            return &images->failures[i];
    }
    return NULL;
}

static void ask(struct images *images, const struct image_request *request, int64_t rank)
{
    struct job *job = job_create(request, rank);

    images->pending = mem_grow(images->pending, images->pending_count, &images->pending_capacity, sizeof(struct job *));
    images->pending[images->pending_count++] = job;
    decoder_add(images->decoder, job);
}

static void forget_pending(struct images *images, const struct job *job)
{
    int i = 0;

    while (images->pending[i] != job)
        i++;
    images->pending_count--;
    for (; i < images->pending_count; i++)
        images->pending[i] = images->pending[i + 1];
}

/* Takes back the job if it has not begun. */
static void withdraw(struct images *images, struct job *job)
{
    if (!decoder_withdraw(images->decoder, job))
        return;
    forget_pending(images, job);
    job_destroy(job);
}

enum image_state images_get(struct images *images, const struct image_request *request, SDL_Surface **surface)
{
    struct surface_key key = key_of(request);
    const struct failure *failure;
    struct job *job;

    *surface = surfaces_get(images->ready, &key);
    if (*surface)
        return IMAGE_READY;
    job = find_pending(images, &key);
    if (job) {
        if (job->rank != images->round)
            decoder_rank(images->decoder, job, images->round);
        return IMAGE_WAITING;
    }
    failure = find_failure(images, request);
    if (failure && clock_now_ms() < failure->retry_ms)
        return IMAGE_FAILED;
    ask(images, request, images->round);
    return IMAGE_WAITING;
}

struct view {
    const struct image_request *request;
    struct surface_key key;
};

/* The same picture, the same focus, and sides that differ by no more than a pixel's rounding. */
static bool shows_same(const struct surface_key *key, const void *context)
{
    const struct view *view = context;
    int64_t across = (int64_t)key->numbers[0] * view->request->h, down = (int64_t)key->numbers[1] * view->request->w;
    int64_t slack = int_max(key->numbers[0] + key->numbers[1], view->request->w + view->request->h);

    return key->length == view->key.length && memcmp(key->text, view->key.text, key->length) == 0 &&
           memcmp(key->numbers + 2, view->key.numbers + 2, 3 * sizeof(key->numbers[0])) == 0 && llabs(across - down) <= slack;
}

SDL_Surface *images_stand_in(struct images *images, const struct image_request *request)
{
    struct view view = {request, key_of(request)};

    return surfaces_find(images->ready, shows_same, &view);
}

static size_t bytes_of(const struct image_request *request)
{
    return (size_t)request->w * (size_t)request->h * 4;
}

/* The oldest of the prefetched make room: whoever asked for them has gone on. */
static void limit_prefetched(struct images *images)
{
    struct job *oldest = NULL;
    int count = 0;

    for (int i = images->pending_count - 1; i >= 0; i--) {
        if (images->pending[i]->rank == RANK_PREFETCHED) {
            oldest = images->pending[i];
            count++;
        }
    }
    if (count > PREFETCHED_MAX)
        withdraw(images, oldest);
}

void images_prefetch(struct images *images, const struct image_request *request)
{
    struct surface_key key = key_of(request);
    size_t needed = surfaces_bytes_in_use(images->ready) + bytes_of(request);

    for (int i = 0; i < images->pending_count; i++)
        needed += bytes_of(&images->pending[i]->request);
    if (surfaces_get(images->ready, &key) || find_pending(images, &key) || find_failure(images, request) || needed > images->budget)
        return;
    ask(images, request, RANK_PREFETCHED);
    limit_prefetched(images);
}

static void report(struct images *images, const struct job *job)
{
    struct failure *failure = find_failure(images, &job->request);

    if (!failure) {
        log_warning("%s: %s", job->request.path, job->why);
        images->failures = mem_grow(images->failures, images->failure_count, &images->failure_capacity, sizeof(*failure));
        failure = &images->failures[images->failure_count++];
        *failure = (struct failure){mem_text(job->request.path), job->request.icon, 0};
    }
    failure->retry_ms = clock_now_ms() + RETRY_MS;
}

static bool take_finished(struct images *images)
{
    bool any = false;

    for (struct job *job; (job = decoder_take(images->decoder)); any = true) {
        struct surface_key key = key_of(&job->request);

        forget_pending(images, job);
        if (job->surface)
            surfaces_put(images->ready, &key, job->surface);
        else
            report(images, job);
        job->surface = NULL;
        job_destroy(job);
    }
    return any;
}

/* What was wanted in an earlier round and not in this one is taken as no longer wanted: the visitor has gone on. */
static void end_round(struct images *images)
{
    for (int i = images->pending_count - 1; i >= 0; i--) {
        if (images->pending[i]->rank != RANK_PREFETCHED && images->pending[i]->rank < images->round)
            withdraw(images, images->pending[i]);
    }
    surfaces_trim(images->ready);
    images->round++;
}

bool images_collect(struct images *images)
{
    bool any = take_finished(images);

    if (any)
        end_round(images);
    return any;
}

bool images_wait(struct images *images, int limit_ms)
{
    int64_t end_ms = clock_now_ms() + limit_ms;
    bool any = take_finished(images);

    for (int64_t left_ms; images->pending_count > 0 && (left_ms = end_ms - clock_now_ms()) > 0;) {
        decoder_wait(images->decoder, (int)left_ms);
        any |= take_finished(images);
    }
    if (any)
        end_round(images);
    return images->pending_count == 0;
}

size_t images_bytes(const struct images *images)
{
    return surfaces_bytes(images->ready);
}
