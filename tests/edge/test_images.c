/* Pictures in the background: what is drawn first, kept, dropped and reported. A gate in front of the files makes the workers' steps
 * certain. */
#include "images/images.h"

#include "base/mem.h"
#include "support/captured_log.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

enum { SIDE = 50, PICTURE_BYTES = SIDE * SIDE * 4, PLENTY = 1 << 24, LONG_MS = 30 * 1000 };

/* Files in memory: a path whose first letter is '!' is missing, "@..." is no picture, all others are a small drawing. Opening waits until
 * the gate lets it through. */
struct gate {
    struct files files;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int open;        /* how many may pass in all */
    int reads;       /* begun to be opened */
    int wakes;       /* from the images */
    char order[128]; /* first letters of what was read */
};

static const char drawing[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>";

static enum files_result gate_open(void *context, const char *path, size_t limit, int *fd)
{
    const char *bytes = path[0] == '@' ? "nothing to see" : drawing;
    struct gate *gate = context;

    (void)limit;
    pthread_mutex_lock(&gate->lock);
    if (gate->reads < (int)sizeof(gate->order) - 1)
        gate->order[gate->reads] = path[0];
    gate->reads++;
    pthread_cond_broadcast(&gate->changed);
    for (int mine = gate->reads; mine > gate->open;)
        pthread_cond_wait(&gate->changed, &gate->lock);
    pthread_mutex_unlock(&gate->lock);
    *fd = -1;
    if (path[0] == '!')
        return FILES_MISSING;
    *fd = memfd_create("picture", MFD_CLOEXEC);
    return write(*fd, bytes, strlen(bytes)) > 0 ? FILES_OK : FILES_UNREADABLE;
}

static void gate_wake(void *context)
{
    struct gate *gate = context;

    pthread_mutex_lock(&gate->lock);
    gate->wakes++;
    pthread_cond_broadcast(&gate->changed);
    pthread_mutex_unlock(&gate->lock);
}

static void gate_init(struct gate *gate, int open)
{
    *gate = (struct gate){.files = {.context = gate, .open = gate_open}, .open = open};
    pthread_mutex_init(&gate->lock, NULL);
    pthread_cond_init(&gate->changed, NULL);
}

static void gate_finish(struct gate *gate)
{
    pthread_cond_destroy(&gate->changed);
    pthread_mutex_destroy(&gate->lock);
}

static void gate_let(struct gate *gate, int open)
{
    pthread_mutex_lock(&gate->lock);
    gate->open = open;
    pthread_cond_broadcast(&gate->changed);
    pthread_mutex_unlock(&gate->lock);
}

/* Until so many files were begun to be read, and so many answers are there. */
static void gate_wait(struct gate *gate, int reads, int wakes)
{
    pthread_mutex_lock(&gate->lock);
    while (gate->reads < reads || gate->wakes < wakes)
        pthread_cond_wait(&gate->changed, &gate->lock);
    pthread_mutex_unlock(&gate->lock);
}

static struct images *create(struct gate *gate, size_t budget, int workers)
{
    struct images_setup setup = {
        .decoders = {.files = &gate->files, .workers = workers, .program = TEST_DECODER, .wake = gate_wake, .context = gate},
        .budget_bytes = budget,
    };

    return images_create(&setup);
}

static struct image_request request_of(const char *path)
{
    return (struct image_request){.path = path, .w = SIDE, .h = SIDE, .focus_x = 0.5f, .focus_y = 0.5f, .paper = {1, 2, 3, 255}};
}

static enum image_state get(struct images *images, const char *path)
{
    struct image_request request = request_of(path);
    SDL_Surface *surface;
    enum image_state state = images_get(images, &request, &surface);

    assert_true((surface != NULL) == (state == IMAGE_READY));
    return state;
}

/* A window as wide as high, at the left edge. */
static struct image_request window_of(const char *path, float x, float share)
{
    struct image_request request = request_of(path);

    request.window = (struct share_rect){x, 0, share, share};
    return request;
}

static struct image_request overview_of(const char *path)
{
    struct image_request request = window_of(path, 0, 1);

    request.overview = true;
    return request;
}

static enum image_state get_request(struct images *images, struct image_request request)
{
    SDL_Surface *surface;

    return images_get(images, &request, &surface);
}

static void prefetch(struct images *images, const char *path)
{
    struct image_request request = request_of(path);

    images_prefetch(images, &request);
}

static void wanted_come_before_prefetched(void **state)
{
    struct gate gate;

    (void)state;
    gate_init(&gate, 0);
    struct images *images = create(&gate, PLENTY, 1);

    assert_int_equal(get(images, "1"), IMAGE_WAITING);
    gate_wait(&gate, 1, 0);
    prefetch(images, "a");
    prefetch(images, "b");
    prefetch(images, "c");
    assert_int_equal(get(images, "2"), IMAGE_WAITING);
    assert_int_equal(get(images, "3"), IMAGE_WAITING);
    assert_int_equal(get(images, "b"), IMAGE_WAITING); /* raised, and asked for first */
    prefetch(images, "3");                             /* not lowered */
    gate_let(&gate, 100);
    assert_true(images_wait(images, LONG_MS));
    assert_string_equal(gate.order, "1b23ac");
    for (const char *path = "123abc"; *path; path++)
        assert_int_equal(get(images, (const char[]){*path, 0}), IMAGE_READY);
    assert_int_equal(gate.reads, 6);
    assert_true(images_destroy(images));
    gate_finish(&gate);
}

/* The visitor pages on: what was wanted in an earlier round and not again is never read. */
static void stale_are_dropped(void **state)
{
    struct gate gate;

    (void)state;
    gate_init(&gate, 0);
    struct images *images = create(&gate, PLENTY, 1);

    get(images, "1");
    gate_wait(&gate, 1, 0);
    get(images, "2");
    get(images, "x");
    assert_false(images_collect(images));
    gate_let(&gate, 1);
    gate_wait(&gate, 2, 1);
    assert_true(images_collect(images));
    assert_int_equal(get(images, "1"), IMAGE_READY);
    assert_int_equal(get(images, "3"), IMAGE_WAITING);
    gate_let(&gate, 2);
    gate_wait(&gate, 3, 2);
    assert_true(images_collect(images));
    gate_let(&gate, 100);
    assert_true(images_wait(images, LONG_MS));
    assert_string_equal(gate.order, "123");
    assert_true(images_destroy(images));
    gate_finish(&gate);
}

static void old_prefetches_make_room(void **state)
{
    struct gate gate;

    (void)state;
    gate_init(&gate, 0);
    struct images *images = create(&gate, PLENTY, 1);

    get(images, "1");
    gate_wait(&gate, 1, 0);
    for (const char *path = "abcdefghijklmnopqrst"; *path; path++)
        prefetch(images, (const char[]){*path, 0});
    gate_let(&gate, 100);
    assert_true(images_wait(images, LONG_MS));
    assert_string_equal(gate.order, "1efghijklmnopqrst");
    assert_true(images_destroy(images));
    gate_finish(&gate);
}

static void the_budget_holds(void **state)
{
    struct gate gate;

    (void)state;
    gate_init(&gate, 1000);
    struct images *images = create(&gate, 3 * (PICTURE_BYTES + 300), 2);

    for (const char *path = "abcdefgh"; *path; path++) {
        get(images, (const char[]){*path, 0});
        assert_true(images_wait(images, LONG_MS));
        assert_int_equal(get(images, (const char[]){*path, 0}), IMAGE_READY);
        assert_in_range(images_bytes(images), PICTURE_BYTES, 4 * (PICTURE_BYTES + 300));
    }
    /* More is shown at once than the budget allows: all of it stays while it is shown, and nothing is prefetched beside it. */
    for (int round = 0; round < 3; round++) {
        for (const char *path = "12345"; *path; path++)
            get(images, (const char[]){*path, 0});
        assert_true(images_wait(images, LONG_MS));
    }
    int reads = gate.reads;

    for (const char *path = "12345"; *path; path++)
        assert_int_equal(get(images, (const char[]){*path, 0}), IMAGE_READY);
    prefetch(images, "z");
    assert_true(images_wait(images, LONG_MS));
    assert_int_equal(gate.reads, reads);
    assert_true(images_destroy(images));
    gate_finish(&gate);
}

static void failures_are_reported_once(void **state)
{
    struct captured_log captured;
    struct buffer log = {0};
    struct gate gate;

    (void)state;
    gate_init(&gate, 100);
    struct images *images = create(&gate, PLENTY, 2);

    captured_log_start(&captured);
    for (int i = 0; i < 3; i++) {
        get(images, "!gone.svg");
        get(images, "@text.svg");
        assert_true(images_wait(images, LONG_MS));
    }
    captured_log_stop(&captured, &log);
    assert_int_equal(get(images, "!gone.svg"), IMAGE_FAILED);
    assert_int_equal(get(images, "@text.svg"), IMAGE_FAILED);
    prefetch(images, "!gone.svg");
    assert_true(images_wait(images, LONG_MS));
    assert_int_equal(gate.reads, 2);
    for (const char *path = "!gone.svg"; path; path = path[0] == '!' ? "@text.svg" : NULL) {
        const char *line = strstr(log.bytes, path);

        assert_non_null(line);
        assert_null(strstr(line + 1, path));
    }
    assert_non_null(strstr(log.bytes, "!gone.svg: there is no such picture"));
    buffer_finish(&log);
    assert_true(images_destroy(images));
    gate_finish(&gate);
}

static void another_size_stands_in(void **state)
{
    static const struct {
        const char *path;
        int w, h;
        float focus_x;
        bool icon, found;
    } rows[] = {
        {"a", 100, 100, 0.5f, false, true}, {"a", 33, 33, 0.5f, false, true},     {"a", 501, 500, 0.5f, false, true},
        {"a", 100, 50, 0.5f, false, true},  {"a", 100, 100, 0, false, true},      {"b", 100, 100, 0.5f, false, false},
        {"a", 100, 100, 0.5f, true, false}, {"aa", 100, 100, 0.5f, false, false},
    };
    struct gate gate;

    (void)state;
    gate_init(&gate, 100);
    struct images *images = create(&gate, PLENTY, 1);

    get(images, "a");
    assert_true(images_wait(images, LONG_MS));
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct image_request request = request_of(rows[i].path);

        request.w = rows[i].w;
        request.h = rows[i].h;
        request.focus_x = rows[i].focus_x;
        request.icon = rows[i].icon;
        if ((images_stand_in(images, &request) != NULL) != rows[i].found)
            fail_msg("row %zu", i);
    }
    assert_true(images_destroy(images));
    gate_finish(&gate);
}

/* One worker hangs on the first file; what somebody waits for behind it is read all the same, what is only prefetched is not. */
static void a_helper_comes_when_pictures_wait(void **state)
{
    struct gate gate;

    (void)state;
    gate_init(&gate, 0);
    struct images_setup setup = {
        .decoders = {.files = &gate.files, .workers = 1, .helper = true, .program = TEST_DECODER, .wake = gate_wake, .context = &gate},
        .budget_bytes = PLENTY,
    };
    struct images *images = images_create(&setup);

    get(images, "1");
    gate_wait(&gate, 1, 0);
    prefetch(images, "p");
    get(images, "2");
    gate_wait(&gate, 2, 0);
    assert_string_equal(gate.order, "12");
    gate_let(&gate, 100);
    assert_true(images_wait(images, LONG_MS));
    assert_int_equal(get(images, "1"), IMAGE_READY);
    assert_int_equal(get(images, "2"), IMAGE_READY);
    assert_true(images_destroy(images));
    gate_finish(&gate);
}

/* The visitor zooms on: of the windows of a picture that wait only the last one is drawn; the overview and other pictures are left alone.
 */
static void stale_windows_are_dropped(void **state)
{
    struct gate gate;

    (void)state;
    gate_init(&gate, 0);
    struct images *images = create(&gate, PLENTY, 1);

    get_request(images, window_of("1", 0, 0.5f));
    gate_wait(&gate, 1, 0);
    get_request(images, window_of("1", 0, 0.4f));
    get_request(images, overview_of("1"));
    get_request(images, window_of("2", 0, 0.4f));
    get_request(images, window_of("1", 0, 0.3f));
    get_request(images, window_of("1", 0, 0.2f));
    gate_let(&gate, 100);
    assert_true(images_wait(images, LONG_MS));
    assert_string_equal(gate.order, "1121");
    assert_int_equal(get_request(images, overview_of("1")), IMAGE_READY);
    assert_int_equal(get_request(images, window_of("1", 0, 0.2f)), IMAGE_READY);
    assert_int_equal(get_request(images, window_of("2", 0, 0.4f)), IMAGE_READY);
    assert_int_equal(get_request(images, window_of("1", 0, 0.5f)), IMAGE_WAITING); /* had begun, and was thrown away */
    images_withdraw_windows(images, "1");
    assert_int_equal(get_request(images, window_of("1", 0, 0.5f)), IMAGE_WAITING); /* wanted after all */
    assert_true(images_wait(images, LONG_MS));
    assert_int_equal(get_request(images, window_of("1", 0, 0.5f)), IMAGE_READY);
    assert_true(images_destroy(images));
    gate_finish(&gate);
}

/* However long a visitor zooms, two windows are kept: the overview and the newest one. */
static void two_windows_are_kept(void **state)
{
    struct gate gate;

    (void)state;
    gate_init(&gate, 1000);
    struct images *images = create(&gate, PLENTY, 2);

    for (const char *path = "12"; *path; path++) {
        const char name[] = {*path, 0};

        for (int i = 1; i <= 10; i++) {
            get_request(images, window_of(name, 0, 1 / (float)i));
            get_request(images, overview_of(name));
            assert_true(images_wait(images, LONG_MS));
            assert_int_equal(get_request(images, window_of(name, 0, 1 / (float)i)), IMAGE_READY);
            assert_int_equal(get_request(images, overview_of(name)), IMAGE_READY);
        }
        assert_in_range(images_bytes(images), 2 * PICTURE_BYTES, 2 * (PICTURE_BYTES + 300));
    }
    assert_int_equal(gate.reads, 22);
    get(images, "1"); /* no window: nothing to do with them */
    assert_true(images_wait(images, LONG_MS));
    assert_int_equal(get_request(images, overview_of("2")), IMAGE_READY);
    assert_int_equal(get_request(images, window_of("2", 0, 0.1f)), IMAGE_READY);
    assert_true(images_destroy(images));
    gate_finish(&gate);
}

/* With the overview and the window 0,0 0.5x0.5 of one picture there, the middle of another (covering), and all of a third. */
static void parts_stand_in_for_windows(void **state)
{
    static const struct {
        const char *path;
        float x, share;
        struct colour paper;
        bool covers;
        float shown_x, shown_w; /* 0: nothing */
    } rows[] = {
        {"a", 0, 0.5f, {1, 2, 3, 255}, true, 0, 0.5f},         {"a", 0.1f, 0.3f, {1, 2, 3, 255}, true, 0, 0.5f},
        {"a", 0.3f, 0.3f, {1, 2, 3, 255}, true, 0, 1},         {"a", -1, 3, {1, 2, 3, 255}, true, 0, 1},
        {"a", -0.5f, 0.5f, {1, 2, 3, 255}, true, 0, 0},        {"a", 0, 0.5f, {1, 2, 4, 255}, false, 0, 1},
        {"b", 0.25f, 0.5f, {1, 2, 3, 255}, true, 0.25f, 0.5f}, {"b", 0.3f, 0.3f, {1, 2, 3, 255}, true, 0.25f, 0.5f},
        {"b", 0, 0.5f, {1, 2, 3, 255}, false, 0.25f, 0.5f},    {"b", 0, 1, {1, 2, 3, 255}, false, 0.25f, 0.5f},
        {"b", 0.8f, 0.1f, {1, 2, 3, 255}, false, 0, 0},        {"c", 0, 1, {1, 2, 3, 255}, false, 0, 0},
    };
    struct gate gate;

    (void)state;
    gate_init(&gate, 100);
    struct images *images = create(&gate, PLENTY, 1);
    struct image_request upright = request_of("b"); /* half of a picture as wide as high */

    upright.w = SIDE / 2;
    get_request(images, window_of("a", 0, 0.5f));
    get_request(images, overview_of("a"));
    get_request(images, upright);
    assert_true(images_wait(images, LONG_MS));
    int reads = gate.reads;

    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct image_request request = window_of(rows[i].path, rows[i].x, rows[i].share);

        request.paper = rows[i].paper;
        struct image_part part = images_part(images, &request);

        if ((part.surface != NULL) != (rows[i].shown_w > 0) || part.covers != rows[i].covers || part.shares.x != rows[i].shown_x ||
            part.shares.w != rows[i].shown_w)
            fail_msg("row %zu: %s, %f and %f wide", i, part.covers ? "covers" : "does not", (double)part.shares.x, (double)part.shares.w);
    }
    assert_true(images_wait(images, LONG_MS));
    assert_int_equal(gate.reads, reads); /* nothing was asked for */
    assert_true(images_destroy(images));
    gate_finish(&gate);
}

static void shares_follow_the_request(void **state)
{
    static const struct {
        struct image_request request;
        double aspect;
        struct share_rect shares;
    } rows[] = {
        {{.w = 100, .h = 100, .focus_x = 0.5f}, 2, {0.25f, 0, 0.5f, 1}},
        {{.w = 100, .h = 100, .focus_x = 0.1f}, 2, {0, 0, 0.5f, 1}},
        {{.w = 100, .h = 100, .focus_x = 1}, 2, {0.5f, 0, 0.5f, 1}},
        {{.w = 100, .h = 50, .focus_y = 0.5f}, 1, {0, 0.25f, 1, 0.5f}},
        {{.w = 100, .h = 50}, 2, {0, 0, 1, 1}},
        {{.w = 100, .h = 50, .icon = true}, 1, {-0.5f, 0, 2, 1}},
        {{.w = 100, .h = 50, .window = {-1, 0.5f, 7, 0.1f}}, 1, {-1, 0.5f, 7, 0.1f}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct share_rect shares = image_shares(&rows[i].request, rows[i].aspect);

        if (memcmp(&shares, &rows[i].shares, sizeof(shares)) != 0)
            fail_msg("row %zu: %f,%f %fx%f", i, (double)shares.x, (double)shares.y, (double)shares.w, (double)shares.h);
    }
}

/* A disk that does not answer is left alone; all is there still, so that a later goodbye can succeed. */
static void goodbye_does_not_wait_for_ever(void **state)
{
    struct gate gate;

    (void)state;
    gate_init(&gate, 0);
    struct images *images = create(&gate, PLENTY, 2);

    get(images, "1");
    get(images, "2");
    get(images, "3");
    gate_wait(&gate, 2, 0);
    assert_false(images_wait(images, 1));
    assert_false(images_destroy(images));
    gate_let(&gate, 100);
    assert_true(images_destroy(images));
    assert_int_equal(gate.reads, 2); /* the third was cancelled */
    gate_finish(&gate);
    assert_true(images_destroy(NULL));
}

/* Zooming in real files as a visitor does, who never waits for what was asked for: chiefly for the thread sanitizer. */
static void zooming_at_random(void **state)
{
    static const char *const names[] = {"quarters.svg", "large.jpg", "orientation-6.jpg"};
    struct files *files = files_open("tests/pictures");
    struct images_setup setup = {.decoders = {.files = files, .workers = 4, .program = TEST_DECODER}, .budget_bytes = 4 * PICTURE_BYTES};
    struct images *images = images_create(&setup);

    (void)state;
    for (int i = 0; i < 300; i++) {
        struct image_request request = window_of(names[i / 100], (float)(i % 7) / 10, 1 / (float)(i % 10 + 1));

        if (i % 3 == 0)
            images_withdraw_windows(images, request.path);
        else
            get_request(images, request);
        get_request(images, overview_of(request.path));
        images_part(images, &request);
        if (i % 5 == 0)
            images_wait(images, 1);
        else
            images_collect(images);
    }
    assert_int_not_equal(get_request(images, window_of("large.jpg", 0, 0.01f)), IMAGE_FAILED);
    assert_true(images_wait(images, LONG_MS));
    assert_int_equal(get_request(images, window_of("large.jpg", 0, 0.01f)), IMAGE_READY);
    assert_true(images_destroy(images));
    files_close(files);
}

/* Real files, many at once, the large ones in turn: chiefly for the thread sanitizer. */
static void many_at_once(void **state)
{
    static const char *const names[] = {"quarters.svg", "bars.svg", "large.jpg", "deep.png", "orientation-6.jpg", "bomb.png", "ring.svg"};
    struct files *files = files_open("tests/pictures");
    struct images_setup setup = {.decoders = {.files = files, .workers = 4, .program = TEST_DECODER}, .budget_bytes = PLENTY};
    struct images *images = images_create(&setup);
    SDL_Surface *surface;

    (void)state;
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 5 * (int)COUNTOF(names); i++) {
            struct image_request request = request_of(names[i % (int)COUNTOF(names)]);

            request.w += i;
            images_get(images, &request, &surface);
        }
        assert_true(images_wait(images, LONG_MS));
    }
    for (int i = 0; i < 5 * (int)COUNTOF(names); i++) {
        struct image_request request = request_of(names[i % (int)COUNTOF(names)]);

        request.w += i;
        assert_int_equal(images_get(images, &request, &surface), strcmp(request.path, "bomb.png") == 0 ? IMAGE_FAILED : IMAGE_READY);
    }
    assert_true(images_destroy(images));
    files_close(files);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wanted_come_before_prefetched),
        cmocka_unit_test(stale_are_dropped),
        cmocka_unit_test(old_prefetches_make_room),
        cmocka_unit_test(the_budget_holds),
        cmocka_unit_test(failures_are_reported_once),
        cmocka_unit_test(another_size_stands_in),
        cmocka_unit_test(a_helper_comes_when_pictures_wait),
        cmocka_unit_test(stale_windows_are_dropped),
        cmocka_unit_test(two_windows_are_kept),
        cmocka_unit_test(parts_stand_in_for_windows),
        cmocka_unit_test(shares_follow_the_request),
        cmocka_unit_test(goodbye_does_not_wait_for_ever),
        cmocka_unit_test(many_at_once),
        cmocka_unit_test(zooming_at_random),
    };

    return cmocka_run_group_tests_name("images", tests, NULL, NULL);
}
