/* Each line is made fit to be read before it goes to the sink. */
#include "base/log.h"

#include "base/printable.h"
#include "base/sink.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void log_start(void)
{
    sink_open();
}

static void put_text(enum log_severity severity, const char *word, const char *format, va_list arguments) PRINTF_LIKE(3, 0);

static void put_text(enum log_severity severity, const char *word, const char *format, va_list arguments)
{
    char text[SINK_LINE_BYTES], line[SINK_LINE_BYTES];
    size_t length = (size_t)snprintf(line, sizeof(line), "%s", word);

    vsnprintf(text, sizeof(text), format, arguments);
    printable_copy(line + length, sizeof(line) - length, text);
    sink_put((int)severity, line);
}

void log_info(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    put_text(LOG_SEVERITY_INFO, "", format, arguments);
    va_end(arguments);
}

void log_warning(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    put_text(LOG_SEVERITY_WARNING, "warning: ", format, arguments);
    va_end(arguments);
}

void log_error(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    put_text(LOG_SEVERITY_ERROR, "error: ", format, arguments);
    va_end(arguments);
}

void log_line(enum log_severity severity, const char *line)
{
    char printable[SINK_LINE_BYTES];

    printable_copy(printable, sizeof(printable), line);
    sink_put((int)severity, printable);
}
