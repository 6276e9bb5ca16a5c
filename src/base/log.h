/* The log: one line an event, on standard error, for a technician and the journal. Nothing ever waits for whoever reads it: a line that
 * finds no room is dropped and counted, and the first one that finds room again comes behind the count. */
#pragma once

#include "base/base.h"

enum log_severity {
    LOG_SEVERITY_ERROR = 3,
    LOG_SEVERITY_WARNING = 4,
    LOG_SEVERITY_INFO = 6
}; /* as syslog(3) and the journal number them */

/* Looks at what standard error is. Before any thread, and again when another file has taken its place. */
void log_start(void);
/* Thread-safe; a line break is added, and what base/printable would not print is shown as it does. Severities are written as the journal's
 * "<N>" prefix when it reads us. */
void log_info(const char *format, ...) PRINTF_LIKE(1, 2);
void log_warning(const char *format, ...) PRINTF_LIKE(1, 2);
void log_error(const char *format, ...) PRINTF_LIKE(1, 2);
/* The same without a word for the severity in front: for lines that have one of their own. */
void log_line(enum log_severity severity, const char *line);
