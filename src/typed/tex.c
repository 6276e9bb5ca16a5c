/* A backslash also stands in the paths of Windows ("C:\Users"), and before signs that Markdown is to leave alone; a dollar before sums. */
#include "typed/tex.h"

#include "typed/typed.h"

#include <string.h>

enum { FORMULA_BYTES_MAX = 120 };

static bool is_letter(char c)
{
    return typed_is_letter(c) || (unsigned char)c >= 0x80;
}

/* "\"o" and "\'{e}" in a word, but "it\'s" and "\"Word\"" are quotes; "\'e9" is a letter of RTF (letters/spelled). */
static size_t accent_length(const char *text, const char *at)
{
    static const char hex[] = "0123456789abcdef";
    bool braced = at[1] && at[2] == '{';

    if (!at[1] || !strchr("\"'`^~", at[1]))
        return 0;
    const char *letter = at + 2 + braced;

    if (!*letter || !strchr("aeiouyAEIOUYnNcCzZ", *letter))
        return 0;
    if (braced)
        return letter[1] == '}' ? 5 : 0;
    if (at[1] == '\'' && letter[1] && strchr(hex, *letter) && strchr(hex, letter[1]) && typed_is_digit(letter[1]))
        return 0;
    return at > text && is_letter(at[-1]) ? 3 : 0;
}

/* "\textbf{", "\begin{", "\frac{"; and such as take nothing. */
static size_t command_length(const char *text, const char *at)
{
    static const char *const alone[] = {"ss",       "par",     "item", "ldots", "dots",  "LaTeX", "TeX",
                                        "noindent", "newline", "quad", "cdot",  "times", "alpha", "beta"};
    size_t name = 1;

    while (typed_is_letter(at[name]))
        name++;
    if (name == 1)
        return 0;
    if (at[name] == '{' || (at[name] == '[' && name > 3))
        return name + strcspn(at + name, "}]\n") + 1;
    bool in_path = at > text && (is_letter(at[-1]) || at[-1] == ':' || at[-1] == '\\');

    for (size_t i = 0; i < COUNTOF(alone); i++)
        if (name - 1 == strlen(alone[i]) && memcmp(at + 1, alone[i], name - 1) == 0 && (!in_path || name == 3))
            return name;
    return 0;
}

/* "$z$" and "$x_1 + y^2$", but not "$5 and A$ 3". */
static size_t formula_length(const char *text, const char *at)
{
    size_t length = strcspn(at + 1, "$\n");
    const char *from = at + 1, *to = from + length;

    if (*to != '$' || length == 0 || length > FORMULA_BYTES_MAX || typed_is_blank(*from) || typed_is_blank(to[-1]) || to[1] == '$' ||
        typed_is_digit(to[1]) || is_letter(to[1]) || (at > text && (is_letter(at[-1]) || typed_is_digit(at[-1]) || at[-1] == '$')))
        return 0;
    bool has_sign = false, has_letter = false, has_blank = false;

    for (const char *c = from; c < to; c++) {
        has_sign = has_sign || strchr("\\^_", *c);
        has_letter = has_letter || typed_is_letter(*c);
        has_blank = has_blank || typed_is_blank(*c);
    }
    return has_sign || (has_letter && !has_blank && !typed_is_digit(*from)) ? length + 2 : 0;
}

struct remnant tex_at(const char *text, const char *at)
{
    size_t length = 0;

    if (*at == '$')
        return (struct remnant){FAULT_MATHS, formula_length(text, at), 0};
    if (*at != '\\')
        return (struct remnant){FAULT_TEX, 0, 0};
    if ((length = accent_length(text, at)) > 0)
        return (struct remnant){FAULT_TEX_ACCENT, length, 0};
    return (struct remnant){FAULT_TEX, command_length(text, at), 0};
}
