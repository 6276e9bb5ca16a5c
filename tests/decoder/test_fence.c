/* What the decoder process cannot do behind its fence. Each try in a process of its own, since there is no way back. */
#include "decoder/fence.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static bool can_open(void)
{
    return syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY) >= 0 || syscall(SYS_openat, AT_FDCWD, ".", O_RDONLY) >= 0;
}

static bool can_make_file(void)
{
    return syscall(SYS_openat, AT_FDCWD, "made", O_WRONLY | O_CREAT, 0600) >= 0 || memfd_create("made", 0) >= 0;
}

static bool can_reach_network(void)
{
    return socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_INET6, SOCK_DGRAM, 0) >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
}

static bool can_start(void)
{
    char name[] = "true", *const arguments[] = {name, NULL};
    pid_t pid = fork();

    if (pid == 0)
        _exit(0);
    return pid > 0 || execv("/bin/true", arguments) == 0;
}

static bool can_signal(void)
{
    return kill(getppid(), 0) == 0;
}

static bool can_trace(void)
{
    return syscall(SYS_ptrace, 0, 0, 0, 0) == 0 || syscall(SYS_process_vm_readv, getppid(), NULL, 0, NULL, 0, 0) >= 0;
}

static bool can_take_two_gigabytes(void)
{
    return mmap(NULL, (size_t)2 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static bool can_write_what_it_has(void)
{
    return write(STDOUT_FILENO, "", 0) == 0;
}

static bool can_take_memory(void)
{
    return mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

enum { CAN, CANNOT, NO_FENCE };

/* The number a process ends with that tries it behind the fence. */
static int try(bool (*attempt)(void))
{
    int status = 0;
    pid_t pid = fork();

    if (pid == 0) {
        fence_prepare();
        _exit(!fence_close() ? NO_FENCE : attempt() ? CAN : CANNOT);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void fence_holds(void **state)
{
    static const struct {
        const char *name;
        bool (*attempt)(void);
        int outcome;
    } rows[] = {
        {"open", can_open, CANNOT},
        {"make a file", can_make_file, CANNOT},
        {"reach a network", can_reach_network, CANNOT},
        {"start", can_start, CANNOT},
        {"signal", can_signal, CANNOT},
        {"trace", can_trace, CANNOT},
#ifndef BASE_ADDRESS_SANITIZER
        {"take two gigabytes", can_take_two_gigabytes, CANNOT},
#endif
        {"write what it has", can_write_what_it_has, CAN},
        {"take memory", can_take_memory, CAN},
    };

    (void)state;
    (void)can_take_two_gigabytes;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        int outcome = try(rows[i].attempt);

        if (outcome != rows[i].outcome)
            fail_msg("%s: %s", rows[i].name, outcome == CAN ? "can" : outcome == CANNOT ? "cannot" : "there is no fence");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(fence_holds)};

    return cmocka_run_group_tests_name("fence", tests, NULL, NULL);
}
