/* Pictures in the background: what is drawn first, kept, dropped and reported. A gate in front of the files makes the workers' steps
 * certain. */
#include "platform/images.h"

#include "base/mem.h"
#include "support/captured_log.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SIDE = 50, PICTURE_BYTES = SIDE * SIDE * 4, PLENTY = 1 << 24, LONG_MS = 30 * 1000 };

/* Files in memory: a path whose first letter is '!' is missing, "@..." is no picture, all others are a small drawing. Reading waits until
 * the gate lets it through. */
struct gate {
    struct files files;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int open;        /* how many reads may pass in all */
    int reads;       /* begun */
    int wakes;       /* from the images */
    char order[128]; /* first letters of what was read */
};

static const char drawing[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>";

static enum files_result gate_read(void *context, const char *path, size_t limit, char **bytes, size_t *size)
{
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
    if (path[0] == '!')
        return FILES_MISSING;
    *bytes = mem_text(path[0] == '@' ? "nothing to see" : drawing);
    *size = strlen(*bytes);
    return FILES_OK;
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
    *gate = (struct gate){.files = {.context = gate, .read = gate_read}, .open = open};
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
    struct images_setup setup = {&gate->files, budget, workers, gate_wake, gate};

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
        {"a", 100, 50, 0.5f, false, false}, {"a", 100, 100, 0, false, false},     {"b", 100, 100, 0.5f, false, false},
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

/* A worker that is not done within the goodbye is left alone; all is there still, so that a later goodbye can succeed. */
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
    gate_wait(&gate, 2, 2);
    assert_true(images_destroy(images));
    assert_int_equal(gate.reads, 2); /* the third was cancelled */
    gate_finish(&gate);
    assert_true(images_destroy(NULL));
}

/* Real files, many at once, the large ones in turn: chiefly for the thread sanitizer. */
static void many_at_once(void **state)
{
    static const char *const names[] = {"quarters.svg", "bars.svg", "large.jpg", "deep.png", "orientation-6.jpg", "bomb.png", "ring.svg"};
    struct files *files = files_open("tests/pictures");
    struct images_setup setup = {.files = files, .budget_bytes = PLENTY, .workers = 4};
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
        cmocka_unit_test(wanted_come_before_prefetched),  cmocka_unit_test(stale_are_dropped),
        cmocka_unit_test(old_prefetches_make_room),       cmocka_unit_test(the_budget_holds),
        cmocka_unit_test(failures_are_reported_once),     cmocka_unit_test(another_size_stands_in),
        cmocka_unit_test(goodbye_does_not_wait_for_ever), cmocka_unit_test(many_at_once),
    };

    return cmocka_run_group_tests_name("images", tests, NULL, NULL);
}
