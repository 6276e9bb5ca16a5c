/* Numeric entities, and the named ones that writers of running text use. */
#include "markdown/entity.h"

#include <string.h>

static const struct {
    const char *name;
    uint32_t code;
} named[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},       {"quot", '"'},     {"apos", '\''},    {"nbsp", 0xA0},    {"shy", 0xAD},
    {"iexcl", 0xA1},    {"iquest", 0xBF},   {"laquo", 0xAB},   {"raquo", 0xBB},   {"ndash", 0x2013}, {"mdash", 0x2014}, {"hellip", 0x2026},
    {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"sbquo", 0x201A}, {"bdquo", 0x201E}, {"lsaquo", 0x2039},
    {"rsaquo", 0x203A}, {"middot", 0xB7},   {"bull", 0x2022},  {"times", 0xD7},   {"minus", 0x2212}, {"deg", 0xB0},     {"ordf", 0xAA},
    {"ordm", 0xBA},     {"sect", 0xA7},     {"para", 0xB6},    {"copy", 0xA9},    {"reg", 0xAE},     {"euro", 0x20AC},  {"pound", 0xA3},
    {"frac12", 0xBD},   {"thinsp", 0x2009}, {"ensp", 0x2002},  {"emsp", 0x2003},
};

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 32);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

/* A visible character: no surrogate, no control, no break. */
static bool is_usable(uint32_t code)
{
    return code >= 0x20 && code != 0x7F && !(code >= 0x80 && code < 0xA0) && !(code >= 0xD800 && code <= 0xDFFF) && code <= 0x10FFFF &&
           code != 0xFFFE && code != 0xFFFF;
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
    return is_usable(code) ? code : 0;
}

uint32_t entity_code(const char *text, size_t length)
{
    if (length < 4 || text[0] != '&' || text[length - 1] != ';')
        return 0;
    const char *name = text + 1;

    length -= 2;
    if (name[0] == '#' && (name[1] | 32) == 'x')
        return numeric(name + 2, length - 2, 16);
    if (name[0] == '#')
        return numeric(name + 1, length - 1, 10);
    for (size_t i = 0; i < COUNTOF(named); i++)
        if (strlen(named[i].name) == length && strncmp(named[i].name, name, length) == 0)
            return named[i].code;
    return 0;
}
