/* One line at a time. */
#include "yaml/lines.h"

struct line line_next(const char **at, const char *end)
{
    struct line line = {*at, *at};

    while (line.end < end && *line.end != '\n' && *line.end != '\r')
        line.end++;
    *at = line.end;
    if (line.end < end)
        *at += *line.end == '\r' && line.end + 1 < end && line.end[1] == '\n' ? 2 : 1;
    return line;
}
