/* From sign to sign of those that spelling begins with. What is no letter in the end, or stands where numbers stand, is none. */
#include "letters/spelled.h"

#include "base/utf8.h"

#include <limits.h>
#include <string.h>
#include <unicode/uchar.h>

enum {
    CODES_MAX = 3, /* of one piece of UTF-7 */
    UNITS_MAX = 4, /* bytes of one letter, each spelled */
    LATIN_1_FIRST = 0xA0,
    SURROGATE_FIRST = 0xD800,
    SURROGATE_LOW = 0xDC00,
    SURROGATE_END = 0xE000,
};

struct spelling {
    const char *text, *end;
};

/* One letter: at..behind. further: such as are spelled with it, which UTF-7 does. */
struct letter {
    const char *behind;
    uint32_t code, further[CODES_MAX];
};

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* So many digits, read at *at, which moves behind them. */
static bool read_hex(const char **at, const char *end, int digits, uint32_t *value)
{
    *value = 0;
    for (int i = 0; i < digits; i++, (*at)++) {
        if (*at == end || hex_value(**at) < 0)
            return false;
        *value = *value * 16 + (uint32_t)hex_value(**at);
    }
    return true;
}

static bool read_sign(const char **at, const char *end, const char *sign)
{
    size_t length = strlen(sign);

    if ((size_t)(end - *at) < length || memcmp(*at, sign, length) != 0)
        return false;
    *at += length;
    return true;
}

static uint32_t letter_before(const struct spelling *look, const char *at)
{
    const char *from = at;

    if (at == look->text)
        return 0;
    do {
        from--;
    } while (from > look->text && ((unsigned char)*from & 0xC0) == 0x80);
    return utf8_next(&from, at);
}

/* Two small letters: one alone is the name of a number ("n=FC"). */
static bool is_word_before(const struct spelling *look, const char *at)
{
    if (!u_islower((UChar32)letter_before(look, at)))
        return false;
    do {
        at--;
    } while (((unsigned char)*at & 0xC0) == 0x80);
    return u_isalpha((UChar32)letter_before(look, at));
}

static uint32_t letter_at(const struct spelling *look, const char *at)
{
    return at < look->end ? utf8_next(&at, look->end) : 0;
}

static bool is_letter(uint32_t code)
{
    return u_isalpha((UChar32)code);
}

/* Bytes behind a sign each: one letter of UTF-8, or of Latin-1 beside other letters. In e-mails they are capitals. */
static bool read_bytes(const struct spelling *look, const char *at, char sign, struct letter *letter)
{
    const char *read = at, *from;
    char bytes[UNITS_MAX];
    int count = 0;

    for (uint32_t byte; count < UNITS_MAX && read < look->end && *read == sign; count++) {
        const char *digits = read + 1;

        if (!read_hex(&digits, look->end, 2, &byte) || (sign == '=' && (digits[-1] >= 'a' || digits[-2] >= 'a')))
            break;
        bytes[count] = (char)byte;
        read = digits;
    }
    if (count == 0)
        return false;
    uint32_t before = letter_before(look, at), first = (unsigned char)bytes[0];

    from = bytes;
    for (int length = 2; length <= count; length++)
        if (first >= 0x80 && utf8_check(bytes, (size_t)length) == (size_t)length) {
            *letter = (struct letter){.behind = at + (size_t)length * 3, .code = utf8_next(&from, bytes + length)};
            return u_isgraph((UChar32)letter->code) || letter->code == LATIN_1_FIRST;
        }
    *letter = (struct letter){.behind = at + 3, .code = first};
    uint32_t behind = letter_at(look, letter->behind);

    if (first < 0x80) /* a blank, a sign: only within words */
        return first >= 0x20 && !is_letter(first) && !u_isdigit((UChar32)first) && sign == '%' && is_letter(before) && is_letter(behind);
    return first > LATIN_1_FIRST && is_letter(first) && (is_word_before(look, at) || u_islower((UChar32)behind));
}

/* "\u00fc", "\u{fc}", "\U000000fc", "\xfc", "\'fc". */
static bool read_escape(const struct spelling *look, const char *at, struct letter *letter)
{
    static const struct {
        const char *begin;
        int digits;
        const char *close;
    } forms[] = {{"u{", 1, "}"}, {"u{", 2, "}"}, {"u{", 3, "}"}, {"u{", 4, "}"}, {"u{", 5, "}"},
                 {"u", 4, ""},   {"U", 8, ""},   {"x", 2, ""},   {"'", 2, ""}};

    for (size_t i = 0; i < COUNTOF(forms); i++) {
        const char *read = at;
        uint32_t code, low;

        if (!read_sign(&read, look->end, "\\") || !read_sign(&read, look->end, forms[i].begin) ||
            !read_hex(&read, look->end, forms[i].digits, &code) || !read_sign(&read, look->end, forms[i].close))
            continue;
        if (code >= SURROGATE_FIRST && code < SURROGATE_LOW) {
            if (!read_sign(&read, look->end, "\\") || !read_sign(&read, look->end, "u") || !read_hex(&read, look->end, 4, &low) ||
                low < SURROGATE_LOW || low >= SURROGATE_END)
                return false;
            code = 0x10000 + ((code - SURROGATE_FIRST) << 10) + (low - SURROGATE_LOW);
        }
        *letter = (struct letter){.behind = read, .code = code};
        if (forms[i].begin[0] == '\'' && (!is_letter(code) || (code % 16 > 9 && code / 16 != 0xD && code / 16 != 0xF)))
            return false; /* an apostrophe and a word: "d\'abord" */
        return code <= 0x10FFFF && (code < SURROGATE_FIRST || code >= SURROGATE_END) &&
               code >= (forms[i].digits == 2 ? LATIN_1_FIRST : 0x20) && (u_isgraph((UChar32)code) || code == LATIN_1_FIRST);
    }
    return false;
}

/* "<0x00FC>" of layout programs. */
static bool read_tag(const struct spelling *look, const char *at, struct letter *letter)
{
    const char *read = at;
    uint32_t code;

    if (!read_sign(&read, look->end, "<0x") || !read_hex(&read, look->end, 4, &code) || !read_sign(&read, look->end, ">"))
        return false;
    *letter = (struct letter){.behind = read, .code = code};
    return code >= LATIN_1_FIRST && (code < SURROGATE_FIRST || code >= SURROGATE_END);
}

static int base64_value(char c)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *at = c ? strchr(digits, c) : NULL;

    return at ? (int)(at - digits) : -1;
}

/* "+APw-" of UTF-7: letters of 16 bits, the last digit filled up with zeros. "2+3-1" and "C+ABC-" spell nothing that can be seen. */
static bool read_utf7(const struct spelling *look, const char *at, struct letter *letter)
{
    const char *read = at + 1;
    uint32_t bits = 0, codes[CODES_MAX + 1] = {0};
    int filled = 0, count = 0;

    for (int value; read < look->end && (value = base64_value(*read)) >= 0; read++) {
        bits = (bits << 6) | (uint32_t)value;
        if ((filled += 6) < 16)
            continue;
        filled -= 16;
        if (count > CODES_MAX)
            return false;
        codes[count++] = (bits >> filled) & 0xFFFF;
        bits &= (1u << filled) - 1;
    }
    if (count == 0 || bits != 0 || filled >= 6 || read == look->end || *read != '-')
        return false;
    for (int i = 0; i < count; i++)
        if (codes[i] < LATIN_1_FIRST || !u_isgraph((UChar32)codes[i]) || u_charType((UChar32)codes[i]) == U_PRIVATE_USE_CHAR)
            return false;
    *letter = (struct letter){.behind = read + 1, .code = codes[0]};
    memcpy(letter->further, codes + 1, sizeof(letter->further));
    return true;
}

static bool read_letter(const struct spelling *look, const char *at, struct letter *letter)
{
    switch (*at) {
    case '=':
    case '%':
        return read_bytes(look, at, *at, letter);
    case '\\':
        return read_escape(look, at, letter);
    case '+':
        return read_utf7(look, at, letter);
    case '<':
        return read_tag(look, at, letter);
    default:
        return false;
    }
}

static bool is_edge(char byte)
{
    return (unsigned char)byte <= ' ' || strchr("\"()[]{}*_<>", byte);
}

static const char *nearest(const struct spelling *look, const char *from)
{
    static const bool signs[UCHAR_MAX + 1] = {['='] = true, ['%'] = true, ['\\'] = true, ['+'] = true, ['<'] = true};

    while (from < look->end && !signs[(unsigned char)*from])
        from++;
    return from < look->end ? from : NULL;
}

static bool has(const char *from, const char *to, const char *words)
{
    size_t length = strlen(words);

    for (; from + length <= to; from++)
        if (memcmp(from, words, length) == 0)
            return true;
    return false;
}

static const char *word_end(const struct spelling *look, const char *at)
{
    while (at < look->end && (unsigned char)*at > ' ')
        at++;
    return at;
}

/* An address, a file's name or code: what is spelled anywhere in that word is meant so. to: its end. */
static bool is_let_be(const struct spelling *look, const char *at, const char *to)
{
    static const char *const marks[] = {"://", "www.", "mailto:", "@", "`", "=?"};
    const char *from = at, *dot;

    while (from > look->text && (unsigned char)from[-1] > ' ')
        from--;
    for (size_t i = 0; i < COUNTOF(marks); i++)
        if (has(from, to, marks[i]))
            return true;
    while (to > at && (to[-1] == '"' || to[-1] == '\''))
        to--;
    for (dot = to; dot > at && is_letter((unsigned char)dot[-1]) && to - dot < 5;)
        dot--;
    return to - dot >= 2 && dot > at && dot[-1] == '.';
}

/* Whole letters, as many as there is room for. */
static void put(char word[SPELLED_WORD_BYTES], const char *from, size_t size)
{
    size_t length = strlen(word);

    if (length + size < SPELLED_WORD_BYTES) {
        memcpy(word + length, from, size);
        word[length + size] = '\0';
    }
}

/* The word around the letter, as it stands and as it was meant; what is long is cut behind. */
static void tell_word(const struct spelling *look, const char *at, struct spelled *found)
{
    enum { BEFORE_MOST = 16, SHOWN_MOST = SPELLED_WORD_BYTES - 8 };
    const char *from = at, *read;
    struct letter letter;

    while (from > look->text && !is_edge(from[-1]) && at - from < BEFORE_MOST)
        from--;
    while (from > look->text && ((unsigned char)*from & 0xC0) == 0x80)
        from++;
    found->shown[0] = found->meant[0] = '\0';
    for (read = from; read < look->end && (read <= at || !is_edge(*read)) && read - from < SHOWN_MOST;) {
        const char *behind = read;
        char bytes[4];

        if (read_letter(look, read, &letter)) {
            behind = letter.behind;
            int count = utf8_put(bytes, letter.code);

            put(found->meant, bytes, (size_t)count);
            for (int i = 0; i < CODES_MAX && letter.further[i]; i++) {
                count = utf8_put(bytes, letter.further[i]);
                put(found->meant, bytes, (size_t)count);
            }
        } else {
            utf8_next(&behind, look->end);
            put(found->meant, read, (size_t)(behind - read));
        }
        put(found->shown, read, (size_t)(behind - read));
        read = behind;
    }
}

bool spelled_find(const char *text, size_t length, struct spelled *found)
{
    struct spelling look = {text, text + length};
    struct letter letter;

    for (const char *at = text, *next; (at = nearest(&look, at)); at = next) {
        next = at + 1;
        if (!read_letter(&look, at, &letter))
            continue;
        next = word_end(&look, at);
        if (is_let_be(&look, at, next))
            continue;
        found->from = (size_t)(at - text);
        found->to = (size_t)(letter.behind - text);
        tell_word(&look, at, found);
        return true;
    }
    return false;
}
