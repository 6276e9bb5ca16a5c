/* Written in the usual digits, then letter by letter in those of the script. */
#include "text/digits.h"

#include <inttypes.h>
#include <string.h>

const char *digits_text(struct arena *arena, struct digits digits, int64_t number, int width)
{
    const char *usual = arena_printf(arena, "%0*" PRId64, width, number);

    if (!digits.letters)
        return usual;
    size_t size = strlen(digits.letters) / 10, length = 0; /* the digits of a script are equally long */
    char *text = arena_alloc(arena, strlen(usual) * (size + 1) + 1);

    for (; *usual; usual++) {
        if (*usual == '-') {
            text[length++] = '-';
            continue;
        }
        memcpy(text + length, digits.letters + (size_t)(*usual - '0') * size, size);
        length += size;
    }
    return text;
}
