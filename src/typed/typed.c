/* ASCII is told apart by hand; of the other letters it matters only whether they stand in words. */
#include "typed/typed.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

bool typed_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool typed_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool typed_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* As HTML has it: "<!-->" and "<!--->" are whole. */
size_t typed_comment(const char *at)
{
    if (*at != '<' || strncmp(at, "<!--", 4) != 0)
        return 0;
    if (at[4] == '>')
        return 5;
    if (at[4] == '-' && at[5] == '>')
        return 6;
    const char *end = strstr(at + 4, "-->");

    return end ? (size_t)(end + 3 - at) : 0;
}

bool typed_is_format_tag(const char *at)
{
    static const char *const schemes[] = {"http",  "https", "ftp",   "mailto", "tel",  "sms", "geo",
                                          "panel", "term",  "event", "person", "file", "urn", "doi"};
    const char *name = at + 1;

    if (*at != '<')
        return false;
    name += *name == '/';
    size_t length = 0;

    while (typed_is_letter(name[length]) || typed_is_digit(name[length]) || (length > 0 && name[length] && strchr("+.-_", name[length])))
        length++;
    if (length == 0 || name[length] != ':' || strncmp(name + length, "://", 3) == 0)
        return false;
    for (size_t i = 0; i < COUNTOF(schemes); i++)
        if (length == strlen(schemes[i]) && strncasecmp(name, schemes[i], length) == 0)
            return false;
    return true;
}

/* Signs and blanks of Unicode's common blocks; whatever else there is stands in words. */
static bool is_sign(uint32_t code)
{
    if (code < 0x80)
        return !typed_is_digit((char)code) && !typed_is_letter((char)code);
    return code < 0xAA || (code > 0xAA && code < 0xC0 && code != 0xB5 && code != 0xBA) || code == 0xD7 || code == 0xF7 ||
           (code >= 0x2000 && code < 0x2C00) || (code >= 0x2E00 && code < 0x2E80) || (code >= 0x3000 && code < 0x3005) ||
           (code >= 0x3008 && code < 0x3021) || (code >= 0xFE00 && code < 0xFE70) || (code >= 0xFF00 && code < 0xFF10) || code >= 0x1F000;
}

/* Thai, Lao, Burmese, Khmer, Chinese, Japanese; Korean hangs particles on its words. */
static bool has_no_blanks(uint32_t code)
{
    return (code >= 0x0E00 && code < 0x10A0) || (code >= 0x1100 && code < 0x1200) || (code >= 0x1780 && code < 0x1800) || code >= 0x2E80;
}

static bool is_of_word(uint32_t code)
{
    return !is_sign(code) && !has_no_blanks(code);
}

bool typed_word_before(const char *text, const char *at)
{
    const char *start = at;

    while (start > text && ((unsigned char)*--start & 0xC0) == 0x80)
        ;
    return start < at && is_of_word(utf8_next(&start, at));
}

bool typed_word_at(const char *at, const char *end)
{
    return at < end && is_of_word(utf8_next(&at, end));
}

bool typed_has_word(const char *text, size_t length)
{
    for (const char *at = text, *end = text + length; at < end;)
        if (!is_sign(utf8_next(&at, end)))
            return true;
    return false;
}
