/* UTF-8 after RFC 3629. */
#include "base/utf8.h"

#include <string.h>

/* Length of the well-formed sequence at `s`, 0 if there is none; stores the code point. */
static size_t sequence(const unsigned char *s, size_t left, uint32_t *code)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t length = s[0] < 0x80 ? 1 : s[0] < 0xC2 ? 0 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : s[0] < 0xF5 ? 4 : 0;

    if (length == 0 || length > left)
        return 0;
    *code = length == 1 ? s[0] : s[0] & (0xFFu >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0;
        *code = *code << 6 | (s[i] & 0x3Fu);
    }
    if (*code < least[length] || *code > 0x10FFFF || (*code >= 0xD800 && *code <= 0xDFFF))
        return 0;
    return length;
}

size_t utf8_check(const char *bytes, size_t length)
{
    size_t at = 0;
    uint32_t code;

    while ((at = (size_t)(utf8_past_ascii(bytes + at, bytes + length) - bytes)) < length) {
        size_t step = sequence((const unsigned char *)bytes + at, length - at, &code);

        if (step == 0)
            break;
        at += step;
    }
    return at;
}

uint32_t utf8_next_long(const char **at, const char *end)
{
    uint32_t code = 0xFFFD;
    size_t step = sequence((const unsigned char *)*at, (size_t)(end - *at), &code);

    if (step == 0) {
        *at += 1;
        return 0xFFFD;
    }
    *at += step;
    return code;
}

const char *utf8_past_ascii(const char *at, const char *end)
{
    uint64_t eight;

    for (; end - at >= (ptrdiff_t)sizeof(eight); at += sizeof(eight)) {
        memcpy(&eight, at, sizeof(eight));
        if (eight & 0x8080808080808080)
            break;
    }
    while (at < end && (unsigned char)*at < 0x80)
        at++;
    return at;
}

/* Taking 0x20 from a byte below it, or adding 1 to 0x7F, sets its highest bit. */
const char *utf8_past_printable(const char *at, const char *end)
{
    uint64_t eight;

    for (; end - at >= (ptrdiff_t)sizeof(eight); at += sizeof(eight)) {
        memcpy(&eight, at, sizeof(eight));
        if ((eight | (eight - 0x2020202020202020) | (eight + 0x0101010101010101)) & 0x8080808080808080)
            break;
    }
    while (at < end && (unsigned char)*at >= ' ' && (unsigned char)*at < 0x7F)
        at++;
    return at;
}

const char *utf8_skip(const char *at, const char *end, size_t letters)
{
    while (letters > 0 && at < end) {
        const char *most = (size_t)(end - at) > letters ? at + letters : end, *far = utf8_past_ascii(at, most);

        letters -= (size_t)(far - at);
        at = far;
        if (letters > 0 && at < end) {
            utf8_next(&at, end);
            letters--;
        }
    }
    return at;
}

int utf8_put(char bytes[4], uint32_t code)
{
    ASSERT(code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF));
    if (code < 0x80) {
        bytes[0] = (char)code;
        return 1;
    }
    int length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

    for (int i = length - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    bytes[0] = (char)(0xF00u >> length | code);
    return length;
}
