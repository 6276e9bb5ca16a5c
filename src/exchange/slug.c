/* Letters of Latin-1 and Latin Extended-A by table; all others part words. */
#include "exchange/slug.h"

#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

enum { LENGTH_MAX = 40, FIRST = 0xC0 };

/* From U+00C0 to U+017F. */
static const char plain[] = "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
                            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrsssssssstttttt"
                            "uuuuuuuuuuuuwwyyyzzzzzzs";

static char letter_of(uint32_t code)
{
    if (code < 0x80)
        return (char)(isalnum((int)code) ? tolower((int)code) : '-');
    return code >= FIRST && code - FIRST < sizeof(plain) - 1 ? plain[code - FIRST] : '-';
}

const char *slug_of(struct arena *arena, const char *text)
{
    size_t length = strlen(text), count = 0, whole = 0;
    char *slug = arena_alloc(arena, length + 1);

    for (const char *at = text, *end = text + length; at < end && count < LENGTH_MAX;) {
        char letter = letter_of(utf8_next(&at, end));

        if (letter == '-' && (count == 0 || slug[count - 1] == '-'))
            continue;
        if (letter == '-' || at == end)
            whole = letter == '-' ? count : count + 1;
        slug[count++] = letter;
    }
    count = count == LENGTH_MAX && whole > 0 ? whole : count;
    while (count > 0 && slug[count - 1] == '-')
        count--;
    slug[count] = '\0';
    return slug;
}
