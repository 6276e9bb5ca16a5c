/* Files that change together: all or none, whoever is ended when. */
#include "support/captured_log.h"
#include "support/temporary.h"

#include "together/together.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* a and c are there before, b is new; c is reached by a link. */
enum { FILES = 3 };

#define NOTE ".vitrina-undo"

static const char *const paths[FILES] = {"config/a.yaml", "config/b.yaml", "config/c.yaml"};
static const char *const before[FILES] = {"a before\n", NULL, "c, longer before\n0 1 2 config/x.yaml\n"};
static const char *const after[FILES] = {"a after\n", "b after\n", "c after\n"};

/* half: at which call of the kernel a change is cut half way; found once. */
struct held {
    char *root;
    struct arena *arena;
    int half;
};

static const char *path_of(const struct held *held, const char *name)
{
    return arena_printf(held->arena, "%s/%s", held->root, name);
}

static void put(const struct held *held, const char *name, const char *text)
{
    FILE *file = fopen(path_of(held, name), "w");

    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* NULL: there is no such file. */
static const char *text_of(const struct held *held, const char *name)
{
    FILE *file = fopen(path_of(held, name), "r");
    char *text = ARENA_ARRAY(held->arena, char, 256);

    if (!file)
        return NULL;
    text[fread(text, 1, 255, file)] = '\0';
    fclose(file);
    return text;
}

static bool all_are(const struct held *held, const char *const *texts)
{
    for (int i = 0; i < FILES; i++) {
        const char *text = text_of(held, paths[i]);

        if (text ? !texts[i] || strcmp(text, texts[i]) != 0 : texts[i] != NULL)
            return false;
    }
    return true;
}

static void put_all_before(const struct held *held)
{
    unlink(path_of(held, NOTE));
    put(held, paths[0], before[0]);
    unlink(path_of(held, paths[1]));
    put(held, paths[2], before[2]);
}

/* Those in config, and what more than the two that belong there lies beside it. */
static int files_left(const struct held *held)
{
    return temporary_count(path_of(held, "config"), "") + temporary_count(held->root, "") - 2;
}

static bool change(const struct held *held)
{
    struct saved_file files[FILES];

    for (int i = 0; i < FILES; i++)
        files[i] = (struct saved_file){.path = paths[i], .bytes = {after[i], strlen(after[i])}};
    return together_save(held->root, files, FILES);
}

static int begin(void **state)
{
    struct held *held = mem_alloc(sizeof(*held));

    held->root = temporary_create();
    held->arena = arena_create();
    mkdir(path_of(held, "config"), 0755);
    put(held, "elsewhere.yaml", "");
    assert_int_equal(symlink("../elsewhere.yaml", path_of(held, paths[2])), 0);
    put_all_before(held);
    chmod(path_of(held, paths[0]), 0640);
    *state = held;
    return 0;
}

static int end(void **state)
{
    struct held *held = *state;

    temporary_destroy(held->root);
    arena_destroy(held->arena);
    free(held);
    return 0;
}

static void all_change(void **state)
{
    struct held *held = *state;
    struct stat info;

    assert_true(change(held));
    assert_true(all_are(held, after));
    assert_int_equal(stat(path_of(held, paths[0]), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    assert_int_equal(lstat(path_of(held, paths[2]), &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(files_left(held), FILES); /* nothing is left behind */
}

/* Runs it in a process that is killed when it enters its `fatal`-th call of the kernel. True: it was done before. */
static bool runs_until(int (*run)(const struct held *held), const struct held *held, int fatal)
{
    int status = 0;
    pid_t child = fork();

    if (child == 0) {
        ptrace(PTRACE_TRACEME, 0, NULL, NULL);
        raise(SIGSTOP);
        _exit(run(held));
    }
    assert_true(child > 0);
    waitpid(child, &status, 0);
    for (int calls = 0; WIFSTOPPED(status); calls++) { /* entering and leaving count as two */
        if (calls == 2 * fatal)
            kill(child, SIGKILL);
        else
            ptrace(PTRACE_SYSCALL, child, NULL, NULL);
        waitpid(child, &status, 0);
    }
    return WIFEXITED(status);
}

static int run_change(const struct held *held)
{
    return change(held) ? 0 : 1;
}

static int run_recovery(const struct held *held)
{
    return together_recover(held->root) ? 0 : 1;
}

/* The log's lines of what is put back are not this test's. */
static void a_cut_at_any_moment_changes_all_or_nothing(void **state)
{
    struct held *held = *state;
    struct captured_log captured;
    struct buffer log = {0};
    int fatal = 0, unchanged = 0;
    bool done = false, whole = true;

    captured_log_start(&captured);
    for (; !done && whole; fatal++) {
        put_all_before(held);
        done = runs_until(run_change, held, fatal);
        whole = together_recover(held->root) && (all_are(held, before) || all_are(held, after));
        unchanged += all_are(held, before);
    }
    captured_log_stop(&captured, &log);
    assert_true(whole);
    assert_true(all_are(held, after));
    assert_true(fatal > 40);
    assert_true(unchanged > fatal / 2);
    assert_true(strstr(log.bytes, "a change of several files was cut short; they are as they were before it") != NULL);
    assert_true(change(held));
    assert_int_equal(files_left(held), FILES);
    buffer_finish(&log);
}

/* Half of the change, as a cut leaves it. */
static void cut_half_way(struct held *held)
{
    for (bool done = false; !done; held->half += !done) {
        put_all_before(held);
        done = runs_until(run_change, held, held->half) || !(all_are(held, before) || all_are(held, after));
    }
    assert_false(all_are(held, before) || all_are(held, after));
}

static void a_cut_while_it_is_put_back_costs_nothing(void **state)
{
    struct held *held = *state;
    struct captured_log captured;
    struct buffer log = {0};
    bool done = false, whole = true;

    captured_log_start(&captured);
    for (int fatal = 0; !done && whole; fatal += 3) {
        cut_half_way(held);
        done = runs_until(run_recovery, held, fatal);
        whole = together_recover(held->root) && all_are(held, before);
    }
    captured_log_stop(&captured, &log);
    buffer_finish(&log);
    assert_true(whole);
    assert_int_equal(files_left(held), FILES - 1);
}

static void what_somebody_wrote_meanwhile_stays(void **state)
{
    struct held *held = *state;
    struct captured_log captured;
    struct buffer log = {0};

    cut_half_way(held);
    captured_log_start(&captured);
    put(held, paths[0], "a by hand\n");
    assert_true(together_recover(held->root));
    captured_log_stop(&captured, &log);
    buffer_finish(&log);
    assert_string_equal(text_of(held, paths[0]), "a by hand\n");
    assert_null(text_of(held, paths[1]));
    assert_string_equal(text_of(held, paths[2]), before[2]);
}

static void a_file_that_cannot_be_written_changes_nothing(void **state)
{
    struct held *held = *state;
    struct captured_log captured;
    struct buffer log = {0};
    struct saved_file files[] = {{.path = paths[0], .bytes = {"new\n", 4}},
                                 {.path = "nowhere/d.yaml", .bytes = {"new\n", 4}},
                                 {.path = "config", .bytes = {"new\n", 4}}};

    captured_log_start(&captured);
    assert_false(together_save(held->root, files, 2));
    files[1] = files[2]; /* a folder, which nothing takes the place of */
    assert_false(together_save(held->root, files, 2));
    captured_log_stop(&captured, &log);
    assert_true(strstr(log.bytes, "nowhere/d.yaml: No such file or directory; nothing is changed") != NULL);
    buffer_finish(&log);
    assert_true(all_are(held, before));
    assert_int_equal(files_left(held), FILES - 1);
}

/* Of two that change an exhibit at once the second does nothing, whether the first is at it or done. */
static void what_another_program_changes_is_not_written_over(void **state)
{
    static const struct {
        const char *was;
        bool locked, written;
    } rows[] = {{"a long ago\n", false, false}, {"a before", false, false}, {"a before\n", true, false}, {"a before\n", false, true}};
    struct held *held = *state;
    struct captured_log captured;
    struct buffer log = {0};

    captured_log_start(&captured);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct saved_file file = {.path = paths[0], .bytes = {"new\n", 4}, .was = {rows[i].was, strlen(rows[i].was)}};
        int folder = open(held->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

        assert_int_equal(flock(folder, rows[i].locked ? LOCK_EX : LOCK_UN), 0);
        assert_int_equal(together_save(held->root, &file, 1), rows[i].written);
        close(folder);
        assert_string_equal(text_of(held, paths[0]), rows[i].written ? "new\n" : before[0]);
    }
    captured_log_stop(&captured, &log);
    assert_non_null(strstr(log.bytes, "config/a.yaml: somebody has changed it meanwhile; nothing is changed, try again"));
    assert_non_null(strstr(log.bytes, "another program is changing it; nothing is changed, try again"));
    buffer_finish(&log);
    assert_int_equal(files_left(held), FILES - 1);
}

/* Such a note is nobody's but an attacker's, or a broken disk's. */
static void a_note_that_cannot_be_followed_is_told(void **state)
{
    static const char head[] = "What stood in these files before a change; \"vitrina check\" puts it back.\n";
    static const struct {
        const char *body;
        bool followed;
    } rows[] = {
        {"1 4 0 config/a.yaml\nhalf", true}, /* no end: nothing was changed yet */
        {"", true},
        {"1 4 0 ../elsewhere.yaml\nhalfend\n", false},
        {"1 4 0 /etc/passwd\nhalfend\n", false},
        {"1 4 0 config/..\nhalfend\n", false},
        {"1 4 0 config/a..b.yaml\nhalfend\n", true},
        {"1 400 0 config/a.yaml\nhalfend\n", false},
        {"1 x 0 config/a.yaml\nend\n", false},
        {"nonsense\nend\n", false},
        {"end\n", true},
    };
    struct held *held = *state;
    struct captured_log captured;
    struct buffer log = {0};

    captured_log_start(&captured);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        put(held, NOTE, arena_printf(held->arena, "%s%s", head, rows[i].body));
        assert_int_equal(together_recover(held->root), rows[i].followed);
        assert_int_equal(access(path_of(held, NOTE), F_OK) != 0, rows[i].followed);
        unlink(path_of(held, NOTE));
    }
    assert_int_equal(symlink("nowhere", path_of(held, NOTE)), 0);
    assert_false(together_recover(held->root));
    captured_log_stop(&captured, &log);
    assert_true(strstr(log.bytes, "a change of several files may have been cut short") != NULL);
    buffer_finish(&log);
    assert_true(all_are(held, before));
}

/* A link that leads out of the exhibit is none of its files. */
static void what_lies_elsewhere_is_not_put_back(void **state)
{
    struct held *held = *state;
    char *outside = temporary_create();
    struct captured_log captured;
    struct buffer log = {0};
    const char *file = arena_printf(held->arena, "%s/a.yaml", outside);

    unlink(path_of(held, paths[0]));
    assert_int_equal(symlink(file, path_of(held, paths[0])), 0);
    cut_half_way(held);
    captured_log_start(&captured);
    assert_false(together_recover(held->root));
    captured_log_stop(&captured, &log);
    buffer_finish(&log);
    assert_string_equal(text_of(held, paths[0]), after[0]);
    temporary_destroy(outside);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(all_change, begin, end),
        cmocka_unit_test_setup_teardown(a_cut_at_any_moment_changes_all_or_nothing, begin, end),
        cmocka_unit_test_setup_teardown(a_cut_while_it_is_put_back_costs_nothing, begin, end),
        cmocka_unit_test_setup_teardown(what_somebody_wrote_meanwhile_stays, begin, end),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_written_changes_nothing, begin, end),
        cmocka_unit_test_setup_teardown(what_another_program_changes_is_not_written_over, begin, end),
        cmocka_unit_test_setup_teardown(what_lies_elsewhere_is_not_put_back, begin, end),
        cmocka_unit_test_setup_teardown(a_note_that_cannot_be_followed_is_told, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
