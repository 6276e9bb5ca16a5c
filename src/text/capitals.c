/* Of the C library, in a locale that every system has: the process's own locale changes nothing. */
#include "text/capitals.h"

#include "base/utf8.h"

#include <locale.h>
#include <string.h>
#include <wctype.h>

const char *capitals_of(struct arena *arena, const char *text)
{
    locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    const char *end = text + strlen(text);
    char *capitals = arena_alloc(arena, (size_t)(end - text) * 4 + 1);
    size_t length = 0;

    while (text < end) {
        uint32_t code = utf8_next(&text, end);

        length += (size_t)utf8_put(capitals + length, locale ? (uint32_t)towupper_l((wint_t)code, locale) : code);
    }
    if (locale)
        freelocale(locale);
    return capitals;
}
