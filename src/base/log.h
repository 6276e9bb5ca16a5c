/* The log: one line an event, on standard error, for a technician and the journal. It never waits (sink.h). */
#pragma once

#include "base/base.h"

enum log_severity {
    LOG_SEVERITY_ERROR = 3,
    LOG_SEVERITY_WARNING = 4,
    LOG_SEVERITY_INFO = 6
}; /* as syslog(3) and the journal number them */

/* When to call it: as sink_open. */
void log_start(void);
/* Thread-safe; a line break is added, and what must not be printed is shown as base/printable shows it. */
void log_info(const char *format, ...) PRINTF_LIKE(1, 2);
void log_warning(const char *format, ...) PRINTF_LIKE(1, 2);
void log_error(const char *format, ...) PRINTF_LIKE(1, 2);
/* The same without a word for the severity in front: for lines that have one of their own. */
void log_line(enum log_severity severity, const char *line);
