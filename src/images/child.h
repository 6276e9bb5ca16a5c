/* One decoder process as the kiosk sees it: started when needed, asked one thing at a time, given up when it is late, and started anew
 * after it died. Whatever it does, the kiosk goes on. One thread at a time. */
#pragma once

#include "images/wire.h"

/* DONE, FAILED: the process answered so (enum wire_outcome). LATE: it took longer than limit_ms allows. INTERRUPTED: `interrupt` said so.
 * DIED: of what it was asked. MISSING: no process can be started, or it does not answer. answer->why is filled in for FAILED, DIED and
 * MISSING. */
enum child_result { CHILD_DONE, CHILD_FAILED, CHILD_LATE, CHILD_INTERRUPTED, CHILD_DIED, CHILD_MISSING };

struct child;

/* The path of the decoder that belongs to this program. The caller frees it. */
char *child_program(void);
/* Starts nothing yet. program: path of the decoder; NULL: the one that belongs to this program. Copied. */
struct child *child_create(const char *program);
/* Ends the process at once. NULL is fine. */
void child_destroy(struct child *child);
/* Starts the process if it does not run, without waiting until it is ready. */
void child_start(struct child *child);
/* Ends the process; the next question starts another. */
void child_stop(struct child *child);
bool child_runs(const struct child *child);

enum { CHILD_WALL_FACTOR = 2 };

/* How long to wait. limit_ms: of the process's own computing time, so that a busy machine makes no picture too slow; of the time that
 * passes CHILD_WALL_FACTOR times as much, for a process that does not compute. interrupt: called several times a second, with the
 * milliseconds so far; true: give up. NULL: never. */
struct child_patience {
    int limit_ms;
    bool (*interrupt)(void *context, int elapsed_ms);
    void *context;
};

/* files: those that go with the request, in its order; they stay the caller's. */
struct child_task {
    struct wire_request request;
    int files[WIRE_FILES];
    struct child_patience patience;
};

/* Asks, and waits for the answer. The process goes on after DONE, and after FAILED unless the answer is `spoilt`; else it is ended and,
 * unless MISSING, the next one started. Where a process that has drawn before dies or answers `spoilt`, a new one is asked the same before
 * the picture is blamed. */
enum child_result child_ask(struct child *child, const struct child_task *task, struct wire_answer *answer);
