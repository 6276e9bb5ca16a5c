/* Work that is the same for many things, done by processes on all cores. A process that dies or is late costs the thing it worked on, and
 * is followed by another. Only for a program that has no other threads. */
#pragma once

#include "base/base.h"

enum crew_state { CREW_WAITS, CREW_BEGUN, CREW_DONE, CREW_FAILED };

/* What became of one thing. answer: what `work` gave. */
struct crew_outcome {
    _Atomic int state;
    uint64_t answer;
};

/* begin: called in each process before its first thing; what it gives is handed to the other two. NULL: this process cannot work, and has
 * told why. work: fills *answer; false: it failed, and has told why. end: in each process, after its last.
 * progress: called in ours when things were done, and now and then without that; NULL: nobody wants to know.
 * failures_most: after so many failures in a row the others are not tried. */
struct crew_setup {
    int count, limit_ms, failures_most;
    void *(*begin)(void *context);
    bool (*work)(void *worker, int index, uint64_t *answer);
    void (*end)(void *worker);
    void (*progress)(void *context, const struct crew_outcome *outcomes, int done);
    void (*lost)(void *context, int index, bool late); /* index -1: a process that worked on nothing */
    void *context;
};

/* All of it. The outcomes, `count` of them, are the caller's for crew_free. NULL, with errno: there is not the memory, or no process can be
 * made. */
const struct crew_outcome *crew_run(const struct crew_setup *setup);
void crew_free(const struct crew_outcome *outcomes, int count);
