/* The main thread's side of pictures: what is there, what was asked for, what failed. */
#include "images/images.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "images/decoders.h"
#include "images/surfaces.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* LIMIT: a picture that takes longer has failed. HURRY: one that takes longer lets others that wait go first. */
enum { LIMIT_MS = 10 * 1000, HURRY_MS = 1500 };
enum { PREFETCHED_MAX = 16, LOOK_AGAIN_MS = 5 * 1000, RANK_STALE = -1, RANK_PREFETCHED = 0 };

/* Failures are of a path, whatever size was asked for; each is reported once, until the file is another one. look_ms: when to look whether
 * it is. */
struct failure {
    char *path;
    bool icon, window, sheet; /* one that fails as a whole fails as a window too, but not the other way; a sheet fails alone */
    struct file_stamp stamp;
    int64_t look_ms;
    bool machine; /* as in struct job: a new look is a new try */
};

struct images {
    struct surfaces *ready;
    struct decoders *decoders;
    const struct files *files;
    size_t budget;
    struct job **pending; /* asked for, not collected; the decoders' */
    int pending_count, pending_capacity;
    struct failure *failures;
    int failure_count, failure_capacity;
    char **moving; /* the drawings that have sheets, as far as they were drawn */
    int moving_count, moving_capacity;
    int64_t round; /* counts images_collect; also the rank of what is wanted until the next */
};

/* What the numbers of a surface's key mean. */
enum { KEY_W, KEY_H, KEY_KIND, KEY_FOCUS_X, KEY_FOCUS_Y, KEY_WINDOW = KEY_FOCUS_X, KEY_REACH = KEY_WINDOW + 4 };
enum { KIND_ICON = -1, KIND_PAPER = 0xFFFFFF, KIND_WINDOW = 1 << 24, KIND_OVERVIEW = 1 << 25, KIND_SHEET = 1 << 26 };

_Static_assert(sizeof(struct share_rect) == (KEY_REACH - KEY_WINDOW) * sizeof(int32_t), "a window has its place in a key");
_Static_assert(sizeof(struct image_reach) == (SURFACE_KEY_NUMBERS - KEY_REACH) * sizeof(int32_t), "what a sheet reaches comes last");

static int32_t thousandths(float share)
{
    return (int32_t)(float_clamp(share, 0, 1) * 1000 + 0.5f);
}

/* Everything that makes one picture's pixels differ from another's. */
static struct surface_key key_of(const struct image_request *request)
{
    struct surface_key key = {.text = request->path, .length = strlen(request->path)};

    key.numbers[KEY_W] = request->w;
    key.numbers[KEY_H] = request->h;
    key.numbers[KEY_KIND] = request->icon ? KIND_ICON : request->paper.r << 16 | request->paper.g << 8 | request->paper.b;
    if (image_is_window(request)) {
        key.numbers[KEY_KIND] |= KIND_WINDOW | (request->overview ? KIND_OVERVIEW : 0);
        memcpy(&key.numbers[KEY_WINDOW], &request->window, sizeof(request->window));
    } else if (!request->icon) {
        key.numbers[KEY_FOCUS_X] = thousandths(request->focus_x);
        key.numbers[KEY_FOCUS_Y] = thousandths(request->focus_y);
    }
    if (request->sheet) {
        key.numbers[KEY_KIND] |= KIND_SHEET;
        memcpy(&key.numbers[KEY_REACH], &request->reach, sizeof(request->reach));
    }
    return key;
}

static bool has_kind(const struct surface_key *key, int32_t kind)
{
    return key->numbers[KEY_KIND] != KIND_ICON && (key->numbers[KEY_KIND] & kind);
}

/* A sheet is none, whatever it shows. */
static bool is_window_key(const struct surface_key *key)
{
    return has_kind(key, KIND_WINDOW) && !has_kind(key, KIND_SHEET);
}

static bool is_overview_key(const struct surface_key *key)
{
    return is_window_key(key) && (key->numbers[KEY_KIND] & KIND_OVERVIEW);
}

static bool same_path(const struct surface_key *one, const struct surface_key *other)
{
    return one->length == other->length && memcmp(one->text, other->text, one->length) == 0;
}

/* What a key's surface shows of a picture of that aspect. */
static struct share_rect shares_of(const struct surface_key *key, double aspect)
{
    struct image_request request = {.w = key->numbers[KEY_W], .h = key->numbers[KEY_H]};

    if (is_window_key(key)) {
        memcpy(&request.window, &key->numbers[KEY_WINDOW], sizeof(request.window));
    } else {
        request.focus_x = (float)key->numbers[KEY_FOCUS_X] / 1000;
        request.focus_y = (float)key->numbers[KEY_FOCUS_Y] / 1000;
    }
    return image_shares(&request, aspect);
}

struct images *images_create(const struct images_setup *setup)
{
    struct images *images = mem_alloc(sizeof(*images));

    images->ready = surfaces_create(setup->budget_bytes);
    struct decoders_setup decoders = setup->decoders;

    decoders.limit_ms = LIMIT_MS;
    decoders.hurry_ms = HURRY_MS;
    images->decoders = decoders_create(&decoders);
    images->files = setup->decoders.files;
    images->budget = setup->budget_bytes;
    images->round = RANK_PREFETCHED + 1;
    return images;
}

bool images_destroy(struct images *images)
{
    if (!images)
        return true;
    if (!decoders_destroy(images->decoders))
        return false;
    for (int i = 0; i < images->failure_count; i++)
        free(images->failures[i].path);
    free(images->failures);
    for (int i = 0; i < images->moving_count; i++)
        free(images->moving[i]);
    free(images->moving);
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
        struct failure *failure = &images->failures[i];

        if (failure->icon == request->icon && failure->sheet == request->sheet &&
            (failure->window == image_is_window(request) || !failure->window) && strcmp(failure->path, request->path) == 0)
            return failure;
    }
    return NULL;
}

/* Looks at the file from time to time; true if trying again would be the same again. */
static bool is_unchanged(const struct images *images, struct failure *failure)
{
    int64_t now = clock_now_ms();
    struct file_stamp stamp;
    int fd = -1;

    if (now < failure->look_ms)
        return true;
    failure->look_ms = now + LOOK_AGAIN_MS;
    if (failure->machine)
        return false;
    images->files->open(images->files->context, failure->path, SIZE_MAX, &fd);
    stamp = files_stamp(fd);
    if (fd >= 0)
        close(fd);
    return memcmp(&stamp, &failure->stamp, sizeof(stamp)) == 0;
}

static void ask(struct images *images, const struct image_request *request, int64_t rank)
{
    struct job *job = job_create(request, rank);

    images->pending = mem_grow(images->pending, images->pending_count, &images->pending_capacity, sizeof(struct job *));
    images->pending[images->pending_count++] = job;
    decoders_add(images->decoders, job);
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

/* Takes back the job; false if it has begun. */
static bool withdraw(struct images *images, struct job *job)
{
    if (!decoders_withdraw(images->decoders, job))
        return false;
    forget_pending(images, job);
    job_destroy(job);
    return true;
}

/* All windows of that picture which have not come, but for the one with that key (NULL: none is spared). One that is being drawn is thrown
 * away when it comes. */
static void withdraw_windows(struct images *images, const char *path, const struct surface_key *but)
{
    for (int i = images->pending_count - 1; i >= 0; i--) {
        struct job *job = images->pending[i];
        struct surface_key key = key_of(&job->request);
        bool concerned = is_window_key(&key) && !is_overview_key(&key) && strcmp(job->request.path, path) == 0;

        if (concerned && !(but && surface_key_equal(&key, but)) && !withdraw(images, job))
            decoders_rank(images->decoders, job, RANK_STALE);
    }
}

void images_withdraw_windows(struct images *images, const char *path)
{
    withdraw_windows(images, path, NULL);
}

enum image_state images_get(struct images *images, const struct image_request *request, SDL_Surface **surface)
{
    struct surface_key key = key_of(request);
    struct failure *failure;
    struct job *job;

    if (is_window_key(&key) && !is_overview_key(&key))
        withdraw_windows(images, request->path, &key);
    *surface = surfaces_get(images->ready, &key);
    if (*surface)
        return IMAGE_READY;
    job = find_pending(images, &key);
    if (job) {
        if (job->rank != images->round)
            decoders_rank(images->decoders, job, images->round);
        return IMAGE_WAITING;
    }
    failure = find_failure(images, request);
    if (failure && is_unchanged(images, failure))
        return IMAGE_FAILED;
    ask(images, request, images->round);
    return IMAGE_WAITING;
}

struct view {
    const struct image_request *request;
    struct surface_key key;
    double aspect;
    struct share_rect needed; /* of the request's window, inside the picture */
};

/* Neither an icon nor a sheet. */
static bool is_view_key(const struct surface_key *key)
{
    return key->numbers[KEY_KIND] != KIND_ICON && !has_kind(key, KIND_SHEET);
}

/* Any view of the picture but a part that was zoomed into. What shows the same in another size comes first, then what has the same paper;
 * of those the largest. */
static double resembles(const struct surface_key *key, const void *context)
{
    enum { SAME = 3, SAME_PAPER = 2, OTHER = 1 };
    const double most_pixels = 1e12;
    const struct view *view = context;
    int64_t across = (int64_t)key->numbers[KEY_W] * view->request->h, down = (int64_t)key->numbers[KEY_H] * view->request->w;
    int64_t slack = int_max(key->numbers[KEY_W] + key->numbers[KEY_H], view->request->w + view->request->h); /* a pixel's rounding */
    size_t same = sizeof(key->numbers) - KEY_KIND * sizeof(key->numbers[0]);

    if (!is_view_key(key) || !same_path(key, &view->key) || (is_window_key(key) && !is_overview_key(key)))
        return 0;
    double pixels = (double)key->numbers[KEY_W] * key->numbers[KEY_H] / most_pixels;

    if (memcmp(key->numbers + KEY_KIND, view->key.numbers + KEY_KIND, same) == 0 && llabs(across - down) <= slack)
        return SAME + pixels;
    return ((key->numbers[KEY_KIND] ^ view->key.numbers[KEY_KIND]) & KIND_PAPER ? OTHER : SAME_PAPER) + pixels;
}

SDL_Surface *images_stand_in(const struct images *images, const struct image_request *request)
{
    struct view view = {.request = request, .key = key_of(request)};
    const struct surface_key *key;

    return request->icon ? NULL : surfaces_best(images->ready, resembles, &view, &key);
}

/* How much of one interval lies in the other, 0 to 1. */
static double share_of(float at, float length, float other_at, float other_length)
{
    double from = fmax((double)at, (double)other_at), to = fmin((double)at + length, (double)other_at + other_length);

    return fmax(to - from, 0) / length;
}

/* How well a surface serves a view: more than 1 if it shows all that is needed, the more the sharper it is; else the share of it that it
 * shows. On another paper, which may shine through, half as well. */
static double serves(const struct surface_key *key, const void *context)
{
    const double whole = 0.9999; /* less is rounding */
    const struct view *view = context;

    if (!is_view_key(key) || !same_path(key, &view->key))
        return 0;
    struct share_rect shares = shares_of(key, view->aspect), needed = view->needed;
    double share = share_of(needed.x, needed.w, shares.x, shares.w) * share_of(needed.y, needed.h, shares.y, shares.h);

    if ((key->numbers[KEY_KIND] & KIND_PAPER) != (view->key.numbers[KEY_KIND] & KIND_PAPER))
        return share / 2;
    return share < whole ? share : 1 + (double)key->numbers[KEY_W] / shares.w * key->numbers[KEY_H] / shares.h;
}

struct image_part images_part(const struct images *images, const struct image_request *request)
{
    struct share_rect window = request->window;
    float left = float_clamp(window.x, 0, 1), top = float_clamp(window.y, 0, 1);
    struct view view = {
        .request = request,
        .key = key_of(request),
        .aspect = (double)request->w / window.w / (request->h / (double)window.h),
        .needed = {left, top, float_clamp(window.x + window.w, 0, 1) - left, float_clamp(window.y + window.h, 0, 1) - top},
    };
    const struct surface_key *key = NULL;
    struct image_part part = {.covers = true};

    ASSERT(image_is_window(request));
    if (view.needed.w <= 0 || view.needed.h <= 0)
        return part;
    part.surface = surfaces_best(images->ready, serves, &view, &key);
    part.covers = part.surface && serves(key, &view) > 1;
    if (part.surface)
        part.shares = shares_of(key, view.aspect);
    return part;
}

static size_t bytes_of(const struct image_request *request)
{
    return (size_t)request->w * (size_t)request->h * 4; /* of a sheet, about as many */
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

bool images_prefetch(struct images *images, const struct image_request *request)
{
    struct surface_key key = key_of(request);
    size_t needed = surfaces_bytes_in_use(images->ready) + bytes_of(request);

    if (surfaces_get(images->ready, &key))
        return true;
    for (int i = 0; i < images->pending_count; i++)
        needed += bytes_of(&images->pending[i]->request);
    if (find_pending(images, &key) || find_failure(images, request) || needed > images->budget)
        return false;
    ask(images, request, RANK_PREFETCHED);
    limit_prefetched(images);
    return false;
}

static void report(struct images *images, const struct job *job)
{
    struct failure *failure = find_failure(images, &job->request);
    bool new = !failure || memcmp(&failure->stamp, &job->stamp, sizeof(job->stamp)) != 0;

    if (!failure) {
        images->failures = mem_grow(images->failures, images->failure_count, &images->failure_capacity, sizeof(*failure));
        failure = &images->failures[images->failure_count++];
        *failure = (struct failure){.path = mem_text(job->request.path),
                                    .icon = job->request.icon,
                                    .window = image_is_window(&job->request),
                                    .sheet = job->request.sheet};
    }
    failure->stamp = job->stamp;
    failure->machine = job->machine;
    failure->look_ms = clock_now_ms() + LOOK_AGAIN_MS;
    if (new && job->line > 0)
        log_warning("%s:%d: %s", job->request.path, job->line, job->why);
    else if (new)
        log_warning("%s: %s", job->request.path, job->why);
}

/* A window whose place the newest takes, or one of a picture that is no longer shown. */
static bool is_replaced(const struct surface_key *key, bool used, const void *context)
{
    const struct surface_key *newest = context;

    if (!is_window_key(key) || surface_key_equal(key, newest))
        return false;
    return same_path(key, newest) ? is_overview_key(key) == is_overview_key(newest) : !used;
}

static void keep(struct images *images, struct job *job)
{
    struct surface_key key = key_of(&job->request);

    surfaces_put(images->ready, &key, job->surface);
    job->surface = NULL;
    if (is_window_key(&key))
        surfaces_drop(images->ready, is_replaced, &key);
}

bool images_moves(const struct images *images, const char *path)
{
    for (int i = 0; i < images->moving_count; i++)
        if (strcmp(images->moving[i], path) == 0)
            return true;
    return false;
}

static void note_moving(struct images *images, const struct job *job)
{
    if (!job->moves || images_moves(images, job->request.path))
        return;
    images->moving = mem_grow(images->moving, images->moving_count, &images->moving_capacity, sizeof(char *));
    images->moving[images->moving_count++] = mem_text(job->request.path);
}

static bool take_finished(struct images *images)
{
    bool any = false;

    for (struct job *job; (job = decoders_take(images->decoders)); any = true) {
        forget_pending(images, job);
        note_moving(images, job);
        if (!job->surface)
            report(images, job);
        else if (job->rank != RANK_STALE)
            keep(images, job);
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
        decoders_wait(images->decoders, (int)left_ms);
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
