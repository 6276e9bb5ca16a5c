/* A process and the thread that hears it are a run. Whoever is done with a run lets go of it: the last one frees it, so that a process that
 * does not die is waited for by nobody but its thread. */
#include "speaking/speaking.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/thread.h"
#include "speaking/speech_wire.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SILENCE "nothing can be heard now"

enum {
    PATIENCE_MS = 4000, /* a process that is not heard of for so long while it speaks has stalled: it tells once a second */
    TRIES_MAX = 2,      /* processes for one wish */
    STACK_BYTES = 128 * 1024,
};

/* One process. All below `lock` is shared by the kiosk and the thread. */
struct speech_run {
    pid_t pid;
    int socket;
    pthread_mutex_t lock;
    void (*wake)(void *context);
    void *context;
    bool left, over; /* the kiosk has let go of it; the process has gone, and its number may be another's */
    bool heard;      /* an answer waits to be taken; of several the last */
    struct speech_answer answer;
};

struct speaking {
    char *program;
    void (*wake)(void *context);
    void *context;
    struct speech_run *run;        /* NULL: none */
    struct speech_request request; /* the last */
    int file;                      /* of ours, for another try; -1: none */
    bool waits, failed;            /* for its end; it cannot be heard, which is not told yet */
    int tries, at_ms, length_ms;
    int64_t until_ms;
    char told[SPEECH_WIRE_WHY]; /* said in the log: not again */
};

/* ---- the thread ---- */

static void run_free(struct speech_run *run)
{
    close(run->socket);
    pthread_mutex_destroy(&run->lock);
    free(run);
}

static void reap(pid_t pid)
{
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
        continue;
}

/* answer NULL: the process has ended. False: nobody listens any more. */
static bool tell(struct speech_run *run, const struct speech_answer *answer)
{
    pthread_mutex_lock(&run->lock);
    bool left = run->left;

    if (answer && !(run->heard && run->answer.outcome != SPEECH_ALIVE && run->answer.serial == answer->serial)) {
        run->answer = *answer;
        run->heard = true;
    }
    if (!answer)
        reap(run->pid);
    run->over = !answer;
    if (!left)
        run->wake(run->context);
    pthread_mutex_unlock(&run->lock);
    return !left;
}

static void *hear(void *context)
{
    struct speech_run *run = context;
    struct speech_answer answer;

    while (speech_wire_take(run->socket, &answer) && tell(run, &answer))
        continue;
    kill(run->pid, SIGKILL);
    while (waitid(P_PID, (id_t)run->pid, &(siginfo_t){0}, WEXITED | WNOWAIT) < 0 && errno == EINTR)
        continue;
    if (!tell(run, NULL))
        run_free(run);
    return NULL;
}

/* ---- the process ---- */

static void complain(struct speaking *speaking, const char *what, const char *why)
{
    if (strcmp(speaking->told, why) == 0)
        return;
    snprintf(speaking->told, sizeof(speaking->told), "%s", why);
    log_warning("speech: %s: %s", what, why);
}

/* The signals that end a whole service reach it; its end follows from ours. */
static void start(struct speaking *speaking)
{
    struct speech_run *run = mem_alloc(sizeof(*run));
    char *arguments[] = {speaking->program, NULL}, why[SPEECH_WIRE_WHY];
    pthread_t thread;
    int error;

    *run = (struct speech_run){.wake = speaking->wake, .context = speaking->context};
    error = beside_start(&(struct beside_setup){.arguments = arguments}, &run->pid, &run->socket);
    if (error == 0)
        pthread_mutex_init(&run->lock, NULL);
    if (error == 0 && thread_start(&thread, STACK_BYTES, hear, run)) {
        pthread_detach(thread);
        speaking->run = run;
        return;
    }
    snprintf(why, sizeof(why), "%s: %s", speaking->program, error ? strerror(error) : "no thread is left for it");
    complain(speaking, SILENCE, why);
    if (error != 0) {
        free(run);
        return;
    }
    kill(run->pid, SIGKILL);
    reap(run->pid);
    run_free(run);
}

/* Whatever it does from here on is nothing to us. */
static void let_go(struct speaking *speaking)
{
    struct speech_run *run = speaking->run;

    speaking->run = NULL;
    if (!run)
        return;
    pthread_mutex_lock(&run->lock);
    bool over = run->over;

    if (!over)
        kill(run->pid, SIGKILL);
    run->left = true;
    pthread_mutex_unlock(&run->lock);
    if (over)
        run_free(run);
}

/* ---- what is to be heard ---- */

static void ask(struct speaking *speaking, int64_t now_ms)
{
    speaking->waits = false;
    speaking->until_ms = CLOCK_NEVER;
    for (; speaking->tries < TRIES_MAX && !speaking->waits; speaking->tries += !speaking->waits) {
        if (!speaking->run)
            start(speaking);
        speaking->waits = speaking->run && speech_wire_ask(speaking->run->socket, &speaking->request, speaking->file);
        if (!speaking->waits)
            let_go(speaking);
    }
    speaking->failed = !speaking->waits;
    speaking->until_ms = speaking->waits ? now_ms + PATIENCE_MS : now_ms;
}

void speaking_prepare(struct speaking *speaking, const char *language)
{
    struct speech_request request = {.task = SPEECH_HUSH, .serial = speaking->request.serial};

    if (speaking->run)
        return; /* it would end what is being said */
    snprintf(request.language, sizeof(request.language), "%s", language);
    start(speaking);
    if (speaking->run && !speech_wire_ask(speaking->run->socket, &request, -1))
        let_go(speaking);
}

static void keep_file(struct speaking *speaking, int file)
{
    if (speaking->file >= 0)
        close(speaking->file);
    speaking->file = file < 0 ? -1 : fcntl(file, F_DUPFD_CLOEXEC, 0);
}

void speaking_wish(struct speaking *speaking, const struct speaking_wish *wish, int64_t now_ms)
{
    bool silent = !wish->text && wish->file < 0;
    struct speech_request *request = &speaking->request;

    if (wish->serial == request->serial)
        return;
    *request = (struct speech_request){
        .task = silent            ? SPEECH_HUSH
                : wish->file >= 0 ? SPEECH_PLAY
                                  : SPEECH_SAY,
        .serial = wish->serial,
        .speed = wish->speed,
        .level_db = wish->level_db,
        .from_ms = wish->from_ms,
    };
    snprintf(request->language, sizeof(request->language), "%s", wish->language ? wish->language : "");
    snprintf(request->text, sizeof(request->text), "%s", wish->text ? wish->text : "");
    keep_file(speaking, wish->file);
    speaking->tries = 0;
    speaking->at_ms = silent ? speaking->at_ms : wish->from_ms;
    speaking->length_ms = 0;
    if (!silent) {
        ask(speaking, now_ms);
        return;
    }
    speaking->waits = false;
    speaking->until_ms = CLOCK_NEVER;
    if (speaking->run && !speech_wire_ask(speaking->run->socket, request, -1))
        let_go(speaking); /* it does not listen: so it is silenced all the same */
}

/* The process has gone, or stalls: another one is asked, for the rest of a recording. */
static void try_again(struct speaking *speaking, const char *why, int64_t now_ms)
{
    let_go(speaking);
    if (!speaking->waits)
        return;
    complain(speaking, SILENCE, why);
    speaking->tries++;
    if (speaking->request.task == SPEECH_PLAY)
        speaking->request.from_ms = int_max(0, speaking->at_ms);
    ask(speaking, now_ms);
}

/* Told once. */
static enum speaking_news take_failure(struct speaking *speaking)
{
    bool failed = speaking->failed;

    speaking->failed = false;
    speaking->until_ms = failed ? CLOCK_NEVER : speaking->until_ms;
    return failed ? SPEAKING_FAILED : SPEAKING_NOTHING;
}

enum speaking_news speaking_news(struct speaking *speaking, unsigned *serial, int64_t now_ms)
{
    struct speech_run *run = speaking->run;
    struct speech_answer answer;

    *serial = speaking->request.serial;
    if (!run)
        return take_failure(speaking);
    pthread_mutex_lock(&run->lock);
    bool heard = run->heard, over = run->over;

    answer = run->answer;
    run->heard = false;
    pthread_mutex_unlock(&run->lock);
    if (heard && !answer.fenced)
        complain(speaking, "it speaks all the same", "the kernel does not let it do so behind a fence (seccomp)");
    heard = heard && speaking->waits && answer.serial == speaking->request.serial;
    if (heard) {
        speaking->until_ms = now_ms + PATIENCE_MS;
        speaking->at_ms = answer.at_ms;
        speaking->length_ms = answer.length_ms;
    }
    speaking->failed = speaking->failed || (heard && answer.outcome == SPEECH_FAILED);
    if (heard && answer.why[0])
        complain(speaking, answer.outcome == SPEECH_FAILED ? SILENCE : "a voice reads in the place of a recording", answer.why);
    if (heard && answer.outcome != SPEECH_ALIVE) {
        speaking->waits = false;
        speaking->until_ms = CLOCK_NEVER;
    }
    if (over)
        try_again(speaking, "its process has ended", now_ms);
    else if (now_ms >= speaking->until_ms)
        try_again(speaking, "its process does not answer", now_ms);
    if (heard && answer.outcome != SPEECH_FAILED)
        return answer.outcome == SPEECH_DONE ? SPEAKING_HEARD : SPEAKING_GOES_ON;
    return take_failure(speaking);
}

int speaking_at_ms(const struct speaking *speaking)
{
    return speaking->at_ms;
}

int speaking_length_ms(const struct speaking *speaking)
{
    return speaking->length_ms;
}

int64_t speaking_deadline(const struct speaking *speaking)
{
    return speaking->until_ms;
}

int speaking_process(const struct speaking *speaking)
{
    return speaking->run ? (int)speaking->run->pid : 0;
}

/* ---- beginning and end ---- */

struct speaking *speaking_create(const char *program, void (*wake)(void *context), void *context)
{
    struct speaking *speaking = mem_alloc(sizeof(*speaking));

    speaking->program = program ? mem_text(program) : beside_program(SPEECH_PROGRAM);
    speaking->wake = wake;
    speaking->context = context;
    speaking->file = -1;
    speaking->until_ms = CLOCK_NEVER;
    return speaking;
}

void speaking_destroy(struct speaking *speaking)
{
    if (!speaking)
        return;
    let_go(speaking);
    keep_file(speaking, -1);
    free(speaking->program);
    free(speaking);
}
