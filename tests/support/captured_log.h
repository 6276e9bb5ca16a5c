/* What goes to standard error, the log among it, kept for a test to look at. */
#pragma once

#include "base/mem.h"

struct captured_log {
    int real, file; /* descriptors */
};

void captured_log_start(struct captured_log *captured);
/* Standard error is the real one again; adds what was written to `text`. */
void captured_log_stop(struct captured_log *captured, struct buffer *text);
