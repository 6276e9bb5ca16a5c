/* Processes of our own kind (fork(2)): they have all that was loaded. They take the next thing each from memory that is shared, say with a
 * byte in a pipe that they have done one, and end when there is none left. */
#include "proofs/crew.h"

#include "base/clock.h"
#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* MEMORY: gigabytes of address space of a process, of which pictures of the largest screen take one. PATIENCE: how often is looked for
 * those that are late. */
enum { PROCESSES_MOST = 16, PATIENCE_MS = 50, MEMORY_GB = 6 };

/* at: what it works on, from since_ms; -1: nothing. */
struct bench {
    _Atomic int at;
    _Atomic int64_t since_ms;
};

/* What all processes share. */
struct board {
    _Atomic int next, failures; /* failures: in a row */
    struct bench benches[PROCESSES_MOST];
    struct crew_outcome outcomes[];
};

struct crew {
    const struct crew_setup *setup;
    struct board *board;
    pid_t processes[PROCESSES_MOST];
    bool late[PROCESSES_MOST];
    int process_count, pipe[2];
};

static size_t board_bytes(int count)
{
    return sizeof(struct board) + sizeof(struct crew_outcome) * (size_t)count;
}

/* ---- in a process of the crew ---- */

static void work_one(struct crew *crew, void *worker, int index)
{
    struct crew_outcome *outcome = &crew->board->outcomes[index];

    outcome->state = CREW_BEGUN;
    bool done = crew->setup->work(worker, index, &outcome->answer);

    outcome->state = done ? CREW_DONE : CREW_FAILED;
    if (done)
        crew->board->failures = 0;
    else
        crew->board->failures++;
}

static void work_all(struct crew *crew, struct bench *bench)
{
    void *worker = crew->setup->begin(crew->setup->context);

    for (int index; worker && crew->board->failures < crew->setup->failures_most && (index = crew->board->next++) < crew->setup->count;) {
        bench->since_ms = clock_now_ms();
        bench->at = index;
        work_one(crew, worker, index);
        bench->at = -1;
        while (write(crew->pipe[1], "", 1) < 0 && errno == EINTR)
            continue;
    }
    if (worker)
        crew->setup->end(worker);
}

/* What is meant for all of a terminal or a service ends our process, and with it these. */
static void settle(void)
{
    static const int ignored[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (size_t i = 0; i < COUNTOF(ignored); i++)
        signal(ignored[i], SIG_IGN);
#ifndef BASE_ADDRESS_SANITIZER /* which maps more than there is */
    const rlim_t most = (rlim_t)MEMORY_GB << 30;

    setrlimit(RLIMIT_AS, &(struct rlimit){most, most});
#endif
}

/* ---- in ours ---- */

static bool start(struct crew *crew, int process)
{
    struct bench *bench = &crew->board->benches[process];
    pid_t parent = getpid();

    bench->at = -1;
    crew->late[process] = false;
    fflush(NULL);
    crew->processes[process] = fork();
    if (crew->processes[process] != 0)
        return crew->processes[process] > 0;
    settle();
    if (getppid() == parent) {
        close(crew->pipe[0]);
        work_all(crew, bench);
    }
    fflush(NULL);
    _exit(0);
}

static int done_count(const struct crew *crew)
{
    int done = 0;

    for (int i = 0; i < crew->setup->count; i++)
        done += crew->board->outcomes[i].state >= CREW_DONE;
    return done;
}

/* What it worked on is lost. */
static void lose(struct crew *crew, int process)
{
    int at = crew->board->benches[process].at;

    if (at >= 0) {
        crew->board->outcomes[at].state = CREW_FAILED;
        crew->board->failures++;
    }
    crew->setup->lost(crew->setup->context, at, crew->late[process]);
}

/* Ended ones are followed by others while there is something to do, unless they had not begun to do anything. */
static void look_after(struct crew *crew, int process)
{
    int status = 0;
    struct bench *bench = &crew->board->benches[process];

    if (crew->processes[process] <= 0)
        return;
    if (bench->at >= 0 && clock_now_ms() - bench->since_ms > crew->setup->limit_ms) {
        crew->late[process] = true;
        kill(crew->processes[process], SIGKILL);
    }
    if (waitpid(crew->processes[process], &status, WNOHANG) != crew->processes[process])
        return;
    crew->processes[process] = 0;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && bench->at < 0)
        return;
    bool worked = bench->at >= 0;

    lose(crew, process);
    if (worked && crew->board->next < crew->setup->count && crew->board->failures < crew->setup->failures_most)
        start(crew, process);
}

static bool works(const struct crew *crew)
{
    for (int i = 0; i < crew->process_count; i++)
        if (crew->processes[i] > 0)
            return true;
    return false;
}

/* The pipe's other end is open in us too, so that it never ends: who is gone is found by looking. */
static void wait_for_news(const struct crew *crew)
{
    struct pollfd news = {.fd = crew->pipe[0], .events = POLLIN};
    char bytes[256];

    if (poll(&news, 1, PATIENCE_MS) > 0 && read(crew->pipe[0], bytes, sizeof(bytes)) < 0)
        return;
}

static bool begin(struct crew *crew)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);

    crew->process_count = int_clamp((int)cores, 1, int_min(PROCESSES_MOST, int_max(1, crew->setup->count)));
    if (pipe2(crew->pipe, O_CLOEXEC) != 0)
        return false;
    for (int i = 0; i < crew->process_count; i++)
        if (!start(crew, i) && i == 0)
            return false;
    return true;
}

const struct crew_outcome *crew_run(const struct crew_setup *setup)
{
    struct board *board = mmap(NULL, board_bytes(setup->count), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    struct crew crew = {.setup = setup, .board = board, .pipe = {-1, -1}};

    if (board == MAP_FAILED)
        return NULL;
    bool begun = begin(&crew);

    while (begun && works(&crew)) {
        wait_for_news(&crew);
        for (int i = 0; i < crew.process_count; i++)
            look_after(&crew, i);
        if (setup->progress)
            setup->progress(setup->context, board->outcomes, done_count(&crew));
    }
    int error = errno;

    if (crew.pipe[0] >= 0) {
        close(crew.pipe[0]);
        close(crew.pipe[1]);
    }
    if (!begun)
        crew_free(board->outcomes, setup->count);
    errno = error;
    return begun ? board->outcomes : NULL;
}

void crew_free(const struct crew_outcome *outcomes, int count)
{
    if (outcomes)
        munmap((char *)outcomes - offsetof(struct board, outcomes), board_bytes(count));
}
