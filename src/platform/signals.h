/* The wish to end: SIGTERM, SIGINT or SIGHUP, heard by a thread that waits for nothing else, so that nobody has to look for them; and the
 * end of a process that this one started, so that somebody takes note of it. */
#pragma once

#include <stdbool.h>

struct signals;

/* Before any other thread starts: those started later do not hear the signals either. One that the program was started to ignore, as nohup
 * does, stays ignored. */
struct signals *signals_create(void);
/* In time after a wish to end: a program that has not come here within 400 ms of it, whatever it is busy with, is ended there and then,
 * with exit status 0. NULL is fine. */
void signals_destroy(struct signals *signals);
/* wake is called when the wish comes, and whenever a process has ended, from that thread; or from here, if the wish has come already. NULL:
 * it is called no more, and is not running when this returns. */
void signals_wake(struct signals *signals, void (*wake)(void *context), void *context);
/* Whether the wish has come. */
bool signals_ask_to_end(struct signals *signals);
