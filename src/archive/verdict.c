/* An error is known by its file and its message. */
#include "archive/verdict.h"

#include <string.h>

/* With the line's end. */
static struct buffer line_of(const struct finding *finding)
{
    struct buffer line = {0};

    buffer_printf(&line, "%s: %s\n", finding->file, finding->message);
    return line;
}

struct buffer verdict_errors(const struct findings *findings)
{
    struct buffer errors = {0};

    buffer_add(&errors, "", 0);
    for (int i = 0; i < findings_total(findings); i++) {
        if (findings_at(findings, i)->severity != FINDING_ERROR)
            continue;
        struct buffer line = line_of(findings_at(findings, i));

        buffer_add(&errors, line.bytes, line.length);
        buffer_finish(&line);
    }
    return errors;
}

static bool is_among(const char *lines, const char *line)
{
    for (const char *found = lines ? strstr(lines, line) : NULL; found; found = strstr(found + 1, line))
        if (found == lines || found[-1] == '\n')
            return true;
    return false;
}

int verdict_new_errors(const struct findings *findings, const char *before, struct buffer *told)
{
    int count = 0;

    for (int i = 0; i < findings_total(findings); i++) {
        const struct finding *finding = findings_at(findings, i);
        struct buffer line = line_of(finding);
        bool is_new = finding->severity == FINDING_ERROR && !is_among(before, line.bytes);

        buffer_finish(&line);
        count += is_new;
        if (is_new && told)
            buffer_printf(told, "%s:%d:%d: %s\n", finding->file, finding->line, finding->column, finding->message);
    }
    return count;
}
