/* ICU composes UTF-16 only, so texts that need it go there and back. */
#include "text/nfc.h"

#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* All letters below U+0300 are composed, and none takes part in a composition with the next; their UTF-8 begins below this byte. So are
 * dashes, quotation marks and what else stands between U+2010 and U+203F, which few texts do without. */
enum { FIRST_BYTE_OF_MARKS = 0xCC };

static bool is_punctuation(const unsigned char *at)
{
    return at[0] == 0xE2 && at[1] == 0x80 && at[2] >= 0x90;
}

static bool is_plain(const char *text, size_t length)
{
    const char *end = text + length;

    for (const char *at = text; (at = utf8_past_ascii(at, end)) < end;) {
        bool marks = (unsigned char)*at >= FIRST_BYTE_OF_MARKS;

        if (marks && !is_punctuation((const unsigned char *)at))
            return false;
        at += marks ? 3 : 1;
    }
    return true;
}

const char *nfc_of(struct arena *arena, const char *text)
{
    UErrorCode status = U_ZERO_ERROR;
    int length = (int)strlen(text), units;

    if (is_plain(text, (size_t)length))
        return text;
    struct arena_mark mark = arena_mark(arena);
    UChar *typed = ARENA_ARRAY(arena, UChar, length);
    const UNormalizer2 *normalizer = unorm2_getNFCInstance(&status);

    u_strFromUTF8(typed, length, &units, text, length, &status);
    ASSERT(U_SUCCESS(status));
    if (unorm2_isNormalized(normalizer, typed, units, &status)) {
        arena_return(arena, mark);
        return text;
    }
    int room = units * 3; /* of one UTF-16 unit NFC makes three at most: Unicode's FAQ on normalisation */
    UChar *composed = ARENA_ARRAY(arena, UChar, room);
    int count = unorm2_normalize(normalizer, typed, units, composed, room, &status);
    char *bytes = arena_alloc(arena, (size_t)count * 3 + 1);

    u_strToUTF8(bytes, count * 3 + 1, NULL, composed, count, &status);
    ASSERT(U_SUCCESS(status));
    return bytes;
}

static bool is_utf8(const char *text)
{
    return utf8_check(text, strlen(text)) == strlen(text);
}

bool nfc_same(const char *one, const char *other)
{
    if (strcmp(one, other) == 0)
        return true;
    if ((is_plain(one, strlen(one)) && is_plain(other, strlen(other))) || !is_utf8(one) || !is_utf8(other))
        return false;
    struct arena *arena = arena_create();
    bool same = strcmp(nfc_of(arena, one), nfc_of(arena, other)) == 0;

    arena_destroy(arena);
    return same;
}

const char *nfc_usual(struct arena *arena, uint32_t code)
{
    enum { USUAL_UNITS = 32 }; /* the longest has 18: U+FDFA */
    UErrorCode status = U_ZERO_ERROR;
    UChar units[USUAL_UNITS];
    char text[USUAL_UNITS * 3 + 1];

    switch (u_getIntPropertyValue((UChar32)code, UCHAR_DECOMPOSITION_TYPE)) {
    case U_DT_WIDE:
    case U_DT_NARROW:
    case U_DT_FONT:
    case U_DT_INITIAL:
    case U_DT_MEDIAL:
    case U_DT_FINAL:
    case U_DT_ISOLATED:
        break;
    default:
        return NULL;
    }
    int count = unorm2_getDecomposition(unorm2_getNFKCInstance(&status), (UChar32)code, units, USUAL_UNITS, &status);

    u_strToUTF8(text, (int)sizeof(text), NULL, units, count, &status);
    ASSERT(U_SUCCESS(status));
    return arena_printf(arena, "%s", text);
}
