/* Log lines; each is one write, so that lines of several threads never mix. */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { LINE_BYTES = 1024 };

/* sd-daemon(3): a service manager that reads us sets JOURNAL_STREAM, and takes "<N>" as the severity. */
static void write_line(int severity, const char *word, const char *format, va_list arguments) PRINTF_LIKE(3, 0);

static void write_line(int severity, const char *word, const char *format, va_list arguments)
{
    char line[LINE_BYTES];
    int length = 0;

    if (getenv("JOURNAL_STREAM"))
        length = snprintf(line, sizeof(line), "<%d>", severity);
    length += snprintf(line + length, sizeof(line) - (size_t)length, "%s", word);
    length += vsnprintf(line + length, sizeof(line) - (size_t)length, format, arguments);
    length = int_min(length, LINE_BYTES - 2);
    line[length++] = '\n';
    /* A full disk or a closed pipe must not stop the exhibit. */
    ssize_t written = write(STDERR_FILENO, line, (size_t)length);
    (void)written;
}

#define LOG_BODY(severity, word)                                                                                                           \
    va_list arguments;                                                                                                                     \
    va_start(arguments, format);                                                                                                           \
    write_line((severity), (word), format, arguments);                                                                                     \
    va_end(arguments)

void log_info(const char *format, ...)
{
    LOG_BODY(6, "");
}

void log_warning(const char *format, ...)
{
    LOG_BODY(4, "warning: ");
}

void log_error(const char *format, ...)
{
    LOG_BODY(3, "error: ");
}
