/* The full mappings of Unicode, which change a text's length, and those of single languages: ICU. */
#include "text/capitals.h"

#include "text/locale.h"
#include "text/nfc.h"

#include <string.h>
#include <unicode/ucasemap.h>

const char *capitals_of(struct arena *arena, const char *text, const char *language)
{
    UErrorCode status = U_ZERO_ERROR;
    UCaseMap *map = ucasemap_open(locale_of(language).text, U_FOLD_CASE_DEFAULT, &status);
    int room = (int)strlen(text) * 3 + 1; /* U+0390, of two bytes, becomes three letters of two: no letter grows more */
    char *capitals = arena_alloc(arena, (size_t)room);

    ucasemap_utf8ToUpper(map, capitals, room, text, -1, &status);
    ASSERT(U_SUCCESS(status));
    ucasemap_close(map);
    return nfc_of(arena, capitals); /* ICU takes Greek letters apart */
}
