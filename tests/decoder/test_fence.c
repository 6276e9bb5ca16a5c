/* What processes cannot do behind their fences. Each try in a process of its own, since there is no way back. */
#include "fence/fence.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
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
    const int ways[] = {O_WRONLY | O_CREAT, O_RDWR | O_CREAT | O_EXCL, O_WRONLY | O_TRUNC, O_RDWR | O_TMPFILE};
    bool can = false;

    for (size_t i = 0; i < COUNTOF(ways); i++)
        can = can || syscall(SYS_openat, AT_FDCWD, ways[i] & O_DIRECTORY ? "." : "/dev/null", ways[i], 0600) >= 0;
    return can || mkdir("made", 0700) == 0 || symlink("made", "made") == 0 || rename("made", "other") == 0 || errno != EPERM;
}

static bool can_make_memory_file(void)
{
    return memfd_create("made", 0) >= 0;
}

static bool can_reach_network(void)
{
    return socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_INET6, SOCK_DGRAM, 0) >= 0 || socket(AF_NETLINK, SOCK_RAW, 0) >= 0;
}

static bool can_reach_server(void)
{
    return socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
}

static bool can_fork(void)
{
    pid_t pid = fork();

    if (pid == 0)
        _exit(0);
    return pid > 0;
}

static bool can_start(void)
{
    char name[] = "true", *const arguments[] = {name, NULL};

    return execv("/bin/true", arguments) == 0;
}

static bool can_leave_its_namespace(void)
{
    return unshare(CLONE_NEWUSER) == 0 || syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, NULL, NULL, NULL, NULL) >= 0;
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
static int try(bool (*attempt)(void), const struct fence *fence)
{
    int status = 0;
    pid_t pid = fork();

    if (pid == 0) {
        fence_prepare(fence);
        _exit(!fence_close(fence) ? NO_FENCE : attempt() ? CAN : CANNOT);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* Of a process that draws, and of one that is heard. */
static void fence_holds(void **state)
{
    static const struct fence fences[] = {{.memory_bytes = 1 << 30}, {.memory_bytes = 1 << 30, .opens = true}};
    static const struct {
        const char *name;
        bool (*attempt)(void);
        int outcome[COUNTOF(fences)];
    } rows[] = {
        {"open", can_open, {CANNOT, CAN}},
        {"make a file", can_make_file, {CANNOT, CANNOT}},
        {"make a file in memory", can_make_memory_file, {CANNOT, CAN}},
        {"reach a network", can_reach_network, {CANNOT, CANNOT}},
        {"reach a server", can_reach_server, {CANNOT, CAN}},
        {"fork", can_fork, {CANNOT, CAN}},
        {"start", can_start, {CANNOT, CANNOT}},
        {"leave its namespace", can_leave_its_namespace, {CANNOT, CANNOT}},
        {"signal", can_signal, {CANNOT, CANNOT}},
        {"trace", can_trace, {CANNOT, CANNOT}},
#ifndef BASE_ADDRESS_SANITIZER
        {"take two gigabytes", can_take_two_gigabytes, {CANNOT, CANNOT}},
#endif
        {"write what it has", can_write_what_it_has, {CAN, CAN}},
        {"take memory", can_take_memory, {CAN, CAN}},
    };

    (void)state;
    (void)can_take_two_gigabytes;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        for (size_t f = 0; f < COUNTOF(fences); f++) {
            int outcome = try(rows[i].attempt, &fences[f]);

            if (outcome != rows[i].outcome[f])
                fail_msg("%s, fence %zu: %s", rows[i].name, f, outcome == CAN ? "can" : outcome == CANNOT ? "cannot" : "there is no fence");
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(fence_holds)};

    return cmocka_run_group_tests_name("fence", tests, NULL, NULL);
}
