/* A fixed table, for it crosses the wire as it is. */
#include "images/remark.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static bool is_there(const struct remarks *remarks, const char *text)
{
    for (int i = 0; i < remarks->count; i++)
        if (strcmp(remarks->list[i].text, text) == 0)
            return true;
    return false;
}

void remark_add(struct remarks *remarks, int line, const char *format, ...)
{
    struct remark remark = {.line = line};
    va_list arguments;

    if (!remarks || remarks->count == REMARKS_MAX)
        return;
    va_start(arguments, format);
    vsnprintf(remark.text, sizeof(remark.text), format, arguments);
    va_end(arguments);
    if (!is_there(remarks, remark.text))
        remarks->list[remarks->count++] = remark;
}
