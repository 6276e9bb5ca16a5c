/* A USB stick: it is asked for, looked at until it is there, and an exhibit on it is taken by the command "accept", in a process of its
 * own. */
#pragma once

#include "platform/aside.h"
#include "staff/state.h"

struct stick {
    const char *exhibit; /* its folder; borrowed */
    struct stick_news news;
    struct aside aside;
    bool on;        /* staff wait for it */
    int64_t due_ms; /* when it is looked for again */
    char *before;   /* the copy that was current when it was taken; NULL: none was */
};

void stick_begin(struct stick *stick, const char *exhibit, int64_t now_ms);
/* Takes one of those that it has. */
void stick_take(struct stick *stick, int which);
/* Lets go of it, unless something is being taken from it: that goes on. */
void stick_end(struct stick *stick);
/* True: there is news. */
bool stick_tick(struct stick *stick, int64_t now_ms);
int64_t stick_deadline(const struct stick *stick);
