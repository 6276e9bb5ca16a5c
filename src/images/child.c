/* Between two questions the process waits. */
#include "images/child.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PROGRAM_NAME "vitrina-decoder"

enum { LOOK_MS = 50 /* how often `interrupt` is asked */ };

struct child {
    char *program;
    pid_t pid; /* 0: none runs */
    int socket;
    unsigned needs;                   /* of enum wire_need: it is started with them */
    bool ready, used;                 /* has greeted; has drawn */
    bool told_missing, told_unfenced; /* said once in the log */
};

char *child_program(void)
{
    return beside_program(PROGRAM_NAME);
}

struct child *child_create(const char *program)
{
    struct child *child = mem_alloc(sizeof(*child));

    child->program = program ? mem_text(program) : child_program();
    child->socket = -1;
    return child;
}

/* Ends it; how it ended, as wait(2) says. */
static int end(struct child *child)
{
    int status = 0;

    if (child->pid <= 0)
        return 0;
    kill(child->pid, SIGKILL);
    while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    close(child->socket);
    child->pid = 0;
    child->socket = -1;
    return status;
}

void child_destroy(struct child *child)
{
    if (!child)
        return;
    end(child);
    free(child->program);
    free(child);
}

/* A signal to end that goes to a whole terminal or service is held back: the kiosk ends the decoder, and a death by such a signal would be
 * blamed on the picture. Signals that a write may raise stay ignored, as they are with us: the write fails. */
static int spawn(struct child *child)
{
    static const int held[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, 0}, ignored[] = {SIGPIPE, SIGXFSZ, 0};
    char *arguments[WIRE_NEED_COUNT + 2] = {child->program};
    int count = 1;

    for (int i = 0; i < WIRE_NEED_COUNT; i++)
        if (child->needs >> i & 1)
            arguments[count++] = (char *)wire_need_names[i]; /* not written to */
    return beside_start(&(struct beside_setup){arguments, held, ignored}, &child->pid, &child->socket);
}

static void tell_missing(struct child *child, const char *why, struct wire_answer *answer)
{
    snprintf(answer->why, sizeof(answer->why), "no picture can be drawn now: %s: %s", PROGRAM_NAME, why);
    if (!child->told_missing)
        log_error("%s: %s; until it runs no picture is drawn", child->program, why);
    child->told_missing = true;
}

static bool start(struct child *child, struct wire_answer *answer)
{
    if (child->pid > 0)
        return true;
    int error = spawn(child);

    if (error != 0) {
        tell_missing(child, strerror(error), answer);
        return false;
    }
    child->ready = child->used = false;
    return true;
}

void child_start(struct child *child)
{
    struct wire_answer answer = {0};

    start(child, &answer);
}

void child_stop(struct child *child)
{
    end(child);
}

bool child_runs(const struct child *child)
{
    return child->pid > 0;
}

/* Milliseconds that the process has computed so far; 0 if the kernel does not tell. */
static int computed_ms(const struct child *child)
{
    struct timespec computed;
    clockid_t clock;

    if (clock_getcpuclockid(child->pid, &clock) != 0 || clock_gettime(clock, &computed) != 0)
        return 0;
    return (int)(computed.tv_sec * 1000 + computed.tv_nsec / 1000000);
}

/* True when something came, or the process is gone. */
static bool wait_for_answer(const struct child *child, const struct child_patience *patience, enum child_result *result)
{
    int64_t begun_ms = clock_now_ms();
    int computed_before_ms = computed_ms(child), wall_ms = CHILD_WALL_FACTOR * patience->limit_ms;

    for (;;) {
        struct pollfd look = {.fd = child->socket, .events = POLLIN};
        int elapsed_ms = (int)(clock_now_ms() - begun_ms);

        *result = CHILD_LATE;
        if (elapsed_ms >= wall_ms || computed_ms(child) - computed_before_ms >= patience->limit_ms)
            return false;
        *result = CHILD_INTERRUPTED;
        if (patience->interrupt && patience->interrupt(patience->context, elapsed_ms))
            return false;
        if (poll(&look, 1, int_min(LOOK_MS, wall_ms - elapsed_ms)) > 0)
            return true;
    }
}

/* The next answer that is no greeting. */
static enum child_result receive(struct child *child, const struct child_patience *patience, struct wire_answer *answer)
{
    do {
        enum child_result result;

        if (!wait_for_answer(child, patience, &result)) /* one that never greets is no decoder */
            return result == CHILD_LATE && !child->ready ? CHILD_MISSING : result;
        if (!wire_receive_answer(child->socket, answer))
            return child->ready ? CHILD_DIED : CHILD_MISSING;
        child->ready = true;
        if (answer->outcome == WIRE_READY && !answer->fenced && !child->told_unfenced) {
            log_warning("the kernel does not let pictures be drawn behind a fence (seccomp); they are drawn without it");
            child->told_unfenced = true;
        }
    } while (answer->outcome == WIRE_READY);
    return answer->outcome == WIRE_DONE ? CHILD_DONE : CHILD_FAILED;
}

/* A process that died while it had nothing to do is replaced: what is asked now is not to blame. */
static bool send_task(struct child *child, const struct child_task *task, struct wire_answer *answer)
{
    for (int tries = 0; tries < 2; tries++) {
        if (!start(child, answer))
            return false;
        if (wire_send_request(child->socket, &task->request, task->files))
            return true;
        end(child);
    }
    tell_missing(child, "it does not answer", answer);
    return false;
}

static void say_why_died(int status, struct wire_answer *answer)
{
    bool signal = WIFSIGNALED(status);

    answer->line = 0;
    snprintf(answer->why, sizeof(answer->why),
             "drawing it breaks the renderer, or needs more than 1 GB (%s %d); simplify it, or save it as PNG",
             signal ? "signal" : "status", signal ? WTERMSIG(status) : WEXITSTATUS(status));
}

enum child_result child_ask(struct child *child, const struct child_task *task, struct wire_answer *answer)
{
    *answer = (struct wire_answer){.outcome = WIRE_FAILED};
    if (!send_task(child, task, answer))
        return CHILD_MISSING;
    enum child_result result = receive(child, &task->patience, answer);

    if (answer->outcome == WIRE_NEEDS && result == CHILD_FAILED && (answer->need & ~child->needs)) {
        child->needs |= answer->need; /* from now on */
        end(child);
        return child_ask(child, task, answer);
    }
    if (result == CHILD_DONE || (result == CHILD_FAILED && !answer->spoilt)) {
        child->used = true;
        return result;
    }
    bool used = child->used;
    int status = end(child);

    if (used && (result == CHILD_FAILED || result == CHILD_DIED)) /* perhaps of what it drew before: a new process judges */
        return child_ask(child, task, answer);
    if (result == CHILD_DIED)
        say_why_died(status, answer);
    if (result == CHILD_MISSING)
        tell_missing(child, "it does not answer", answer);
    else
        child_start(child);
    return result;
}
