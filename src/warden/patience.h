/* Calls that may never return, as those to a display server that has stopped: after a time the program ends, and asks for another server.
 */
#pragma once

#include "base/base.h"

/* From now on the call may take so long; then the program ends with exit status 3 and a line in the log. Rounded up to whole seconds. One
 * at a time. */
void patience_begin(int64_t wait_ms);
/* It has returned. */
void patience_end(void);
