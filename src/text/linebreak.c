/* UAX #14 through libunibreak, which is of Unicode 6.2: guarded where it aborts, mended where later Unicode knows better. */
#include "text/linebreak.h"

#include "base/utf8.h"

#include <linebreak.h>
#include <string.h>

enum {
    SOFT_HYPHEN = 0xAD,
    EN_DASH = 0x2013,
    ZERO_WIDTH_JOINER = 0x200D,
    END_MARK = 0xFFFF, /* libunibreak takes it for the end of the text and leaves the rest undecided */
};

static bool is_regional(uint32_t code)
{
    return code >= 0x1F1E6 && code <= 0x1F1FF;
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/* Marks of the scripts a face of ours can show, variation selectors and skin tones. */
static bool is_extension(uint32_t code)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F},   {0x0900, 0x0903},   {0x093A, 0x094F},
        {0x0E31, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},   {0x200C, 0x200D},   {0x20D0, 0x20FF},
        {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F}, {0xE0100, 0xE01EF},
    };

    for (size_t i = 0; i < COUNTOF(ranges); i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return false;
}

/* Puts ideographs in the place of what libunibreak cannot take, byte for byte as long: between two of them a line may break. */
static void guard(unsigned char *copy, int length)
{
    static const char four[] = "\xF0\xA0\x80\x80" /* U+20000 */, three[] = "\xE4\xB8\x80" /* U+4E00 */;
    const char *end = (const char *)copy + length;

    for (const char *at = (const char *)copy; at < end;) {
        size_t from = (size_t)(at - (const char *)copy);
        uint32_t code = utf8_next(&at, end);

        if (is_regional(code))
            memcpy(copy + from, four, 4);
        else if (code == END_MARK)
            memcpy(copy + from, three, 3);
    }
}

/* Whether `code` may not be parted from what is before it, though libunibreak would. */
static bool clings(uint32_t before_last, uint32_t last, uint32_t code, bool flag_open)
{
    return is_extension(code) || last == ZERO_WIDTH_JOINER || (flag_open && is_regional(code)) ||
           (is_digit(before_last) && last == EN_DASH && is_digit(code)) /* 1970-1973 */ ||
           (is_digit(before_last) && last == ' ' && code == '%'); /* 36,6 %, as Spanish writes it */
}

static void mend(const char *text, int length, uint8_t *breaks)
{
    const char *end = text + length;
    uint32_t before_last = 0, last = 0;
    bool flag_open = false; /* an odd number of regional indicators precedes */

    for (const char *at = text; at < end;) {
        ptrdiff_t from = at - text;
        uint32_t code = utf8_next(&at, end);

        if (from > 0 && breaks[from - 1] != LINEBREAK_MUST && clings(before_last, last, code, flag_open))
            breaks[from - 1] = LINEBREAK_NONE;
        if (code == SOFT_HYPHEN && breaks[at - text - 1] == LINEBREAK_MAY)
            breaks[at - text - 1] = LINEBREAK_SOFT;
        flag_open = is_regional(code) && !flag_open;
        before_last = last;
        last = code;
    }
}

void linebreak_find(struct arena *scratch, const struct linebreak_text *text, uint8_t *breaks)
{
    static const uint8_t meanings[] = {
        [LINEBREAK_MUSTBREAK] = LINEBREAK_MUST,
        [LINEBREAK_ALLOWBREAK] = LINEBREAK_MAY,
        [LINEBREAK_NOBREAK] = LINEBREAK_NONE,
        [LINEBREAK_INSIDEACHAR] = LINEBREAK_NONE,
    };

    int length = text->length;

    if (length == 0)
        return;
    unsigned char *copy = (unsigned char *)arena_text(scratch, text->bytes, (size_t)length);

    guard(copy, length);
    init_linebreak(); /* idempotent, and cheap beside what follows */
    set_linebreaks_utf8(copy, (size_t)length, text->language, (char *)breaks);
    for (int i = 0; i < length; i++)
        breaks[i] = breaks[i] < COUNTOF(meanings) ? meanings[breaks[i]] : LINEBREAK_NONE;
    mend(text->bytes, length, breaks);
    breaks[length - 1] = LINEBREAK_MUST;
}

int linebreak_letter(const char *text, int length)
{
    const char *end = text + length, *at = text;
    uint32_t last = utf8_next(&at, end);
    bool flag_open = is_regional(last);

    while (at < end) {
        const char *next = at;
        uint32_t code = utf8_next(&next, end);

        if (!clings(0, last, code, flag_open))
            break;
        flag_open = false;
        last = code;
        at = next;
    }
    return (int)(at - text);
}
