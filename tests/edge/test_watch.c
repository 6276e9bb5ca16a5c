/* A folder is watched: each way in which people change files is told, and nothing else. */
#include "support/temporary.h"

#include "platform/watch.h"

#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATIENCE_MS = 20000, QUIET_MS = 300 };

struct watched {
    char *root;
    int ends[2];
    struct watch *watch;
    struct arena *arena;
};

static void wake(void *context)
{
    int *ends = context;

    assert_int_equal(write(ends[1], "!", 1), 1);
}

static const char *path_of(struct watched *w, const char *name)
{
    return arena_printf(w->arena, "%s/%s", w->root, name);
}

static void put(struct watched *w, const char *name, const char *text)
{
    FILE *file = fopen(path_of(w, name), "w");

    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* Waits until something is told; the names, each with a blank behind it, "*" for a folder that was replaced. */
static const char *told(struct watched *w, int patience_ms)
{
    struct buffer all = {0};
    const char **names, *text;
    bool replaced;
    char said;

    if (poll(&(struct pollfd){.fd = w->ends[0], .events = POLLIN}, 1, patience_ms) < 1)
        return "";
    assert_int_equal(read(w->ends[0], &said, 1), 1);
    int count = watch_take(w->watch, w->arena, &names, &replaced);

    for (int i = 0; i < count; i++)
        buffer_printf(&all, "%s ", names[i]);
    buffer_printf(&all, "%s", replaced ? "*" : "");
    text = arena_printf(w->arena, "%s", all.bytes);
    buffer_finish(&all);
    return text;
}

static int begin(void **state)
{
    struct watched *w = mem_alloc(sizeof(*w));

    w->arena = arena_create();
    w->root = temporary_create();
    assert_int_equal(pipe(w->ends), 0);
    mkdir(path_of(w, "one"), 0755);
    mkdir(path_of(w, "one/config"), 0755);
    mkdir(path_of(w, "one/config/panels"), 0755);
    mkdir(path_of(w, "one/build"), 0755);
    put(w, "one/config/theme.yaml", "a");
    assert_int_equal(symlink("one", path_of(w, "exhibit")), 0);
    w->watch = watch_create(path_of(w, "exhibit"), wake, w->ends);
    assert_non_null(w->watch);
    *state = w;
    return 0;
}

static int end(void **state)
{
    struct watched *w = *state;

    watch_destroy(w->watch);
    close(w->ends[0]);
    close(w->ends[1]);
    temporary_destroy(w->root);
    arena_destroy(w->arena);
    free(w);
    return 0;
}

static void a_save_is_told_once(void **state)
{
    struct watched *w = *state;

    put(w, "exhibit/config/theme.yaml", "b");
    assert_string_equal(told(w, PATIENCE_MS), "config/theme.yaml ");
    put(w, "exhibit/config/panels/a.yaml.new", "b"); /* as editors save: beside it, and then in its place */
    rename(path_of(w, "exhibit/config/panels/a.yaml.new"), path_of(w, "exhibit/config/panels/a.yaml"));
    assert_non_null(strstr(told(w, PATIENCE_MS), "config/panels/a.yaml "));
    assert_string_equal(told(w, QUIET_MS), "");
}

static void what_is_no_exhibit_is_passed_over(void **state)
{
    struct watched *w = *state;

    put(w, "exhibit/build/theme.yaml", "b");
    put(w, "exhibit/README.md", "b");
    put(w, "exhibit/config/.theme.yaml.swp", "b");
    put(w, "elsewhere", "b");
    assert_string_equal(told(w, QUIET_MS), "");
}

static void folders_that_come_and_go_are_followed(void **state)
{
    struct watched *w = *state;

    mkdir(path_of(w, "exhibit/assets"), 0755);
    assert_non_null(strchr(told(w, PATIENCE_MS), '*'));
    put(w, "exhibit/assets/a.svg", "b");
    assert_string_equal(told(w, PATIENCE_MS), "assets/a.svg ");
    rename(path_of(w, "one/config/panels"), path_of(w, "one/config/old"));
    assert_non_null(strchr(told(w, PATIENCE_MS), '*'));
}

static void a_link_that_is_turned_round_is_followed(void **state)
{
    struct watched *w = *state;

    mkdir(path_of(w, "two"), 0755);
    mkdir(path_of(w, "two/config"), 0755);
    assert_int_equal(symlink("two", path_of(w, "next")), 0);
    rename(path_of(w, "next"), path_of(w, "exhibit"));
    assert_string_equal(told(w, PATIENCE_MS), "*");
    put(w, "two/config/words.yaml", "b");
    assert_string_equal(told(w, PATIENCE_MS), "config/words.yaml ");
    put(w, "one/config/theme.yaml", "c");
    assert_string_equal(told(w, QUIET_MS), "");
}

static void a_folder_that_vanishes_may_come_back(void **state)
{
    struct watched *w = *state;

    rename(path_of(w, "one"), path_of(w, "gone"));
    assert_non_null(strchr(told(w, PATIENCE_MS), '*'));
    unlink(path_of(w, "exhibit"));
    assert_non_null(strchr(told(w, PATIENCE_MS), '*'));
    rename(path_of(w, "gone"), path_of(w, "exhibit"));
    assert_non_null(strchr(told(w, PATIENCE_MS), '*'));
    put(w, "exhibit/config/theme.yaml", "c");
    assert_string_equal(told(w, PATIENCE_MS), "config/theme.yaml ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_save_is_told_once, begin, end),
        cmocka_unit_test_setup_teardown(what_is_no_exhibit_is_passed_over, begin, end),
        cmocka_unit_test_setup_teardown(folders_that_come_and_go_are_followed, begin, end),
        cmocka_unit_test_setup_teardown(a_link_that_is_turned_round_is_followed, begin, end),
        cmocka_unit_test_setup_teardown(a_folder_that_vanishes_may_come_back, begin, end),
    };

    watch_destroy(NULL);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
