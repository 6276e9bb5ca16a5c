/* A drawing zoomed by enlarging all of it makes a renderer keep layers of the enlarged whole: gigabytes, soon. Put as an element into a
 * small drawing, it needs no more than what is seen; and as it keeps its own size there, its lengths in percent stay what they were. */
#include "base/svg.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool begins_at(const char *bytes, size_t size, size_t at, const char *word)
{
    size_t length = strlen(word);

    return at <= size && size - at >= length && memcmp(bytes + at, word, length) == 0;
}

size_t svg_behind(const char *bytes, size_t size, size_t from, const char *end)
{
    size_t length = strlen(end);

    for (size_t at = from; at < size && size - at >= length; at++) {
        const char *found = memchr(bytes + at, end[0], size - length + 1 - at);

        if (!found)
            break;
        at = (size_t)(found - bytes);
        if (memcmp(found, end, length) == 0)
            return at + length;
    }
    return size;
}

/* Behind "<!DOCTYPE ...>", which may hold declarations in brackets. */
static size_t behind_doctype(const char *bytes, size_t size, size_t at)
{
    for (; at < size; at++) {
        if (bytes[at] == '>')
            return at + 1;
        if (bytes[at] == '[')
            return svg_behind(bytes, size, svg_behind(bytes, size, at + 1, "]"), ">");
    }
    return size;
}

/* Behind what may stand before the first element: byte order mark, prolog, comments, document type. */
static size_t first_element(const char *bytes, size_t size)
{
    size_t at = begins_at(bytes, size, 0, "\xEF\xBB\xBF") ? 3 : 0;

    while (at < size) {
        if (is_blank(bytes[at]))
            at++;
        else if (begins_at(bytes, size, at, "<?"))
            at = svg_behind(bytes, size, at, "?>");
        else if (begins_at(bytes, size, at, "<!--"))
            at = svg_behind(bytes, size, at + 4, "-->");
        else if (begins_at(bytes, size, at, "<!DOCTYPE"))
            at = behind_doctype(bytes, size, at);
        else
            break;
    }
    return at;
}

/* Of the root; name and value as offsets. */
struct attribute {
    size_t name, name_end, value, value_end;
};

/* The attribute at or after *at, which then stands behind it; false: there is no further one, and *at is where they end. */
static bool next_attribute(const char *bytes, size_t size, size_t *at, struct attribute *attribute)
{
    while (*at < size && is_blank(bytes[*at]))
        ++*at;
    attribute->name = *at;
    while (*at < size && !is_blank(bytes[*at]) && !strchr("=/>\"'<", bytes[*at]))
        ++*at;
    attribute->name_end = *at;
    while (*at < size && is_blank(bytes[*at]))
        ++*at;
    if (attribute->name == attribute->name_end || *at >= size || bytes[*at] != '=')
        return false;
    do
        ++*at;
    while (*at < size && is_blank(bytes[*at]));
    if (*at >= size || (bytes[*at] != '"' && bytes[*at] != '\''))
        return false;
    const char *quote = memchr(bytes + *at + 1, bytes[*at], size - *at - 1);

    attribute->value = *at + 1;
    attribute->value_end = quote ? (size_t)(quote - bytes) : size;
    *at = quote ? attribute->value_end + 1 : size;
    return quote != NULL;
}

static bool is_named(const char *bytes, const struct attribute *attribute, const char *name)
{
    size_t length = attribute->name_end - attribute->name;

    return length == strlen(name) && memcmp(bytes + attribute->name, name, length) == 0;
}

/* Digits from *at on, each worth a tenth more or less than the one before it. */
static bool read_digits(const char *bytes, size_t end, size_t *at, double *value)
{
    size_t from = *at;

    for (; *at < end && bytes[*at] >= '0' && bytes[*at] <= '9'; ++*at)
        *value = *value * 10 + (bytes[*at] - '0');
    return *at > from;
}

/* A number as SVG writes them, whatever the locale; *at then stands behind it. */
static bool read_number(const char *bytes, size_t end, size_t *at, double *value)
{
    enum { EXPONENT_MAX = 400 }; /* doubles end before */
    bool minus = *at < end && bytes[*at] == '-', digits;
    double whole = 0, fraction = 0, exponent = 0;

    *at += *at < end && (bytes[*at] == '-' || bytes[*at] == '+');
    digits = read_digits(bytes, end, at, &whole);
    if (*at < end && bytes[*at] == '.') {
        size_t point = ++*at;

        digits |= read_digits(bytes, end, at, &fraction);
        fraction *= pow(10, -(double)(*at - point));
    }
    if (digits && *at + 1 < end && (bytes[*at] | 32) == 'e') {
        size_t behind = *at + 1;
        bool down = bytes[behind] == '-';

        behind += bytes[behind] == '-' || bytes[behind] == '+';
        if (read_digits(bytes, end, &behind, &exponent)) {
            exponent = fmin(exponent, EXPONENT_MAX) * (down ? -1 : 1);
            *at = behind;
        }
    }
    *value = (whole + fraction) * pow(10, exponent) * (minus ? -1 : 1);
    return digits && isfinite(*value);
}

static void skip_separator(const char *bytes, size_t end, size_t *at)
{
    while (*at < end && (is_blank(bytes[*at]) || bytes[*at] == ','))
        ++*at;
}

/* x, y, width, height. */
static bool read_box(const char *bytes, const struct attribute *attribute, double box[4])
{
    size_t at = attribute->value;

    for (int i = 0; i < 4; i++) {
        skip_separator(bytes, attribute->value_end, &at);
        if (!read_number(bytes, attribute->value_end, &at, &box[i]))
            return false;
    }
    skip_separator(bytes, attribute->value_end, &at);
    return at == attribute->value_end;
}

/* A length in pixels; 0 for any other. */
static double read_length(const char *bytes, const struct attribute *attribute)
{
    size_t at = attribute->value, end = attribute->value_end;
    double value;

    while (at < end && is_blank(bytes[at]))
        at++;
    while (end > at && is_blank(bytes[end - 1]))
        end--;
    if (!read_number(bytes, end, &at, &value))
        return 0;
    return at == end || (end - at == 2 && begins_at(bytes, end, at, "px")) ? value : 0;
}

/* What renderers can take, and numbers written out below can say. */
static bool is_sound(double w, double h)
{
    const double least = 1e-3, most = 1e7;

    return w >= least && h >= least && w <= most && h <= most;
}

static void read_size(const char *bytes, size_t size, struct svg_root *root)
{
    double box[4] = {0}, width = 0, height = 0;
    struct attribute attribute;

    for (root->end = root->attributes; next_attribute(bytes, size, &root->end, &attribute);) {
        if (is_named(bytes, &attribute, "viewBox") && !read_box(bytes, &attribute, box))
            box[2] = box[3] = 0;
        else if (is_named(bytes, &attribute, "width"))
            width = read_length(bytes, &attribute);
        else if (is_named(bytes, &attribute, "height"))
            height = read_length(bytes, &attribute);
    }
    bool boxed = is_sound(box[2], box[3]), sized = is_sound(width, height);

    root->w = boxed ? box[2] : sized ? width : 0;
    root->h = boxed ? box[3] : sized ? height : 0;
}

bool svg_find_root(const char *bytes, size_t size, struct svg_root *root)
{
    size_t at = first_element(bytes, size);
    size_t behind = at + (begins_at(bytes, size, at, "<svg:svg") ? 8 : 4);

    *root = (struct svg_root){.at = at, .attributes = behind};
    if (!begins_at(bytes, size, at, "<svg") || behind >= size || !(is_blank(bytes[behind]) || bytes[behind] == '>' || bytes[behind] == '/'))
        return false;
    read_size(bytes, size, root);
    return true;
}

/* With nine decimals and a point, whatever the locale. */
static void put_number(struct buffer *out, double value)
{
    const long long unit = 1000000000;
    long long all = llround(fmin(fmax(value, -1e9), 1e9) * (double)unit);

    buffer_printf(out, "%s%lld.%09lld", all < 0 ? "-" : "", llabs(all) / unit, llabs(all) % unit);
}

static void put_size(struct buffer *out, const struct svg_root *root)
{
    buffer_printf(out, "x:0;y:0;width:");
    put_number(out, root->w);
    buffer_printf(out, "px;height:");
    put_number(out, root->h);
    buffer_printf(out, "px;overflow:hidden");
}

/* The root again, but of its own size at the origin: as style, which prevails over attributes. */
static void put_root(const char *bytes, size_t size, const struct svg_root *root, struct buffer *out)
{
    struct attribute attribute;
    size_t copied = root->at;
    bool styled = false;

    for (size_t at = root->attributes; !styled && next_attribute(bytes, size, &at, &attribute);) {
        if (!is_named(bytes, &attribute, "style"))
            continue;
        buffer_add(out, bytes + copied, attribute.value_end - copied);
        buffer_add(out, ";", 1);
        put_size(out, root);
        copied = attribute.value_end;
        styled = true;
    }
    if (!styled) {
        buffer_add(out, bytes + copied, root->attributes - copied);
        buffer_printf(out, " style=\"");
        put_size(out, root);
        buffer_printf(out, "\"");
        copied = root->attributes;
    }
    buffer_add(out, bytes + copied, size - copied);
}

void svg_cut(const char *bytes, size_t size, const struct svg_root *root, struct share_rect part, struct buffer *out)
{
    const double box[] = {part.x * root->w, part.y * root->h, part.w * root->w, part.h * root->h};

    buffer_add(out, bytes, root->at);
    buffer_printf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" preserveAspectRatio=\"none\" viewBox=\"");
    for (size_t i = 0; i < COUNTOF(box); i++) {
        put_number(out, box[i]);
        buffer_printf(out, " ");
    }
    buffer_printf(out, "\">");
    put_root(bytes, size, root, out);
    buffer_printf(out, "</svg>");
}
