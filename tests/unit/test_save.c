/* Files that are there whole or not at all. */
#include "base/save.h"

#include "base/mem.h"
#include "base/state.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[32], path[64];

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof(folder), "/tmp/save-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof(path), "%s/file", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder); /* fails where something is left beside the file */
}

static void put(const char *text)
{
    struct save save;

    assert_true(save_begin(&save, path));
    assert_true(save_write(save.fd, text, strlen(text)));
    assert_true(save_end(&save, true));
}

static void holds(const char *text)
{
    char found[64] = {0};
    int fd = open(path, O_RDONLY);

    assert_true(fd >= 0);
    assert_int_equal(read(fd, found, sizeof(found) - 1), strlen(text));
    assert_string_equal(found, text);
    close(fd);
}

static void new_takes_the_place_of_old(void **state)
{
    struct save save;

    (void)state;
    put("old");
    assert_true(save_begin(&save, path));
    assert_true(save_write(save.fd, "new and longer", 14));
    holds("old"); /* until it is whole */
    assert_true(save_end(&save, true));
    holds("new and longer");
}

static void what_is_not_kept_leaves_nothing(void **state)
{
    struct save save;

    (void)state;
    put("old");
    assert_true(save_begin(&save, path));
    assert_true(save_write(save.fd, "new", 3));
    assert_true(save_end(&save, false));
    holds("old");
}

/* A link is replaced, not followed: what it leads to is somebody else's. */
static void links_are_replaced(void **state)
{
    char other[64];

    (void)state;
    snprintf(other, sizeof(other), "%s/other", folder);
    put("old");
    assert_int_equal(rename(path, other), 0);
    assert_int_equal(symlink(other, path), 0);
    put("new");
    holds("new");
    assert_int_equal(rename(other, path), 0);
    holds("old");
}

static void errors_are_told(void **state)
{
    static const struct {
        const char *path;
        int error;
    } rows[] = {
        {"/nowhere/at/all", ENOENT},
        {"/dev/null/file", ENOTDIR},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct save save;

        errno = 0;
        assert_false(save_begin(&save, rows[i].path));
        assert_int_equal(errno, rows[i].error);
    }

    struct save save;

    assert_int_equal(mkdir(path, 0777), 0); /* a folder stands in its place */
    assert_true(save_begin(&save, path));
    assert_false(save_end(&save, true));
    assert_int_equal(errno, EISDIR);
    assert_int_equal(rmdir(path), 0);

    assert_true(save_begin(&save, "/dev/full"));
    assert_false(save_write(save.fd, "x", 1));
    assert_int_equal(errno, ENOSPC);
    assert_true(save_end(&save, false));
}

static void devices_stay(void **state)
{
    struct stat info;

    (void)state;
    assert_true(save_whole("/dev/null", (struct bytes){"x", 1}));
    assert_int_equal(stat("/dev/null", &info), 0);
    assert_true(S_ISCHR(info.st_mode));
}

/* What lies at a note's place may be anything: it is none then, and reading it ends. */
static void notes_are_files_of_our_own(void **state)
{
    char *place, *text;

    (void)state;
    setenv("STATE_DIRECTORY", folder, 1);
    place = state_path("note");
    assert_null(state_read_note("note", 8));
    assert_true(state_keep_note("note", "12345678"));
    text = state_read_note("note", 4);
    assert_string_equal(text, "1234");
    free(text);
    assert_true(state_keep_note("note", ""));
    assert_true(state_keep_note("note", ""));
    assert_true(state_keep_note_surely("note", "sure"));
    text = state_read_note("note", 8);
    assert_string_equal(text, "sure");
    free(text);
    assert_true(state_keep_note_surely("note", ""));
    assert_false(state_keep_note_surely("no such folder/note", "sure"));
    assert_int_equal(errno, ENOENT);
    assert_int_equal(mkfifo(place, 0600), 0);
    free(state_read_note("note", 8));
    assert_int_equal(unlink(place), 0);
    assert_int_equal(symlink("/etc/passwd", place), 0);
    assert_null(state_read_note("note", 8));
    assert_int_equal(unlink(place), 0);
    free(place);
    unsetenv("STATE_DIRECTORY");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(new_takes_the_place_of_old, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(what_is_not_kept_leaves_nothing, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(links_are_replaced, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(errors_are_told, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(devices_stay, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(notes_are_files_of_our_own, make_folder, remove_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
