/* The end of a program that finds itself wrong: a service manager restarts it, a core dump tells why. */
#include "base/base.h"

#include "base/log.h"

#include <stdlib.h>

_Noreturn void base_bug(const char *file, int line, const char *what)
{
    log_error("bug: %s:%d: %s", file, line, what);
    abort();
}
