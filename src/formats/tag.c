/* Quotation marks decide where a value ends: a ">" inside of them ends no tag. */
#include "formats/tag.h"

#include <string.h>

bool tag_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool tag_begins_at(struct bytes file, size_t at, const char *word)
{
    size_t length = strlen(word);

    return at <= file.size && file.size - at >= length && memcmp(file.at + at, word, length) == 0;
}

size_t tag_behind(struct bytes file, size_t from, const char *end)
{
    size_t length = strlen(end);

    for (size_t at = from; at < file.size && file.size - at >= length; at++) {
        const char *found = memchr(file.at + at, end[0], file.size - length + 1 - at);

        if (!found)
            break;
        at = (size_t)(found - file.at);
        if (memcmp(found, end, length) == 0)
            return at + length;
    }
    return file.size;
}

static size_t skip_blanks(struct bytes file, size_t at)
{
    while (at < file.size && tag_is_blank(file.at[at]))
        at++;
    return at;
}

bool tag_next_attribute(struct bytes file, size_t *at, struct tag_attribute *attribute)
{
    size_t name = skip_blanks(file, *at);

    *at = name;
    while (*at < file.size && !tag_is_blank(file.at[*at]) && !strchr("=/>\"'<", file.at[*at]))
        ++*at;
    attribute->name = (struct bytes){file.at + name, *at - name};
    *at = skip_blanks(file, *at);
    if (attribute->name.size == 0 || *at >= file.size || file.at[*at] != '=')
        return false;
    *at = skip_blanks(file, *at + 1);
    if (*at >= file.size || (file.at[*at] != '"' && file.at[*at] != '\''))
        return false;
    const char *value = file.at + *at + 1, *end = memchr(value, value[-1], file.size - *at - 1);

    *at = end ? (size_t)(end + 1 - file.at) : file.size;
    if (end)
        attribute->value = (struct bytes){value, (size_t)(end - value)};
    return end != NULL;
}

bool tag_is_named(const struct tag_attribute *attribute, const char *name)
{
    return attribute->name.size == strlen(name) && memcmp(attribute->name.at, name, attribute->name.size) == 0;
}
