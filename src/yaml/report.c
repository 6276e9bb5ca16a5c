/* One file's findings. */
#include "yaml/report.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MESSAGE_BYTES = 1024 };

static void add(struct report *report, enum severity severity, int line, int column, const char *message)
{
    findings_add(report->findings, severity, report->file, line, column, "%s", message);
    report->errors += severity == FINDING_ERROR;
}

void report_error(struct report *report, int line, int column, const char *format, ...)
{
    char message[MESSAGE_BYTES];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    add(report, FINDING_ERROR, line, column, message);
}

void report_warning(struct report *report, int line, int column, const char *format, ...)
{
    char message[MESSAGE_BYTES];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    add(report, FINDING_WARNING, line, column, message);
}

struct report_quote report_quote(const char *text)
{
    static const char ellipsis[] = "\u2026";
    struct report_quote quote;
    const char *end = text + strlen(text), *at = text;
    size_t length = 0;

    while (at < end) {
        const char *start = at;
        uint32_t code = utf8_next(&at, end);
        size_t step = (size_t)(at - start);

        if (length + step + sizeof(ellipsis) > sizeof(quote.text)) {
            memcpy(quote.text + length, ellipsis, sizeof(ellipsis));
            return quote;
        }
        if (code < 0x20 || code == 0x7F)
            quote.text[length++] = ' ';
        else {
            memcpy(quote.text + length, start, step);
            length += step;
        }
    }
    quote.text[length] = '\0';
    return quote;
}
