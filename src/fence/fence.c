/* A list of what is allowed (libseccomp); all else fails with EPERM, which libraries know how to take. The limits are rlimits, so that they
 * hold without seccomp too. */
#include "fence/fence.h"

#include "beside/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define NAMESPACES (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET)
#define MAKING (O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY))

static void limit(int resource, rlim_t most)
{
    struct rlimit bound;

    if (getrlimit(resource, &bound) != 0)
        return;
    bound.rlim_max = bound.rlim_max == RLIM_INFINITY || bound.rlim_max > most ? most : bound.rlim_max;
    bound.rlim_cur = bound.rlim_max;
    setrlimit(resource, &bound);
}

/* oom_score_adj of proc(5): 1000 is "this one first". */
static void be_first_to_go(void)
{
    int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);

    if (fd < 0)
        return;
    ssize_t written = write(fd, "1000", 4);

    (void)written; /* only a wish */
    close(fd);
}

void fence_prepare(const struct fence *fence)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_DUMPABLE, 0);
    close_range(BESIDE_SOCKET + 1, ~0U, 0);
    be_first_to_go();
    limit(RLIMIT_CORE, 0);
#ifndef BASE_ADDRESS_SANITIZER /* which reserves terabytes that it never uses */
    limit(RLIMIT_AS, fence->memory_bytes);
#else
    (void)fence;
#endif
}

/* Memory, threads of one's own, time, and the files that were handed over. */
static const int allowed[] = {
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(dup),
    SCMP_SYS(fstat),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(tgkill),
    SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(sysinfo),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

/* What makes a sound: files, devices, and servers that may be there (PulseAudio, PipeWire). ALSA's own mixer, which most sound cards are
 * heard through, is a fork of whoever opens the device first, with a socket in /tmp and memory that others attach to. */
static const int sounding[] = {
    SCMP_SYS(newfstatat),  SCMP_SYS(statx),        SCMP_SYS(statfs),      SCMP_SYS(fstatfs),        SCMP_SYS(access),
    SCMP_SYS(faccessat),   SCMP_SYS(faccessat2),   SCMP_SYS(readlink),    SCMP_SYS(readlinkat),     SCMP_SYS(getdents64),
    SCMP_SYS(getcwd),      SCMP_SYS(umask),        SCMP_SYS(fcntl),       SCMP_SYS(ioctl),          SCMP_SYS(poll),
    SCMP_SYS(ppoll),       SCMP_SYS(select),       SCMP_SYS(pselect6),    SCMP_SYS(epoll_create1),  SCMP_SYS(epoll_ctl),
    SCMP_SYS(epoll_wait),  SCMP_SYS(epoll_pwait),  SCMP_SYS(eventfd2),    SCMP_SYS(timerfd_create), SCMP_SYS(timerfd_settime),
    SCMP_SYS(pipe2),       SCMP_SYS(memfd_create), SCMP_SYS(ftruncate),   SCMP_SYS(connect),        SCMP_SYS(bind),
    SCMP_SYS(listen),      SCMP_SYS(accept),       SCMP_SYS(accept4),     SCMP_SYS(shutdown),       SCMP_SYS(getsockname),
    SCMP_SYS(getpeername), SCMP_SYS(getsockopt),   SCMP_SYS(setsockopt),  SCMP_SYS(recvfrom),       SCMP_SYS(sendto),
    SCMP_SYS(shmget),      SCMP_SYS(shmat),        SCMP_SYS(shmdt),       SCMP_SYS(shmctl),         SCMP_SYS(semget),
    SCMP_SYS(semop),       SCMP_SYS(semtimedop),   SCMP_SYS(semctl),      SCMP_SYS(chmod),          SCMP_SYS(fchmodat),
    SCMP_SYS(unlink),      SCMP_SYS(unlinkat),     SCMP_SYS(setsid),      SCMP_SYS(wait4),          SCMP_SYS(getppid),
    SCMP_SYS(getuid),      SCMP_SYS(geteuid),      SCMP_SYS(getgid),      SCMP_SYS(getegid),        SCMP_SYS(getresuid),
    SCMP_SYS(getresgid),   SCMP_SYS(getpriority),  SCMP_SYS(setpriority), SCMP_SYS(sched_getparam), SCMP_SYS(sched_getscheduler),
    SCMP_SYS(uname),       SCMP_SYS(clock_getres),
};

static bool allow(scmp_filter_ctx filter, const int *calls, size_t count)
{
    bool fine = true;

    for (size_t i = 0; fine && i < count; i++)
        fine = seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0) == 0;
    return fine;
}

static bool allow_where(scmp_filter_ctx filter, int call, struct scmp_arg_cmp argument)
{
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &argument) == 0;
}

/* Clients of PulseAudio make their folder before they look for the server in it, and take it well only that it is there already. */
static bool deny_folders(scmp_filter_ctx filter)
{
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EEXIST), SCMP_SYS(mkdir), 0) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(EEXIST), SCMP_SYS(mkdirat), 0) == 0;
}

/* fstat of newer C libraries is newfstatat of an open file; fcntl only asks; clone only makes threads. */
static bool allow_what_was_given(scmp_filter_ctx filter)
{
    return allow_where(filter, SCMP_SYS(newfstatat), (struct scmp_arg_cmp){3, SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH}) &&
           allow_where(filter, SCMP_SYS(fcntl), (struct scmp_arg_cmp){1, SCMP_CMP_EQ, F_GETFL, 0}) &&
           allow_where(filter, SCMP_SYS(fcntl), (struct scmp_arg_cmp){1, SCMP_CMP_EQ, F_GETFD, 0}) &&
           allow_where(filter, SCMP_SYS(clone),
                       (struct scmp_arg_cmp){0, SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM});
}

static bool allow_sound(scmp_filter_ctx filter, bool makes)
{
    return allow(filter, sounding, COUNTOF(sounding)) && deny_folders(filter) &&
           allow_where(filter, SCMP_SYS(openat), (struct scmp_arg_cmp){2, SCMP_CMP_MASKED_EQ, makes ? 0 : MAKING, 0}) &&
           allow_where(filter, SCMP_SYS(socket), (struct scmp_arg_cmp){0, SCMP_CMP_EQ, AF_UNIX, 0}) &&
           allow_where(filter, SCMP_SYS(prctl), (struct scmp_arg_cmp){0, SCMP_CMP_EQ, PR_SET_NAME, 0}) &&
           allow_where(filter, SCMP_SYS(clone), (struct scmp_arg_cmp){0, SCMP_CMP_MASKED_EQ, NAMESPACES, 0});
}

/* clone3, which cannot be looked into, is not there, so that clone is called. */
bool fence_close(const struct fence *fence)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    bool fine = filter && seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0 && allow(filter, allowed, COUNTOF(allowed)) &&
                seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 &&
                (fence->opens ? allow_sound(filter, fence->makes) : allow_what_was_given(filter)) && seccomp_load(filter) == 0;

    seccomp_release(filter);
    return fine;
}
