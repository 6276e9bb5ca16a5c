/* The wish to end: heard whenever it comes, and obeyed by whoever is busy. */
#include "platform/signals.h"

#include "base/clock.h"
#include "base/mem.h"

#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void wake(void *context)
{
    int *ends = context;

    assert_int_equal(write(ends[1], "!", 1), 1);
}

static void each_signal_wakes(void **state)
{
    static const int numbers[] = {SIGTERM, SIGINT, SIGHUP};

    (void)state;
    for (size_t i = 0; i < COUNTOF(numbers); i++) {
        struct signals *signals = signals_create();
        int ends[2];
        char said;

        assert_int_equal(pipe(ends), 0);
        kill(getpid(), SIGUSR1); /* means nothing */
        signals_wake(signals, wake, ends);
        assert_false(signals_ask_to_end(signals));
        kill(getpid(), numbers[i]);
        assert_int_equal(read(ends[0], &said, 1), 1);
        assert_true(signals_ask_to_end(signals));
        kill(getpid(), numbers[i]); /* once more changes nothing */
        signals_destroy(signals);
        close(ends[0]);
        close(ends[1]);
    }
    signals_destroy(NULL);
}

static void one_that_came_early_wakes_later(void **state)
{
    struct signals *signals = signals_create();
    int ends[2];
    char said;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    kill(getpid(), SIGTERM);
    while (!signals_ask_to_end(signals))
        continue;
    signals_wake(signals, wake, ends);
    signals_wake(signals, NULL, NULL);
    assert_int_equal(read(ends[0], &said, 1), 1);
    signals_destroy(signals);
    close(ends[0]);
    close(ends[1]);
}

/* Whoever waits for the end of a process is woken, and goes on. */
static void the_end_of_a_process_wakes(void **state)
{
    struct signals *signals = signals_create();
    int ends[2];
    char said;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    signals_wake(signals, wake, ends);
    for (int i = 0; i < 2; i++) {
        pid_t pid = fork();

        assert_true(pid >= 0);
        if (pid == 0)
            _exit(0);
        assert_int_equal(read(ends[0], &said, 1), 1);
        assert_int_equal(waitpid(pid, NULL, 0), pid);
    }
    assert_false(signals_ask_to_end(signals));
    signals_destroy(signals);
    close(ends[0]);
    close(ends[1]);
}

static void without_a_signal_it_ends_too(void **state)
{
    (void)state;
    for (int i = 0; i < 20; i++)
        signals_destroy(signals_create());
}

/* The rest runs in a process of its own. How it ended, and after how long. */
static int end_of(void (*busy)(void), int64_t *took_ms)
{
    int64_t began = clock_now_ms();
    pid_t pid = fork();
    int status = 0;

    assert_true(pid >= 0);
    if (pid == 0) {
        busy();
        _exit(99);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    *took_ms = clock_now_ms() - began;
    return status;
}

static void never_come_back(void)
{
    signals_create();
    kill(getpid(), SIGINT);
    sleep(20);
}

static void come_back_in_time(void)
{
    struct signals *signals = signals_create();

    kill(getpid(), SIGTERM);
    while (!signals_ask_to_end(signals))
        continue;
    signals_destroy(signals);
    poll(NULL, 0, 600); /* and then nobody is in a hurry */
}

static void be_like_before(void)
{
    signals_destroy(signals_create());
    kill(getpid(), SIGTERM);
}

static void ignore_hangups(void)
{
    signal(SIGHUP, SIG_IGN);
    signals_create();
    kill(getpid(), SIGHUP);
    poll(NULL, 0, 600);
}

static void who_is_busy_is_ended(void **state)
{
    int64_t took_ms;
    int status = end_of(never_come_back, &took_ms);

    (void)state;
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_in_range(took_ms, 400, 5000);
    assert_int_equal(WEXITSTATUS(end_of(come_back_in_time, &took_ms)), 99);
    assert_int_equal(WEXITSTATUS(end_of(ignore_hangups, &took_ms)), 99);
    status = end_of(be_like_before, &took_ms);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_signal_wakes),          cmocka_unit_test(one_that_came_early_wakes_later),
        cmocka_unit_test(the_end_of_a_process_wakes), cmocka_unit_test(without_a_signal_it_ends_too),
        cmocka_unit_test(who_is_busy_is_ended),
    };

    return cmocka_run_group_tests_name("signals", tests, NULL, NULL);
}
