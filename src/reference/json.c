/* What must be escaped is, and nothing else. */
#include "reference/json.h"

#include <string.h>

void json_text(struct buffer *out, const char *text)
{
    buffer_add(out, "\"", 1);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            buffer_printf(out, "\\%c", *text);
        else if (*text == '\n')
            buffer_add(out, "\\n", 2);
        else if ((unsigned char)*text < ' ')
            buffer_printf(out, "\\u%04x", (unsigned)(unsigned char)*text);
        else
            buffer_add(out, text, 1);
    }
    buffer_add(out, "\"", 1);
}

void json_pair(struct buffer *out, const char *name, const char *text)
{
    json_text(out, name);
    buffer_add(out, ": ", 2);
    json_text(out, text);
}
