/* What the service manager hears, and how falls in a row are counted. */
#include "warden/warden.h"

#include "base/clock.h"
#include "warden/falls.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[32], file[64];

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof(folder), "/tmp/warden-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(file, sizeof(file), "%s/falls", folder);
    setenv("STATE_DIRECTORY", folder, 1);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(file);
    unsetenv("STATE_DIRECTORY");
    return rmdir(folder);
}

/* ---- the manager ---- */

/* Listens at that name; '@' in front: one that is no file. */
static int listen_at(const char *name)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int heard = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

    memcpy(address.sun_path, name, strlen(name));
    if (name[0] == '@')
        address.sun_path[0] = '\0';
    assert_int_equal(bind(heard, (const struct sockaddr *)&address, (socklen_t)(offsetof(struct sockaddr_un, sun_path) + strlen(name))), 0);
    setenv("NOTIFY_SOCKET", name, 1);
    return heard;
}

static void assert_heard(int heard, const char *text)
{
    char message[256] = "";
    ssize_t length = recv(heard, message, sizeof(message) - 1, 0);

    if (length < 0)
        assert_int_equal(errno, EAGAIN);
    assert_string_equal(message, text);
}

static void what_a_manager_hears(void **state)
{
    struct warden warden;
    int heard = listen_at(file);

    (void)state;
    setenv("WATCHDOG_USEC", "6000000", 1);
    warden_begin(&warden);
    assert_null(getenv("NOTIFY_SOCKET")); /* nobody else takes it for theirs */
    assert_null(getenv("WATCHDOG_USEC"));
    assert_true(warden_is_kept(&warden));
    assert_int_equal(warden_deadline(&warden), CLOCK_NEVER);
    warden_ask(&warden);
    assert_int_equal(alarm(0), 12);
    warden_goes_on(&warden);
    assert_heard(heard, "EXTEND_TIMEOUT_USEC=60000000");
    warden_say(&warden, "scene panel/one lang=en via=touch");
    assert_heard(heard, "STATUS=shows panel/one lang=en via=touch");
    warden_say(&warden, "closed until 2026-12-01 10:00");
    assert_heard(heard, "STATUS=closed until 2026-12-01 10:00");
    warden_say(&warden, "settings lang=en text=large contrast=normal via=touch");
    assert_heard(heard, "");
    warden_is_ready(&warden, 100);
    assert_int_equal(warden_deadline(&warden), 100);
    warden_tell(&warden, 100);
    assert_heard(heard, "READY=1\nWATCHDOG=1");
    assert_int_equal(warden_deadline(&warden), 3100);
    warden_goes_on(&warden); /* another exhibit is shown */
    assert_heard(heard, "");
    warden_is_ready(&warden, 200);
    assert_int_equal(warden_deadline(&warden), 3100);
    warden_tell(&warden, 3100);
    assert_heard(heard, "WATCHDOG=1");
    warden_ask(&warden);
    assert_int_equal(alarm(0), 3);
    warden_end(&warden);
    assert_heard(heard, "STOPPING=1\nSTATUS=ended");
    close(heard);
}

/* It hears that we are ready when it listens again, and nothing else ever wakes us. */
static void without_watchdog_it_is_told_once(void **state)
{
    struct warden warden;
    int heard = listen_at("@vitrina-test-warden");

    (void)state;
    close(heard);
    warden_begin(&warden);
    warden_is_ready(&warden, 100);
    warden_tell(&warden, 100);
    assert_int_equal(warden_deadline(&warden), 1100);
    heard = listen_at("@vitrina-test-warden");
    warden_tell(&warden, 1100);
    assert_heard(heard, "READY=1\nWATCHDOG=1");
    assert_int_equal(warden_deadline(&warden), CLOCK_NEVER);
    warden_end(&warden);
    close(heard);
    unsetenv("NOTIFY_SOCKET");
}

static void patience_is_read_as_it_is_meant(void **state)
{
    char ours[24], others[24];
    const struct {
        const char *usec, *pid;
        int64_t patience_ms;
    } rows[] = {
        {NULL, NULL, 0},        {"6000000", NULL, 6000}, {"6000000", ours, 6000},
        {"6000000", others, 0}, {"0", NULL, 0},          {"-6000000", NULL, 0},
        {"6000000s", NULL, 0},  {"", NULL, 0},           {"99999999999999999999", NULL, 0},
    };

    (void)state;
    snprintf(ours, sizeof(ours), "%ld", (long)getpid());
    snprintf(others, sizeof(others), "%ld", (long)getpid() + 1);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct manager manager;
        int heard = listen_at("@vitrina-test-patience");

        if (rows[i].usec)
            setenv("WATCHDOG_USEC", rows[i].usec, 1);
        if (rows[i].pid)
            setenv("WATCHDOG_PID", rows[i].pid, 1);
        manager_open(&manager);
        assert_int_equal(manager.patience_ms, rows[i].patience_ms);
        manager_close(&manager);
        close(heard);
    }
}

static void nobody_listens(void **state)
{
    static const char *const names[] = {"", "@", "relative", "/"};
    struct warden warden;

    (void)state;
    unsetenv("NOTIFY_SOCKET");
    warden_begin(&warden);
    assert_false(warden_is_kept(&warden));
    for (size_t i = 0; i < COUNTOF(names); i++) {
        setenv("NOTIFY_SOCKET", names[i], 1);
        warden_begin(&warden);
        assert_false(warden_is_kept(&warden));
        warden_is_ready(&warden, 0);
        assert_int_equal(warden_deadline(&warden), CLOCK_NEVER);
        warden_end(&warden);
    }
}

/* ---- falls ---- */

/* One start; returns the falls before it. */
static int fall(const char *what)
{
    struct falls falls = {0};
    int before = falls_begin(&falls, what, 0);

    assert_int_equal(falls_begin(&falls, what, 0), before); /* still the same start */
    free(falls.what);
    free(falls.path);
    return before;
}

static void falls_are_counted_for_what_fell(void **state)
{
    (void)state;
    for (int i = 0; i < 25; i++)
        assert_int_equal(fall("this"), i);
    assert_int_equal(fall("another"), 0);
    assert_int_equal(fall("this"), 0);
    assert_int_equal(fall("thi"), 0);
    assert_int_equal(fall("this and more"), 0);
    assert_int_equal(fall("this and more"), 1);
}

static void what_goes_well_or_is_told_to_end_has_not_fallen(void **state)
{
    struct falls falls = {0};

    (void)state;
    for (int i = 0; i < 3; i++)
        fall("this");
    assert_int_equal(falls_begin(&falls, "this", 1000), 3);
    assert_int_equal(falls_deadline(&falls), 1000 + FALLS_WELL_MS);
    falls_forgive(&falls); /* the display is lost */
    falls_end(&falls, false);
    assert_int_equal(falls_begin(&falls, "this", 1000), 3);
    falls_tick(&falls, false, 1000 + FALLS_WELL_MS - 1);
    assert_int_equal(fall("this"), 4);
    falls_tick(&falls, false, 1000 + FALLS_WELL_MS);
    assert_int_equal(falls_deadline(&falls), CLOCK_NEVER);
    falls_end(&falls, false);
    for (int i = 0; i < FALLS_PRISTINE; i++)
        assert_int_equal(fall("this"), i);
    assert_int_equal(falls_begin(&falls, "this", 0), FALLS_PRISTINE);
    falls_tick(&falls, true, FALLS_WELL_MS); /* another copy: it says nothing of what fell */
    assert_int_equal(fall("this"), FALLS_PRISTINE);
    falls_forgive(&falls);
    falls_end(&falls, false);
    assert_int_equal(falls_begin(&falls, "this", 0), FALLS_PRISTINE);
    falls_tick(&falls, false, FALLS_WELL_MS); /* there was nothing else to show, and it runs */
    assert_int_equal(fall("this"), 0);
    falls_end(&falls, true);
    assert_int_equal(fall("this"), 0);
}

static void put(const char *bytes, size_t size)
{
    int fd = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    assert_true(fd >= 0 && write(fd, bytes, size) == (ssize_t)size);
    close(fd);
}

static void broken_counts_are_none(void **state)
{
    static const char *const texts[] = {"", "\n", "  20", "  20 this", "nonsense", "9999999999999999999999 this"};
    char whole[4097], broken[4096];

    (void)state;
    for (size_t i = 0; i < COUNTOF(texts); i++) {
        put(texts[i], strlen(texts[i]));
        assert_int_equal(fall("this"), 0);
        assert_int_equal(fall("this"), 1);
    }
    int fd = open(file, O_RDONLY);

    assert_int_equal(read(fd, whole, sizeof(whole)), 4096);
    close(fd);
    for (size_t i = 0; i < 10; i++) { /* each sign of it, once */
        memcpy(broken, whole, sizeof(broken));
        broken[i] = i < 4 ? '-' : '~';
        put(broken, sizeof(broken));
        assert_int_equal(fall("this"), 0);
    }
    put(whole, 4095);
    assert_int_equal(fall("this"), 0);
}

static void where_it_cannot_be_kept_there_are_none(void **state)
{
    (void)state;
    assert_int_equal(mkdir(file, 0700), 0);
    assert_int_equal(fall("this"), 0);
    assert_int_equal(fall("this"), 0);
    assert_int_equal(rmdir(file), 0);
    assert_int_equal(symlink("/dev/full", file), 0);
    assert_int_equal(fall("this"), 0);
    assert_int_equal(unlink(file), 0);
    setenv("STATE_DIRECTORY", "/dev/null", 1);
    assert_int_equal(fall("this"), 0);
    assert_int_equal(fall("this"), 0);
}

/* One start that may be well yet is nothing to tell. */
static void falls_are_told_to_others(void **state)
{
    struct falls falls = {0};
    char *what;

    (void)state;
    for (int i = 0; i < 3; i++) {
        assert_int_equal(falls_told(&what), i > 1 ? i : 0);
        assert_true(i > 1 ? strcmp(what, "this and more") == 0 : what == NULL);
        free(what);
        fall("this and more");
    }
    falls_begin(&falls, "this and more", 0);
    assert_int_equal(falls_told(&what), 4);
    free(what);
    falls_tick(&falls, true, FALLS_WELL_MS);
    assert_int_equal(falls_told(&what), 3); /* something else goes well */
    free(what);
    falls_end(&falls, true);
    assert_int_equal(falls_told(&what), 0);
    assert_null(what);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_a_manager_hears, make_folder, remove_folder),
        cmocka_unit_test(without_watchdog_it_is_told_once),
        cmocka_unit_test(patience_is_read_as_it_is_meant),
        cmocka_unit_test(nobody_listens),
        cmocka_unit_test_setup_teardown(falls_are_counted_for_what_fell, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(falls_are_told_to_others, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(what_goes_well_or_is_told_to_end_has_not_fallen, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(broken_counts_are_none, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(where_it_cannot_be_kept_there_are_none, make_folder, remove_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
