/* Patterns come from files; the schema has checked that they name nothing but what is filled in. */
#include "text/pattern.h"

#include <string.h>

static const struct pattern_fill *fill_at(const char *pattern, const struct pattern_fill fills[])
{
    for (; fills->name; fills++)
        if (strncmp(pattern, fills->name, strlen(fills->name)) == 0)
            return fills;
    return NULL;
}

const char *pattern_filled(struct arena *arena, const char *pattern, const struct pattern_fill fills[])
{
    struct buffer text = {0};

    while (*pattern) {
        const struct pattern_fill *fill = fill_at(pattern, fills);

        buffer_add(&text, fill ? fill->value : pattern, fill ? strlen(fill->value) : 1);
        pattern += fill ? strlen(fill->name) : 1;
    }
    const char *kept = arena_text(arena, text.bytes, text.length);

    buffer_finish(&text);
    return kept;
}
