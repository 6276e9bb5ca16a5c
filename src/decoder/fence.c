/* A list of what is allowed (libseccomp); all else fails with EPERM, which libraries know how to take. The limits are rlimits, so that they
 * hold without seccomp too. */
#include "decoder/fence.h"

#include "images/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* Behind the kiosk, which must not wait, and before what runs in the background. */
enum { NICENESS = 4 };

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

void fence_prepare(void)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_DUMPABLE, 0);
    close_range(BESIDE_SOCKET + 1, ~0U, 0);
    be_first_to_go();
    setpriority(PRIO_PROCESS, 0, NICENESS);
    limit(RLIMIT_CORE, 0);
#ifndef BASE_ADDRESS_SANITIZER /* which reserves terabytes that it never uses */
    limit(RLIMIT_AS, FENCE_MEMORY_BYTES);
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

/* fstat of newer C libraries is newfstatat of an open file; fcntl only asks; clone only makes threads, and clone3, which cannot be looked
 * into, is not there, so that clone is called. */
static bool allow_some(scmp_filter_ctx filter)
{
    const struct scmp_arg_cmp open_file = {3, SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH};
    const struct scmp_arg_cmp status = {1, SCMP_CMP_EQ, F_GETFL, 0}, closing = {1, SCMP_CMP_EQ, F_GETFD, 0};
    const struct scmp_arg_cmp thread = {0, SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM};

    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1, &open_file) == 0 &&
           seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, &status) == 0 &&
           seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, &closing) == 0 &&
           seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, &thread) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
}

bool fence_close(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    bool fine = filter != NULL;

    for (size_t i = 0; fine && i < COUNTOF(allowed); i++)
        fine = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0) == 0;
    fine = fine && allow_some(filter) && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return fine;
}
