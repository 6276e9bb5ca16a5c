/* Letter by letter; escapes are plain ASCII. */
#include "base/printable.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

enum { ESCAPE_BYTES = 16 };

/* Controls, and what turns or breaks a line without being seen. */
static bool is_unfit(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x61C || code == 0x200E || code == 0x200F ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

size_t printable_copy(char *to, size_t room, const char *text)
{
    const char *end = text + strlen(text);
    size_t length = 0, written = 0;
    bool full = false;

    for (const char *at = text; at < end;) {
        const char *piece = at;
        uint32_t code = utf8_next(&at, end);
        size_t size = (size_t)(at - piece);
        char escape[ESCAPE_BYTES];

        if (code == 0xFFFD && size == 1) {
            size = (size_t)snprintf(escape, sizeof(escape), "\\x%02X", (unsigned)(unsigned char)*piece);
            piece = escape;
        } else if (is_unfit(code)) {
            size = (size_t)snprintf(escape, sizeof(escape), code < 0x80 ? "\\x%02X" : "\\u%04X", (unsigned)code);
            piece = escape;
        }
        length += size;
        full = full || length + 1 > room;
        if (!full) {
            memcpy(to + written, piece, size);
            written = length;
        }
    }
    if (room > 0)
        to[written] = '\0';
    return length;
}
