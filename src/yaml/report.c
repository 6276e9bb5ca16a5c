/* One file's findings. */
#include "yaml/report.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MESSAGE_BYTES = 1024 };

void report_error(struct report *report, struct origin origin, const char *format, ...)
{
    char message[MESSAGE_BYTES];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    findings_add(report->findings, FINDING_ERROR, origin, "%s", message);
    report->errors++;
}

void report_warning(struct report *report, struct origin origin, const char *format, ...)
{
    char message[MESSAGE_BYTES];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    findings_add(report->findings, FINDING_WARNING, origin, "%s", message);
}

struct origin report_at(const struct report *report, int line, int column)
{
    return (struct origin){report->file, line, column};
}

struct origin report_whole(const struct report *report)
{
    return report_at(report, 0, 0);
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
