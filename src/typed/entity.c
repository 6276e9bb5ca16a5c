/* Numbers are read here, names looked up. */
#include "typed/entity.h"

#include "base/utf8.h"
#include "typed/entity_names.h"
#include "typed/typed.h"

#include <string.h>

enum { NAME_MAX_BYTES = 48, NAME_LEAST_BYTES = 3, DIGITS_LEAST = 2 };

static int digit_value(char c)
{
    if (typed_is_digit(c))
        return c - '0';
    c = (char)(c | 32);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

/* Where the name or the number begins, and how many bytes it has: none if this is no reference. */
struct entity_body {
    size_t start, length;
};

static struct entity_body body_at(const char *at)
{
    if (at[0] != '&')
        return (struct entity_body){0, 0};
    size_t start = at[1] == '#' ? (at[2] | 32) == 'x' ? 3 : 2 : 1, end = start;

    if (start == 1 && !typed_is_letter(at[1]))
        return (struct entity_body){0, 0};
    while (end < NAME_MAX_BYTES && (start == 1   ? typed_is_letter(at[end]) || typed_is_digit(at[end])
                                    : start == 2 ? typed_is_digit(at[end])
                                                 : digit_value(at[end]) < 16))
        end++;
    return (struct entity_body){start, end - start};
}

size_t entity_length(const char *at)
{
    struct entity_body found = body_at(at);
    size_t end = found.start + found.length;

    return found.length > 0 && at[end] == ';' ? end + 1 : 0;
}

/* Letters of Latin-1 and three signs. "&ethnic" is a word. */
static bool ends_by_itself(const char *name, size_t length)
{
    static const char *const signs[] = {"amp", "nbsp", "quot"};
    size_t bytes = 0;
    const char *letters = entity_named(name, length, &bytes);

    for (size_t i = 0; i < COUNTOF(signs); i++)
        if (length == strlen(signs[i]) && memcmp(name, signs[i], length) == 0)
            return true;
    return letters && bytes == 2 && letters[0] == '\xC3' && !strchr("\x90\x97\xB0\xB7", letters[1]);
}

size_t entity_open_length(const char *at)
{
    struct entity_body found = body_at(at);
    const char *name = at + found.start;
    size_t bytes;

    if (found.start > 1)
        return found.length >= DIGITS_LEAST ? found.start + found.length : 0;
    if (found.length >= NAME_LEAST_BYTES && entity_named(name, found.length, &bytes))
        return found.start + found.length;
    for (size_t length = found.length; length-- > NAME_LEAST_BYTES;)
        if (ends_by_itself(name, length))
            return found.start + length;
    return 0;
}

size_t entity_twice_length(const char *at)
{
    static const char escaped[] = "&amp;";
    char once[NAME_MAX_BYTES + 2] = "&";
    size_t length = strlen(escaped);

    if (strncmp(at, escaped, length) != 0)
        return 0;
    strncat(once, at + length, NAME_MAX_BYTES);
    size_t inner = entity_length(once);

    return inner > 0 && entity_read(once, inner).length > 0 ? length + inner - 1 : 0;
}

/* A visible character: no surrogate, no control, no break. */
static bool is_usable(uint32_t code)
{
    return code >= 0x20 && code != 0x7F && !(code >= 0x80 && code < 0xA0) && !(code >= 0xD800 && code <= 0xDFFF) && code <= 0x10FFFF &&
           code != 0xFFFE && code != 0xFFFF;
}

/* Old pages number the letters of Windows-1252, as browsers know: 0x80 to 0x9F. */
static uint32_t of_windows(uint32_t code)
{
    static const uint16_t codes[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                     0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                     0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

    return code >= 0x80 && code < 0xA0 ? codes[code - 0x80] : code;
}

static uint32_t numeric(const char *digits, size_t length, int base)
{
    uint32_t code = 0;

    for (size_t i = 0; i < length; i++) {
        int digit = digit_value(digits[i]);

        if (digit >= base || code > 0x10FFFF)
            return 0;
        code = code * (uint32_t)base + (uint32_t)digit;
    }
    code = of_windows(code);
    return is_usable(code) ? code : 0;
}

struct entity entity_read(const char *text, size_t length)
{
    struct entity entity = {.length = 0};

    if (length < 4 || text[0] != '&' || text[length - 1] != ';')
        return entity;
    const char *name = text + 1;

    length -= 2;
    if (name[0] == '#') {
        bool hexadecimal = (name[1] | 32) == 'x';
        uint32_t code = hexadecimal ? numeric(name + 2, length - 2, 16) : numeric(name + 1, length - 1, 10);

        entity.length = code > 0 ? (size_t)utf8_put(entity.bytes, code) : 0;
        return entity;
    }
    const char *bytes = entity_named(name, length, &entity.length);

    if (bytes)
        memcpy(entity.bytes, *bytes == '\t' || *bytes == '\n' ? " " : bytes, entity.length);
    return entity;
}
