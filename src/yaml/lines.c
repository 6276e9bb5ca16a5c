/* One line at a time. */
#include "yaml/lines.h"

#include <string.h>

struct line line_next(const char **at, const char *end)
{
    const char *feed = *at < end ? memchr(*at, '\n', (size_t)(end - *at)) : NULL;
    struct line line = {*at, feed ? feed : end};
    const char *carriage = line.start < line.end ? memchr(line.start, '\r', (size_t)(line.end - line.start)) : NULL;

    if (carriage)
        line.end = carriage;
    *at = line.end;
    if (line.end < end)
        *at += *line.end == '\r' && line.end + 1 < end && line.end[1] == '\n' ? 2 : 1;
    return line;
}
