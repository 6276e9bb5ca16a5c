/* Programs of ours that run beside this one, each a process that may die, and what is said to them: whole messages over a socket, with open
 * files beside them. */
#pragma once

#include "base/base.h"

#include <stddef.h>
#include <sys/types.h>

enum { BESIDE_SOCKET = 3 /* its end, from its start */, BESIDE_FILES_MAX = 2 };

/* Beside this program, as it is built; else where it is installed. The caller frees. */
char *beside_program(const char *name);

/* arguments: from the program on, ended by NULL. held: signals that do not reach it; ignored: those that it goes on to ignore, if we do.
 * Each ended by 0; all others do what they usually do. */
struct beside_setup {
    char *const *arguments;
    const int *held, *ignored;
};

/* Its standard streams lead nowhere: a panicking library does not write into our log. Puts its number and our end of the socket, which the
 * caller closes; returns 0, or the error's number, and puts nothing. */
int beside_start(const struct beside_setup *setup, pid_t *pid, int *socket);

/* files: those that go with it, which stay the sender's. */
struct beside_message {
    void *bytes;
    size_t size;
    int files[BESIDE_FILES_MAX], file_count;
};

/* False if there is no other side any more or, where it is not to wait, no room for it. */
bool beside_send(int socket, const struct beside_message *message, bool waits);
/* Waits for one. file_count: how many files may come; then, how many have come, which are the caller's to close whatever is returned.
 * False: the other side has gone, or what came has another size. */
bool beside_receive(int socket, struct beside_message *message);
