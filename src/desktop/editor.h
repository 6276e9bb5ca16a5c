/* A curator's editor, opened at a line. */
#pragma once

#include <stdbool.h>

/* $VISUAL or $EDITOR at the line (from 1; 0: none in particular), else what the desktop opens such a file with. Nobody waits for it, and
 * its end is not told. False with a log line when none can be started. */
bool editor_open(const char *path, int line);
