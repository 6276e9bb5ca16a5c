/* Scaled copies on the disk: only what is whole and of that name is taken for one, and they keep to their bound. */
#include "copies/shelf.h"

#include "copies/contents.h"
#include "support/temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { SIZE = 300, PLENTY = 1 << 20, PATH_BYTES = 512 };

static bool always(void *context)
{
    (void)context;
    return true;
}

static const struct shelf_pause at_once = {always, NULL};
static const struct hash name = {1, 2};

static int setup(void **state)
{
    *state = temporary_create();
    return 0;
}

static int teardown(void **state)
{
    temporary_destroy(*state);
    return 0;
}

static void fill(char *pixels, int seed)
{
    for (int i = 0; i < SIZE; i++)
        pixels[i] = (char)(i * 7 + seed);
}

static bool put(const struct shelf *shelf, struct hash as, int seed)
{
    char pixels[SIZE];

    fill(pixels, seed);
    return shelf_put(shelf, as, (struct bytes){pixels, SIZE}, at_once);
}

static bool has(const struct shelf *shelf, struct hash as, int seed)
{
    char pixels[SIZE], wanted[SIZE];

    fill(wanted, seed);
    return shelf_get(shelf, as, pixels, SIZE) && memcmp(pixels, wanted, SIZE) == 0;
}

/* The one copy in the folder. */
static void only_copy(const char *folder, char path[PATH_BYTES])
{
    DIR *directory = opendir(folder);

    assert_int_equal(temporary_count(folder, ""), 1);
    for (struct dirent *entry; (entry = readdir(directory));)
        if (entry->d_name[0] != '.')
            snprintf(path, PATH_BYTES, "%s/%s", folder, entry->d_name);
    closedir(directory);
}

static void copies_outlive_the_shelf(void **state)
{
    struct shelf *shelf = shelf_create(*state, PLENTY);
    char longer[SIZE + 1];

    assert_false(has(shelf, name, 1));
    assert_true(put(shelf, name, 1));
    shelf_destroy(shelf);
    shelf = shelf_create(*state, PLENTY);
    assert_true(has(shelf, name, 1));
    assert_false(has(shelf, (struct hash){2, 1}, 1));
    assert_false(shelf_get(shelf, name, longer, sizeof(longer)));
    assert_true(put(shelf, name, 2));
    assert_true(has(shelf, name, 2));
    shelf_destroy(shelf);
}

static void damage_at_any_byte_is_seen(void **state)
{
    struct shelf *shelf = shelf_create(*state, PLENTY);
    char path[PATH_BYTES], pixels[SIZE], byte;
    struct stat info;

    assert_true(put(shelf, name, 1));
    only_copy(*state, path);
    int fd = open(path, O_RDWR);

    assert_int_equal(fstat(fd, &info), 0);
    assert_true(info.st_size > SIZE);
    for (off_t at = 0; at < info.st_size; at++) {
        assert_int_equal(pread(fd, &byte, 1, at), 1);
        byte ^= 0x10;
        assert_int_equal(pwrite(fd, &byte, 1, at), 1);
        if (shelf_get(shelf, name, pixels, SIZE))
            fail_msg("byte %ld is not missed", (long)at);
        byte ^= 0x10;
        assert_int_equal(pwrite(fd, &byte, 1, at), 1);
    }
    assert_true(has(shelf, name, 1));
    assert_int_equal(ftruncate(fd, info.st_size + 1), 0);
    assert_false(shelf_get(shelf, name, pixels, SIZE));
    for (off_t length = info.st_size - 1; length >= 0; length--) {
        assert_int_equal(ftruncate(fd, length), 0);
        assert_false(shelf_get(shelf, name, pixels, SIZE));
    }
    close(fd);
    assert_true(put(shelf, name, 1)); /* and is made good */
    assert_true(has(shelf, name, 1));
    shelf_destroy(shelf);
}

/* A copy under another's name, as a curator might make it. */
static void a_renamed_copy_is_not_taken(void **state)
{
    struct shelf *shelf = shelf_create(*state, PLENTY);
    const struct hash other = {3, 4};
    char path[PATH_BYTES], moved[PATH_BYTES];

    assert_true(put(shelf, name, 1));
    only_copy(*state, path);
    snprintf(moved, sizeof(moved), "%s/00000000000000030000000000000004.copy", (const char *)*state);
    assert_int_equal(rename(path, moved), 0);
    assert_false(has(shelf, other, 1));
    assert_false(has(shelf, name, 1));
    assert_true(put(shelf, other, 1));
    only_copy(*state, path);
    assert_string_equal(path, moved);
    shelf_destroy(shelf);
}

/* As if it had last been used so many days ago. */
static void age(const char *folder, int number, int days)
{
    char path[PATH_BYTES];
    struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_sec = time(NULL) - days * 86400L}};

    snprintf(path, sizeof(path), "%s/%016x%016x.copy", folder, number, number);
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static struct hash numbered(int number)
{
    return (struct hash){(uint64_t)number, (uint64_t)number};
}

static void the_least_used_make_room(void **state)
{
    struct shelf *shelf = shelf_create(*state, 4 * (SIZE + 100));

    for (int i = 1; i <= 4; i++) {
        assert_true(put(shelf, numbered(i), i));
        age(*state, i, 10 - i);
    }
    assert_true(has(shelf, numbered(1), 1)); /* the oldest is of use again */
    assert_true(put(shelf, numbered(5), 5));
    assert_true(put(shelf, numbered(6), 6));
    for (int i = 1; i <= 6; i++)
        assert_int_equal(has(shelf, numbered(i), i), i != 2 && i != 3);
    shelf_destroy(shelf);
    shelf = shelf_create(*state, SIZE); /* nothing fits, so nothing has to go */
    errno = 0;
    assert_false(put(shelf, numbered(7), 7));
    assert_int_equal(errno, ENOSPC);
    assert_true(has(shelf, numbered(6), 6));
    shelf_destroy(shelf);
}

/* What was found or written since makes no room; what nobody has asked for does. */
static void what_is_spared_stays(void **state)
{
    struct shelf *shelf = shelf_create(*state, 4 * (SIZE + 100));

    for (int i = 1; i <= 4; i++) {
        assert_true(put(shelf, numbered(i), i));
        age(*state, i, 10 - i);
    }
    shelf_spare_used(shelf);
    assert_true(shelf_has(shelf, numbered(1), SIZE));
    assert_false(shelf_has(shelf, numbered(2), SIZE - 1));
    assert_false(shelf_has(shelf, numbered(5), SIZE));
    for (int i = 5; i <= 7; i++)
        assert_true(put(shelf, numbered(i), i));
    errno = 0;
    assert_false(put(shelf, numbered(8), 8));
    assert_int_equal(errno, ENOSPC);
    for (int i = 1; i <= 8; i++)
        assert_int_equal(has(shelf, numbered(i), i), i == 1 || (i >= 5 && i <= 7));
    shelf_destroy(shelf);
}

/* A folder named like a copy, older than all, and what a program that is gone had begun: neither is in the way. */
static void what_is_no_copy_is_not_in_the_way(void **state)
{
    struct shelf *shelf = shelf_create(*state, 4 * (SIZE + 100));
    char path[PATH_BYTES];
    pid_t gone = fork();

    if (gone == 0)
        _exit(0);
    assert_int_equal(waitpid(gone, NULL, 0), gone);
    snprintf(path, sizeof(path), "%s/%016x%016x.copy", (const char *)*state, 1, 1);
    assert_int_equal(mkdir(path, 0700), 0);
    age(*state, 1, 100);
    snprintf(path, sizeof(path), "%s/.vitrina-%d.part", (const char *)*state, (int)gone);
    close(open(path, O_CREAT | O_WRONLY, 0600));
    for (int i = 2; i <= 8; i++)
        assert_true(put(shelf, numbered(i), i));
    assert_true(has(shelf, numbered(8), 8));
    assert_int_equal(temporary_count(*state, ".part"), 0);
    shelf_destroy(shelf);
}

/* On a disk that others fill copies go only where that makes room, and no more than two for one. */
static void a_full_disk_does_not_cost_all_copies(void **state)
{
    enum { MB = 1024 * 1024 };
    static const struct {
        int64_t free_mb, copies_mb;
        bool may;
    } rows[] = {{500, 0, true}, {72, 0, true}, {71, 0, false}, {71, 1, true}, {56, 400, true}, {55, 400, false}, {0, 400, false}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) /* 64 MB are left to others; one of 8 MB is to be written */
        assert_int_equal(shelf_may_clear(rows[i].free_mb * MB, rows[i].copies_mb * MB, 8 * (int64_t)MB), rows[i].may);
}

/* Two programs that have one folder, and less room than both need: what one has taken away the other need not. */
static void two_share_a_shelf(void **state)
{
    enum { PUTS = 400 };
    struct shelf *shelf = shelf_create(*state, 4 * (SIZE + 100));
    pid_t other = fork();
    int status, failed = 0;

    for (int i = 0; i < PUTS; i++)
        failed += !put(shelf, numbered(2 * i + (other == 0)), i);
    if (other == 0)
        _exit(failed > 0);
    assert_int_equal(waitpid(other, &status, 0), other);
    assert_int_equal(failed, 0);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    shelf_destroy(shelf);
}

static bool twice(void *context)
{
    return --*(int *)context >= 0;
}

/* Nothing that is not whole is left behind. */
static void what_is_left_off_leaves_nothing(void **state)
{
    enum { LARGE = 1 << 20 };
    struct shelf *shelf = shelf_create(*state, 2 * LARGE);
    struct bytes pixels = {calloc(1, LARGE), LARGE};
    const struct rlimit small = {LARGE / 2, RLIM_INFINITY}, any = {RLIM_INFINITY, RLIM_INFINITY};
    int left = 2;

    assert_true(put(shelf, name, 1));
    assert_false(shelf_put(shelf, numbered(9), pixels, (struct shelf_pause){twice, &left}));
    assert_int_equal(errno, EINTR);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    assert_false(shelf_put(shelf, numbered(9), pixels, at_once));
    assert_int_equal(errno, EFBIG); /* as a disk that fills up meanwhile */
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &any), 0);
    assert_true(has(shelf, name, 1));
    assert_int_equal(temporary_count(*state, ""), 1);
    free((char *)pixels.at);
    shelf_destroy(shelf);
}

static void a_folder_that_cannot_be_made_is_no_shelf(void **state)
{
    char path[PATH_BYTES], below[PATH_BYTES + 16];

    snprintf(path, sizeof(path), "%s/file", (const char *)*state);
    snprintf(below, sizeof(below), "%s/folder", path);
    close(open(path, O_CREAT | O_WRONLY, 0600));
    struct shelf *shelf = shelf_create(below, PLENTY);

    assert_false(has(shelf, name, 1));
    assert_false(put(shelf, name, 1));
    assert_int_equal(errno, ENOTDIR);
    shelf_destroy(shelf);
}

/* ---- which content a file has ---- */

static int write_file(const char *folder, const char *file, const char *text)
{
    char path[PATH_BYTES];

    snprintf(path, sizeof(path), "%s/%s", folder, file);
    int fd = open(path, O_CREAT | O_RDWR | O_TRUNC, 0600);

    assert_true(write(fd, text, strlen(text)) == (ssize_t)strlen(text));
    return fd;
}

static struct hash look(struct contents *contents, int fd)
{
    struct hash hash;

    assert_true(contents_look(contents, fd, &hash));
    close(fd);
    return hash;
}

static void a_content_is_known_whatever_its_name(void **state)
{
    struct contents *contents = contents_create(*state);
    struct hash one = look(contents, write_file(*state, "one", "a photograph"));

    assert_true(hash_equal(one, look(contents, write_file(*state, "two", "a photograph"))));
    assert_false(hash_equal(one, look(contents, write_file(*state, "one", "b photograph")))); /* as long as before */
    assert_false(contents_changed(contents)); /* what has changed just now may change again unseen */
    contents_destroy(contents);
}

/* A file that has stood for long. */
static int open_old(void)
{
    return open("tests/pictures/grey.jpg", O_RDONLY);
}

static bool is_known(const char *folder, struct hash content)
{
    struct contents *contents = contents_create(folder);

    assert_true(hash_equal(look(contents, open_old()), content));
    bool known = !contents_changed(contents);

    contents_destroy(contents);
    return known;
}

static void contents_that_another_program_has_found_are_known(void **state)
{
    struct contents *ours = contents_create(*state), *others = contents_create(*state);

    look(ours, write_file(*state, "one", "a photograph")); /* it has looked for what is known, in vain */
    struct hash content = look(others, open_old());

    assert_true(contents_write(others));
    assert_true(hash_equal(look(ours, open_old()), content));
    assert_false(contents_changed(ours));
    contents_destroy(others);
    contents_destroy(ours);
}

static void contents_are_known_from_one_start_to_the_next(void **state)
{
    enum { BYTES = 200 }; /* of the beginning: behind it nothing else is */
    struct contents *contents = contents_create(*state);
    struct hash content = look(contents, open_old());
    char path[PATH_BYTES], byte;

    assert_true(contents_changed(contents));
    assert_false(is_known(*state, content));
    assert_true(contents_write(contents));
    assert_false(contents_changed(contents));
    contents_destroy(contents);
    assert_true(is_known(*state, content));
    snprintf(path, sizeof(path), "%s/contents", (const char *)*state);
    int fd = open(path, O_RDWR);

    for (off_t at = 0; at < BYTES; at++) {
        assert_int_equal(pread(fd, &byte, 1, at), 1);
        byte ^= 0x10;
        assert_int_equal(pwrite(fd, &byte, 1, at), 1);
        if (is_known(*state, content))
            fail_msg("byte %ld is not missed", (long)at);
        byte ^= 0x10;
        assert_int_equal(pwrite(fd, &byte, 1, at), 1);
    }
    assert_int_equal(ftruncate(fd, BYTES), 0);
    close(fd);
    assert_false(is_known(*state, content));
}

#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        IN_A_FOLDER(copies_outlive_the_shelf),
        IN_A_FOLDER(damage_at_any_byte_is_seen),
        IN_A_FOLDER(a_renamed_copy_is_not_taken),
        IN_A_FOLDER(the_least_used_make_room),
        IN_A_FOLDER(what_is_spared_stays),
        cmocka_unit_test(a_full_disk_does_not_cost_all_copies),
        IN_A_FOLDER(what_is_no_copy_is_not_in_the_way),
        IN_A_FOLDER(two_share_a_shelf),
        IN_A_FOLDER(what_is_left_off_leaves_nothing),
        IN_A_FOLDER(a_folder_that_cannot_be_made_is_no_shelf),
        IN_A_FOLDER(a_content_is_known_whatever_its_name),
        IN_A_FOLDER(contents_that_another_program_has_found_are_known),
        IN_A_FOLDER(contents_are_known_from_one_start_to_the_next),
    };

    signal(SIGXFSZ, SIG_IGN); /* as the program does */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
