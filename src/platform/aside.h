/* This very program once more, with another command, beside us: in a process of its own, which has what the machine has left over, and
 * nobody waits for. Its end is found out when it is asked for. One thread at a time. */
#pragma once

#include <stdbool.h>
#include <sys/types.h>

/* All 0: nothing was started. */
struct aside {
    pid_t pid;
    int code; /* aside_code */
};

/* arguments: those behind the program's name, NULL behind the last. False, with errno, if it cannot be. Nothing is there before. */
bool aside_start(struct aside *aside, const char *const *arguments);
/* The same, with that file as its standard input; the caller closes its own. */
bool aside_start_reading(struct aside *aside, const char *const *arguments, int input);
/* Ends it, without waiting for its end. */
void aside_stop(struct aside *aside);
/* Whether something was started whose end was not waited for. */
bool aside_is_there(const struct aside *aside);
/* True, once, when what was started has ended; *by_itself: nobody ended it, whatever it made of it. Until it was asked its process stays,
 * as a dead one at last. */
bool aside_has_ended(struct aside *aside, bool *by_itself);
/* The exit status of the last that ended by itself. */
int aside_code(const struct aside *aside);
