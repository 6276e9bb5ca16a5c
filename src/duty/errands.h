/* What only root can do for us is asked for by an empty file in the directory that the service manager has made for the program
 * (RUNTIME_DIRECTORY): units answer it. Without such a directory nothing can be asked for. */
#pragma once

#include "base/base.h"

/* Whether there is one that can be written to. */
bool errands_can(void);
/* "off", "restart-machine", "stick", "stick-done". False, with a log line: it cannot be asked for. */
bool errands_ask(const char *name);
/* Where a stick is seen once it was asked for, for the caller to free; NULL: nowhere. */
char *errands_stick(void);
