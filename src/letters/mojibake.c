/* Two or more letters whose bytes in another encoding are one letter in UTF-8. Few such pairs stand in whole texts, and those at a word's
 * end or in capitals: what is around them tells. */
#include "letters/mojibake.h"

#include "base/utf8.h"

#include <string.h>
#include <uchar.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

/* The upper half of each encoding that UTF-8 is taken for; bytes without a letter stand for themselves. */
static const char16_t windows_1252[] = u"€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
                                       u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
static const char16_t windows_1250[] = u"€\x81‚\x83„…†‡\x88‰Š‹ŚŤŽŹ\x90‘’“”•–—\x98™š›śťžź\u00A0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00AD®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
                                       u"ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";
static const char16_t windows_1251[] = u"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\x98™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї"
                                       u"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";
static const char16_t mac_roman[] = u"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
                                    u"¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

static const char16_t *const encodings[] = {windows_1252, windows_1250, windows_1251, mac_roman};

enum {
    UPPER_HALF = 0x80,
    ROUNDS_MAX = 3,  /* taken wrongly again and again */
    CHAIN_LEAST = 3, /* two are enough of such as take three letters each */
    NO_BREAK_SPACE = 0xA0,
    NOT_SIGN = 0xAC,
    A_TILDE = 0xC3,
    BYTE_ORDER_MARK = 0xFEFF,
    SQUARE_ROOT = 0x221A,
};

/* One letter of UTF-8 as letters of an encoding: text at..behind. */
struct sequence {
    const char *at, *behind;
    uint32_t lead, last; /* as they are shown */
    uint32_t meant;
    int count; /* letters */
};

/* 0: none of the upper half. */
static unsigned byte_of(const char16_t *encoding, uint32_t code)
{
    if (code >= 0x80 && code < 0xA0)
        return code; /* Latin-1 has them as they are */
    for (unsigned i = 0; i < UPPER_HALF && code > 0x7F; i++)
        if (encoding[i] == code)
            return UPPER_HALF + i;
    return 0;
}

static bool read_sequence(const char16_t *encoding, const char *at, const char *end, struct sequence *sequence)
{
    char bytes[4];
    const char *next = at, *read = bytes;
    uint32_t code = utf8_next(&next, end);
    unsigned byte = byte_of(encoding, code);

    *sequence = (struct sequence){.at = at,
                                  .lead = code,
                                  .count = byte < 0xC2   ? 0
                                           : byte < 0xE0 ? 2
                                           : byte < 0xF0 ? 3
                                           : byte < 0xF5 ? 4
                                                         : 0};
    if (sequence->count == 0)
        return false;
    bytes[0] = (char)byte;
    for (int i = 1; i < sequence->count; i++) {
        if (next == end)
            return false;
        sequence->last = utf8_next(&next, end);
        byte = byte_of(encoding, sequence->last);
        if ((byte & 0xC0) != 0x80)
            return false;
        bytes[i] = (char)byte;
    }
    if (utf8_check(bytes, (size_t)sequence->count) != (size_t)sequence->count)
        return false;
    sequence->meant = utf8_next(&read, bytes + sequence->count);
    sequence->behind = next;
    return u_isdefined((UChar32)sequence->meant) && u_charType((UChar32)sequence->meant) != U_PRIVATE_USE_CHAR;
}

static bool is_one_of(const char16_t *letters, uint32_t code)
{
    for (; *letters; letters++)
        if (*letters == code)
            return true;
    return false;
}

/* What may stand behind a letter of its own right. */
static bool is_closing(uint32_t code)
{
    return is_one_of(u"\u00A0»›”’…–—•·", code);
}

static bool is_raised(uint32_t code)
{
    return is_one_of(u"®©™ªº¹²³°´", code);
}

static bool is_opening(uint32_t code)
{
    return is_one_of(u"“‘«‹„‚", code);
}

static bool is_lower(uint32_t code)
{
    return u_islower((UChar32)code);
}

static bool is_capital(uint32_t code)
{
    return u_isupper((UChar32)code);
}

static bool is_cyrillic(uint32_t code)
{
    return code >= 0x400 && code < 0x500;
}

/* The letters before and behind; 0 at an end. */
struct context {
    uint32_t before, behind;
};

/* Of two letters: what was meant is a Latin letter with a mark, or a sign of Latin-1. */
static bool is_broken_pair(const struct sequence *s, struct context around)
{
    bool latin_1 = s->meant < 0x100;

    if (is_lower(s->lead) || s->meant >= 0x250 || is_one_of(u"πΩ∞∂∑∏∫", s->last))
        return false;
    if (is_lower(around.before)) /* no capital and no sign follows a small letter so; Cyrillic has кВ */
        return !is_cyrillic(s->lead) || (around.before < 0x250 && !is_cyrillic(around.behind));
    if (s->lead == SQUARE_ROOT || is_cyrillic(s->lead))
        return s->lead == SQUARE_ROOT && is_lower(around.behind);
    if (is_closing(s->last))
        return latin_1 && !is_capital(around.before) &&
               (is_lower(around.behind) || (s->last == NO_BREAK_SPACE && (around.before != 0 || s->meant != NO_BREAK_SPACE)));
    if (is_raised(s->last))
        return is_lower(around.behind) || (latin_1 && u_isdigit((UChar32)around.before)) ||
               (is_one_of(u"\u00A9\u00AE\u00B0\u00B4", s->meant) && s->meant == s->last && !u_isalpha((UChar32)around.before));
    if (is_opening(s->last))
        return latin_1 && u_isalpha((UChar32)around.behind) && u_isalpha((UChar32)s->meant);
    if (u_isalpha((UChar32)s->last)) /* ORĂŞENI is Romanian */
        return s->lead == A_TILDE || (s->lead == NOT_SIGN && u_isalpha((UChar32)around.behind));
    return latin_1 || is_lower(around.behind);
}

/* Of three or four: a sign, a Latin letter with two marks as Vietnamese has them, or an emoji. */
static bool is_broken_group(const struct sequence *s)
{
    const char *second = s->at, *third;

    utf8_next(&second, s->behind);
    third = second;
    if (s->meant == BYTE_ORDER_MARK)
        return true;
    if (s->count == 4)
        return u_hasBinaryProperty((UChar32)s->meant, UCHAR_EMOJI);
    if (s->meant >= 0x1E00 && s->meant < 0x1F00)
        return !is_closing(s->last) && !is_raised(s->last) && !is_opening(s->last);
    if (is_lower(s->lead) && is_lower(utf8_next(&third, s->behind)) && is_lower(s->last)) /* "âžž" is Inari Sámi */
        return false;
    return s->meant >= 0x2000 && s->meant < 0x2800 && !is_closing(utf8_next(&second, s->behind)) &&
           (U_GET_GC_MASK((UChar32)s->meant) & (U_GC_P_MASK | U_GC_S_MASK));
}

/* Whether letters of one script were meant by this sequence and the next ones: a word of another script. */
static bool begins_chain(const char16_t *encoding, const struct sequence *first, const char *end)
{
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)first->meant, &status);
    struct sequence s = *first;
    int count = 0;

    int least = first->count > 2 ? CHAIN_LEAST - 1 : CHAIN_LEAST;

    do {
        count += u_isalpha((UChar32)s.meant) && uscript_getScript((UChar32)s.meant, &status) == script;
    } while (count < least && read_sequence(encoding, s.behind, end, &s));
    return count >= least;
}

static bool is_mojibake(const char16_t *encoding, const struct sequence *s, struct context around, const char *end)
{
    return (s->count == 2 ? is_broken_pair(s, around) : is_broken_group(s)) || begins_chain(encoding, s, end);
}

/* Only these letters of the encodings begin what was one letter: a quick look before the tables are read. */
static bool may_lead(uint32_t code)
{
    if (code < 0x100)
        return (code >= 0xC2 && code <= 0xF4) || code == NOT_SIGN;
    if (code < 0x180)
        return is_one_of(u"ĂĹĐŃŘŮăäĺćç", code);
    if (code >= 0x400 && code < 0x500)
        return is_one_of(u"ВГДЕЖИЙОПРСТЧШЩЪЫЬЭЮЯв", code);
    return code < 0x2300 && is_one_of(u"ƒ–—‚√≈", code);
}

/* The encoding that broke the piece at `at`; NULL if it is whole. */
static const char16_t *breaker(const char *at, const char *end, uint32_t before, struct sequence *found)
{
    for (size_t i = 0; i < COUNTOF(encodings); i++) {
        if (!read_sequence(encodings[i], at, end, found))
            continue;
        const char *behind = found->behind;
        struct context around = {before, behind < end ? utf8_next(&behind, end) : 0};

        if (is_mojibake(encodings[i], found, around, end))
            return encodings[i];
    }
    return NULL;
}

/* The first piece from `from` on that was broken; NULL if there is none, else its encoding. */
static const char16_t *find_any(const char *from, const char *end, struct sequence *found)
{
    uint32_t before = 0;

    for (const char *at = from; at < end;) {
        const char *here = utf8_past_ascii(at, end);

        if (here > at)
            before = (unsigned char)here[-1];
        if ((at = here) == end)
            break;
        uint32_t code = utf8_next(&at, end);
        bool alone = at == end || (unsigned char)*at < 0x80; /* what was broken is two letters or more, none of them ASCII */
        const char16_t *encoding = !alone && may_lead(code) ? breaker(here, end, before, found) : NULL;

        if (encoding)
            return encoding;
        before = code;
    }
    return NULL;
}

/* Whole letters, as many as there is room for. */
static void put(char word[MOJIBAKE_WORD_BYTES], size_t *length, const char *from, const char *end)
{
    size_t size = (size_t)(end - from);

    if (*length + size < MOJIBAKE_WORD_BYTES) {
        memcpy(word + *length, from, size);
        *length += size;
    }
    word[*length] = '\0';
}

/* The word as it was before it was taken for this encoding. */
static void undo(const char16_t *encoding, const char *from, const char *end, char meant[MOJIBAKE_WORD_BYTES])
{
    size_t length = 0;

    for (const char *at = from; at < end;) {
        const char *here = at;
        struct sequence s;
        char letter[4];

        utf8_next(&at, end);
        if (read_sequence(encoding, here, end, &s)) {
            int bytes = utf8_put(letter, s.meant);

            put(meant, &length, letter, letter + bytes);
            at = s.behind;
        } else
            put(meant, &length, here, at);
    }
}

static bool is_continued(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Of a word: blanks, and what YAML and Markdown write around texts. */
static bool is_edge(char byte)
{
    return (unsigned char)byte <= ' ' || strchr("\"'()[]{}*_", byte);
}

/* The word around the piece; what is long is cut on both sides of it. */
static void tell_word(const char16_t *encoding, const char *text, const char *end, struct mojibake *found)
{
    enum { BEFORE_MOST = 24, BEHIND_MOST = 36 };
    const char *from = text + found->from, *to = text + found->to;
    struct sequence again;
    size_t length = 0;

    while (from > text && !is_edge(from[-1]) && text + found->from - from < BEFORE_MOST)
        from--;
    while (from > text && is_continued(*from))
        from++;
    while (to < end && !is_edge(*to) && to - (text + found->from) < BEHIND_MOST)
        to++;
    while (to < end && is_continued(*to))
        to--;
    put(found->shown, &length, from, to);
    undo(encoding, from, to, found->meant);
    for (int round = 1; round < ROUNDS_MAX; round++) {
        char once[MOJIBAKE_WORD_BYTES];

        memcpy(once, found->meant, sizeof(once));
        encoding = find_any(once, once + strlen(once), &again);
        if (!encoding)
            break;
        undo(encoding, once, once + strlen(once), found->meant);
    }
}

bool mojibake_find(const char *text, size_t length, size_t from, struct mojibake *found)
{
    struct sequence first;
    const char16_t *encoding = find_any(text + from, text + length, &first);

    if (!encoding)
        return false;
    *found = (struct mojibake){.from = (size_t)(first.at - text), .to = (size_t)(first.behind - text)};
    tell_word(encoding, text, text + length, found);
    return true;
}
