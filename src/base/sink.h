/* Where the lines of the log go: standard error. Nothing ever waits for whoever reads it: a line that finds no room is dropped and counted,
 * and the first one that finds room again comes behind the count. It includes nothing of this program, so that a failed ASSERT in any file
 * can be logged. */
#pragma once

#include <stdbool.h>

enum {
    SINK_LINE_BYTES = 2047, /* of a line, its closing NUL included; what is longer is cut */
};

/* Finds out what standard error is (a pipe, a socket, a file). Before any thread, and again when another file has taken its place. */
void sink_open(void);
/* Whether it leads to the journal. */
bool sink_is_journal(void);
/* One write with a line break behind it, so that lines of several threads never mix. Printable text; the priority is syslog(3)'s, written
 * as the journal's "<N>" prefix when standard error leads to it. Thread-safe. */
void sink_put(int priority, const char *line);
