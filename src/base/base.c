/* The end of a program that finds itself wrong: a service manager restarts it, a core dump tells why. */
#include "base/base.h"

#include "base/sink.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void base_bug(const char *file, int line, const char *what)
{
    enum { PRIORITY_ERROR = 3 };
    char text[SINK_LINE_BYTES];

    snprintf(text, sizeof(text), "error: bug: %s:%d: %s", file, line, what);
    sink_put(PRIORITY_ERROR, text);
    abort();
}
