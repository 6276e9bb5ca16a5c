/* ICU orders UTF-16: texts are copied, and the levels come back byte by byte. */
#include "text/bidi.h"

#include "base/utf8.h"

#include <unicode/ubidi.h>
#include <unicode/uloc.h>
#include <unicode/utf16.h>

/* All letters and signs that run from right to left, and all marks of direction, are above these; the rest of a left-to-right text stays in
 * its order. */
static bool is_plain(uint32_t code)
{
    return code < 0x590 || (code >= 0x900 && code < 0x200E) || (code >= 0x2010 && code < 0x202A) || (code >= 0x2070 && code < 0xFB1D);
}

static bool is_simple(const struct bidi_text *text)
{
    const char *at = text->bytes, *end = at + text->length;

    while (at < end) {
        if (!is_plain(utf8_next(&at, end)))
            return false;
    }
    return !text->leftward;
}

bool bidi_base(const struct bidi_text *text)
{
    enum { HARDLY_ANY = 10 /* one in so many */ };
    const char *at = text->bytes, *end = at + text->length;
    int leftward = 0, rightward = 0;
    bool first = text->leftward;

    while (at < end) {
        UCharDirection direction = u_charDirection((UChar32)utf8_next(&at, end));
        bool left = direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;

        if (!left && direction != U_LEFT_TO_RIGHT)
            continue;
        if (leftward + rightward == 0)
            first = left;
        leftward += left;
        rightward += !left;
    }
    int own = text->leftward ? leftward : rightward;

    return first != text->leftward && own * HARDLY_ANY < leftward + rightward ? first : text->leftward;
}

static int32_t to_utf16(const struct bidi_text *text, UChar *units)
{
    const char *at = text->bytes, *end = at + text->length;
    int32_t count = 0;

    while (at < end) {
        uint32_t code = utf8_next(&at, end);

        U16_APPEND_UNSAFE(units, count, code);
    }
    return count;
}

/* Levels of units become levels of bytes. False if all are 0. */
static bool spread(const struct bidi_text *text, const UBiDiLevel *of_units, uint8_t *levels)
{
    const char *at = text->bytes, *end = at + text->length;
    bool any = false;

    for (int unit = 0; at < end;) {
        int from = (int)(at - text->bytes);
        uint32_t code = utf8_next(&at, end);

        for (int i = from; i < at - text->bytes; i++)
            levels[i] = of_units[unit];
        any = any || of_units[unit] > 0;
        unit += U16_LENGTH(code);
    }
    return any;
}

uint8_t *bidi_levels(struct arena *arena, const struct bidi_text *text)
{
    if (text->length == 0 || is_simple(text))
        return NULL;
    UChar *units = ARENA_ARRAY(arena, UChar, text->length); /* no text has more units than bytes */
    uint8_t *levels = ARENA_ARRAY(arena, uint8_t, text->length);
    int32_t count = to_utf16(text, units);
    UErrorCode error = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_openSized(count, 0, &error);

    ubidi_setPara(bidi, units, count, text->leftward ? UBIDI_RTL : UBIDI_LTR, NULL, &error);
    const UBiDiLevel *of_units = U_SUCCESS(error) ? ubidi_getLevels(bidi, &error) : NULL;

    ASSERT(U_SUCCESS(error)); /* it fails for want of memory alone */
    bool any = spread(text, of_units, levels);

    ubidi_close(bidi);
    return any ? levels : NULL;
}

void bidi_order(const uint8_t *levels, int count, int *order)
{
    ubidi_reorderVisual(levels, count, order);
}

bool bidi_is_leftward(const char *language)
{
    return language && uloc_isRightToLeft(language);
}
