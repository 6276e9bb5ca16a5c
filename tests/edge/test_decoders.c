/* What becomes of the kiosk when a picture kills, holds or starves the process that draws it, and when that process dies by itself. */
#include "images/child.h"

#include "base/clock.h"
#include "base/mem.h"
#include "images/decoders.h"
#include "images/shared_surface.h"
#include "support/captured_log.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define SVG(body) "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 12' width='1600' height='1200'>" body "</svg>"

enum { SIDE = 40, LIMIT_MS = 1500, NEXT_MS = 3000 /* 100 on a quiet machine without sanitizers */, PATIENT_MS = 30 * 1000 };

static const char sound[] = SVG("<path fill='#A63A2B' d='M0 0h16v12H0z'/>");
/* Not by one thing out of measure, which some releases of the renderer bound, but by many thousands of small ones. */
#define SIX(id, of)                                                                                                                        \
    "<g id='" id "'><use href='#" of "'/><use href='#" of "'/><use href='#" of "'/><use href='#" of "'/><use href='#" of                   \
    "'/><use href='#" of "'/></g>"
static const char endless[] = SVG("<filter id='f'><feTurbulence baseFrequency='9' numOctaves='9'/></filter>"
                                  "<path id='a' filter='url(#f)' d='M0 0h16v12H0z'/>" SIX("b", "a") SIX("c", "b") SIX("d", "c")
                                      SIX("e", "d") SIX("g", "e") SIX("h", "g"));

/* What the child is asked in these tests: a drawing's text, or a part of it enlarged. */
struct question {
    const char *bytes;
    size_t size;
    struct share_rect window;
    int limit_ms;
};

static enum child_result ask(struct child *child, const struct question *question, struct wire_answer *answer)
{
    struct child_task task = {
        {.task = WIRE_DRAW, .image = {.w = SIDE, .h = SIDE, .window = question->window}},
        {memfd_create("drawing", MFD_CLOEXEC), -1},
        {.limit_ms = question->limit_ms},
    };
    SDL_Surface *surface = shared_surface_create((struct size){SIDE, SIDE}, SDL_PIXELFORMAT_XRGB8888, &task.files[1]);

    assert_true(surface && write(task.files[0], question->bytes, question->size) == (ssize_t)question->size);
    enum child_result result = child_ask(child, &task, answer);

    if (result == CHILD_DONE && question->bytes == sound)
        assert_int_equal(((uint32_t *)surface->pixels)[SIDE * SIDE / 2] & 0xFFFFFF, 0xA63A2B);
    shared_surface_destroy(surface);
    close(task.files[0]);
    close(task.files[1]);
    return result;
}

static enum child_result ask_text(struct child *child, const char *text, struct wire_answer *answer)
{
    return ask(child, &(struct question){.bytes = text, .size = strlen(text), .limit_ms = LIMIT_MS}, answer);
}

/* Six hundred thousand bytes that become ten thousand million when they are read. */
static void put_growing(struct buffer *text)
{
    enum { LENGTH = 100 * 1000, TIMES = 100 * 1000 };

    buffer_printf(text, "<!DOCTYPE svg [<!ENTITY e \"");
    for (int i = 0; i < LENGTH; i++)
        buffer_add(text, "e", 1);
    buffer_printf(text, "\">]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><desc>");
    for (int i = 0; i < TIMES; i++)
        buffer_add(text, "&e;", 3);
    buffer_printf(text, "</desc></svg>");
}

/* Of which librsvg's reader of style sheets dies. */
static void put_deep_selector(struct buffer *text)
{
    enum { DEPTH = 20 * 1000 };

    buffer_printf(text, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><style>");
    for (int i = 0; i < DEPTH; i++)
        buffer_printf(text, ":not(");
    buffer_printf(text, "</style><path d='M0 0h9v9z'/></svg>");
}

/* librsvg 2.54 dies of it, 2.60 draws it. */
static void put_large_matrix(struct buffer *text)
{
    buffer_printf(text,
                  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><filter id='f'><feConvolveMatrix order='30' kernelMatrix='");
    for (int i = 0; i < 30 * 30; i++)
        buffer_add(text, "1 ", 2);
    buffer_printf(text, "'/></filter><path filter='url(#f)' d='M0 0h9v9z'/></svg>");
}

static void put_endless(struct buffer *text)
{
    buffer_printf(text, "%s", endless);
}

static void put_huge_letters(struct buffer *text)
{
    buffer_printf(text, "%s", SVG("<text font-size='1e30'>a</text>"));
}

static void put_unknown_entity(struct buffer *text)
{
    buffer_printf(text, "%s", SVG("\n<title>caf&eacute;</title>"));
}

static void put_deep(struct buffer *text)
{
    buffer_printf(text, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>");
    for (int i = 0; i < 19000; i++)
        buffer_printf(text, "<g>");
    buffer_printf(text, "</svg>");
}

static void put_nothing(struct buffer *text)
{
    buffer_add(text, "", 0);
}

/* Whatever a drawing does, it is not drawn, the reason is known, and the next drawing stands at once. */
static void the_next_drawing_stands(void **state)
{
    static const struct {
        const char *name;
        void (*put)(struct buffer *text);
        struct share_rect window;
        const char *why; /* a part of it; "": only that it is not drawn, if it is not */
    } rows[] = {
        {"deep selector", put_deep_selector, {0, 0, 0, 0}, "breaks the renderer"},
        {"deep selector, enlarged", put_deep_selector, {0, 0, 0.1f, 0.1f}, "breaks the renderer"},
        {"large matrix", put_large_matrix, {0, 0, 0, 0}, ""},
        {"large matrix, enlarged", put_large_matrix, {0, 0, 0.1f, 0.1f}, ""},
        {"huge letters", put_huge_letters, {0, 0, 0, 0}, ""},
        {"growing", put_growing, {0, 0, 0, 0}, ""},
        {"endless", put_endless, {0, 0, 0, 0}, ""},
        {"unknown entity", put_unknown_entity, {0, 0, 0, 0}, "eacute"},
        {"deep", put_deep, {0, 0, 0, 0}, ""},
        {"empty", put_nothing, {0, 0, 0, 0}, "empty"},
    };
    struct child *child = child_create(TEST_DECODER);
    struct wire_answer answer;

    (void)state;
    assert_int_equal(ask_text(child, sound, &answer), CHILD_DONE);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer text = {0};

        rows[i].put(&text);
        enum child_result result = ask(child, &(struct question){text.bytes, text.length, rows[i].window, LIMIT_MS}, &answer);
        int64_t asked_ms = clock_now_ms();

        if (rows[i].why[0] && (result == CHILD_DONE || !strstr(answer.why, rows[i].why)))
            fail_msg("%s: result %d, %s", rows[i].name, (int)result, answer.why);
        if (ask_text(child, sound, &answer) != CHILD_DONE)
            fail_msg("after %s, nothing is drawn: %s", rows[i].name, answer.why);
        if (clock_now_ms() - asked_ms > NEXT_MS)
            fail_msg("after %s, the next one took %d ms", rows[i].name, (int)(clock_now_ms() - asked_ms));
        buffer_finish(&text);
    }
    child_destroy(child);
}

static void the_line_is_told(void **state)
{
    struct child *child = child_create(TEST_DECODER);
    struct wire_answer answer;

    (void)state;
    assert_int_equal(ask_text(child, SVG("\n\n<title>caf&eacute;</title>"), &answer), CHILD_FAILED);
    assert_int_equal(answer.line, 3);
    child_destroy(child);
}

static void late_is_late(void **state)
{
    struct child *child = child_create(TEST_DECODER);
    struct wire_answer answer;

    (void)state;
    assert_int_equal(ask_text(child, endless, &answer), CHILD_LATE);
    child_destroy(child);
}

/* Words need fonts, which the process has only when a drawing asked for them. */
static void words_are_drawn(void **state)
{
    struct child *child = child_create(TEST_DECODER);
    struct child_task task = {
        {.task = WIRE_DRAW, .image = {.w = SIDE, .h = SIDE, .paper = {255, 255, 255, 255}}},
        {memfd_create("drawing", MFD_CLOEXEC), -1},
        {.limit_ms = PATIENT_MS},
    };
    struct wire_answer answer;
    static const char words[] = SVG("<text x='0' y='11' font-size='14' font-family='sans-serif'>.</text>");
    SDL_Surface *surface = shared_surface_create((struct size){SIDE, SIDE}, SDL_PIXELFORMAT_XRGB8888, &task.files[1]);
    int dark = 0;

    (void)state;
    assert_true(surface && write(task.files[0], words, strlen(words)) > 0);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(child_ask(child, &task, &answer), CHILD_DONE);
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++)
            dark += (((uint32_t *)surface->pixels)[pixel] & 0xFF) < 64;
    }
    assert_in_range(dark, 10, 200); /* two full stops, and not the boxes that stand for letters without a font */
    shared_surface_destroy(surface);
    close(task.files[0]);
    close(task.files[1]);
    child_destroy(child);
}

/* What decodes them is opened only when one comes, and works behind the fence. */
static void photographs_as_avif_are_drawn(void **state)
{
    struct child *child = child_create(TEST_DECODER);
    struct child_task task = {
        {.task = WIRE_DRAW, .image = {.w = 4 * SIDE, .h = 2 * SIDE, .focus_x = 0.5f, .focus_y = 0.5f}},
        {open("tests/pictures/turned.avif", O_RDONLY | O_CLOEXEC), -1},
        {.limit_ms = PATIENT_MS},
    };
    struct wire_answer answer;
    SDL_Surface *surface = shared_surface_create((struct size){4 * SIDE, 2 * SIDE}, SDL_PIXELFORMAT_XRGB8888, &task.files[1]);

    (void)state;
    for (int i = 0; i < 2; i++) {
        memset(surface->pixels, 0, 4);
        assert_int_equal(child_ask(child, &task, &answer), CHILD_DONE);
        assert_int_equal(*(uint32_t *)surface->pixels & 0xF0F0F0, 0xA03020);
    }
    shared_surface_destroy(surface);
    close(task.files[0]);
    close(task.files[1]);
    child_destroy(child);
}

/* Letters as large as no font has them leave the process without fonts that work, be they drawn or not. */
static void words_after_huge_ones_are_drawn(void **state)
{
    static const char huge[] = SVG("<text font-size='1e9'>A</text><text y='6' font-size='3'>Hi</text>");
    static const char words[] = SVG("<text y='9' font-size='3'>Hi</text>");
    static const float starts[] = {0, 0.9f, 0, 0.9f};
    struct child *child = child_create(TEST_DECODER);
    struct wire_answer answer;

    (void)state;
    for (size_t i = 0; i < COUNTOF(starts); i++) {
        struct share_rect window = {starts[i], starts[i], 0.1f, 0.1f};

        ask(child, &(struct question){.bytes = huge, .size = strlen(huge), .limit_ms = PATIENT_MS}, &answer);
        ask(child, &(struct question){huge, strlen(huge), window, PATIENT_MS}, &answer);
        if (ask(child, &(struct question){.bytes = words, .size = strlen(words), .limit_ms = PATIENT_MS}, &answer) != CHILD_DONE)
            fail_msg("after huge words, %d: %s", (int)i, answer.why);
    }
    child_destroy(child);
}

/* With fewer descriptors than the system has fonts. */
static void words_are_drawn_with_few_files(void **state)
{
    enum { FILES = 40 };
    static const char words[] = SVG("<text y='9' font-size='3'>Hi</text>");
    pid_t pid = fork();
    int status;

    (void)state;
    if (pid == 0) {
        struct child *child = child_create(TEST_DECODER);
        struct wire_answer answer;

        setrlimit(RLIMIT_NOFILE, &(struct rlimit){FILES, FILES});
        enum child_result result = ask(child, &(struct question){.bytes = words, .size = strlen(words), .limit_ms = PATIENT_MS}, &answer);

        child_destroy(child);
        _exit((int)result);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, CHILD_DONE);
}

/* The processes that this one started. */
static int signal_children(int signal)
{
    DIR *processes = opendir("/proc");
    int count = 0;

    for (struct dirent *entry; (entry = readdir(processes));) {
        char path[300], name[64] = "";
        int parent = 0, pid = (int)strtol(entry->d_name, NULL, 10);

        snprintf(path, sizeof(path), "/proc/%s/stat", entry->d_name);
        FILE *file = pid > 0 ? fopen(path, "r") : NULL;

        if (!file)
            continue;
        if (fscanf(file, "%*d (%60[^)]) %*c %d", name, &parent) == 2 && parent == getpid()) {
            kill(pid, signal);
            count++;
        }
        fclose(file);
    }
    closedir(processes);
    return count;
}

static void death_and_sleep_are_nobodys_fault(void **state)
{
    static const struct {
        int signal;
        enum child_result result; /* of the next question */
    } rows[] = {{SIGKILL, CHILD_DONE}, {SIGTERM, CHILD_DONE}, {SIGSTOP, CHILD_LATE}};
    struct child *child = child_create(TEST_DECODER);
    struct wire_answer answer;

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_int_equal(ask_text(child, sound, &answer), CHILD_DONE);
        assert_int_equal(signal_children(rows[i].signal), 1);
        usleep(100 * 1000);
        assert_int_equal(ask_text(child, sound, &answer), rows[i].result);
        assert_int_equal(ask_text(child, sound, &answer), CHILD_DONE);
    }
    child_destroy(child);
    assert_int_equal(signal_children(0), 0); /* none is left, not even a dead one */
}

/* No decoder, or one that ends at once: told once, and the picture is not to blame. */
static void a_missing_program_is_the_machines_fault(void **state)
{
    static const char *const programs[] = {"/nowhere/vitrina-decoder", "/bin/true", "/etc/passwd", "/usr/bin/yes"};

    (void)state;
    for (size_t i = 0; i < COUNTOF(programs); i++) {
        struct child *child = child_create(programs[i]);
        struct captured_log log;
        struct wire_answer answer;
        struct buffer text = {0};

        captured_log_start(&log);
        for (int tries = 0; tries < 3; tries++)
            assert_int_equal(ask_text(child, sound, &answer), CHILD_MISSING);
        captured_log_stop(&log, &text);
        char *first = strstr(text.bytes ? text.bytes : "", "no picture is drawn");

        if (!first || strstr(first + 1, "no picture is drawn"))
            fail_msg("%s: said %s", programs[i], text.bytes ? text.bytes : "nothing");
        buffer_finish(&text);
        child_destroy(child);
    }
}

/* An exhibit's files: "e..." is without end, all others are sound. */
static enum files_result open_file(void *context, const char *path, size_t limit, int *fd)
{
    const char *bytes = path[0] == 'e' ? endless : sound;

    (void)context;
    (void)limit;
    *fd = memfd_create("drawing", MFD_CLOEXEC);
    return write(*fd, bytes, strlen(bytes)) > 0 ? FILES_OK : FILES_UNREADABLE;
}

static void add(struct decoders *decoders, const char *path)
{
    decoders_add(decoders, job_create(&(struct image_request){.path = path, .w = SIDE, .h = SIDE}, 0));
}

static struct job *take(struct decoders *decoders)
{
    struct job *job;

    while (!(job = decoders_take(decoders)))
        decoders_wait(decoders, PATIENT_MS);
    return job;
}

/* Two pictures without end hold both processes; a third that is wanted meanwhile does not wait for their time to be up. */
static void what_takes_long_gives_way(void **state)
{
    enum { HURRY_MS = 200 };
    const struct files files = {.open = open_file};
    struct decoders *decoders = decoders_create(
        &(struct decoders_setup){.files = &files, .workers = 2, .program = TEST_DECODER, .limit_ms = PATIENT_MS, .hurry_ms = HURRY_MS});

    (void)state;
    add(decoders, "e1");
    add(decoders, "e2");
    usleep(2 * HURRY_MS * 1000);
    add(decoders, "good");
    struct job *job = take(decoders);

    assert_string_equal(job->request.path, "good");
    assert_non_null(job->surface);
    job_destroy(job);
    int64_t ended_ms = clock_now_ms();

    assert_true(decoders_destroy(decoders)); /* in the middle of two that never end */
    assert_true(clock_now_ms() - ended_ms < 1000);
}

static void each_is_judged_some_time(void **state)
{
    const struct files files = {.open = open_file};
    struct decoders *decoders = decoders_create(
        &(struct decoders_setup){.files = &files, .workers = 1, .program = TEST_DECODER, .limit_ms = 1000, .hurry_ms = 100});
    bool failed = false;

    (void)state;
    add(decoders, "e1");
    add(decoders, "e2");
    add(decoders, "good");
    for (int i = 0; i < 3; i++) {
        struct job *job = take(decoders);

        if (job->request.path[0] == 'e' && !strstr(job->why, "longer than 1 second"))
            fail_msg("%s: %s", job->request.path, job->why);
        failed |= job->request.path[0] == 'e';
        job_destroy(job);
    }
    assert_true(failed);
    assert_true(decoders_destroy(decoders));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_next_drawing_stands),
        cmocka_unit_test(the_line_is_told),
        cmocka_unit_test(late_is_late),
        cmocka_unit_test(words_are_drawn),
        cmocka_unit_test(photographs_as_avif_are_drawn),
        cmocka_unit_test(words_after_huge_ones_are_drawn),
        cmocka_unit_test(words_are_drawn_with_few_files),
        cmocka_unit_test(death_and_sleep_are_nobodys_fault),
        cmocka_unit_test(a_missing_program_is_the_machines_fault),
        cmocka_unit_test(what_takes_long_gives_way),
        cmocka_unit_test(each_is_judged_some_time),
    };

    return cmocka_run_group_tests_name("decoders", tests, NULL, NULL);
}
