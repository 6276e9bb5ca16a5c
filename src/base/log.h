/* The log: one line an event, on standard error, for a technician and the journal. */
#pragma once

#include "base/base.h"

/* Thread-safe; a line break is added. Severities are written as the journal's "<N>" prefix when it reads us. */
void log_info(const char *format, ...) PRINTF_LIKE(1, 2);
void log_warning(const char *format, ...) PRINTF_LIKE(1, 2);
void log_error(const char *format, ...) PRINTF_LIKE(1, 2);
