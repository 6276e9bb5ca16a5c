/* A drawing zoomed by enlarging all of it makes a renderer keep layers of the enlarged whole: gigabytes, soon. Put as an element into a
 * small drawing, it needs no more than what is seen; and as it keeps its own size there, its lengths in percent stay what they were. */
#include "formats/svg.h"

#include "formats/tag.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Behind "<!DOCTYPE ...>", which may hold declarations in brackets. */
static size_t behind_doctype(struct bytes file, size_t at)
{
    for (; at < file.size; at++) {
        if (file.at[at] == '>')
            return at + 1;
        if (file.at[at] == '[')
            return tag_behind(file, tag_behind(file, at + 1, "]"), ">");
    }
    return file.size;
}

/* Behind what may stand before the first element: byte order mark, prolog, comments, document type. */
static size_t first_element(struct bytes file)
{
    size_t at = tag_begins_at(file, 0, "\xEF\xBB\xBF") ? 3 : 0;

    while (at < file.size) {
        if (tag_is_blank(file.at[at]))
            at++;
        else if (tag_begins_at(file, at, "<?"))
            at = tag_behind(file, at, "?>");
        else if (tag_begins_at(file, at, "<!--"))
            at = tag_behind(file, at + 4, "-->");
        else if (tag_begins_at(file, at, "<!DOCTYPE"))
            at = behind_doctype(file, at);
        else
            break;
    }
    return at;
}

/* Whether the text begins with one of these letters; then it is taken. */
static bool take(struct bytes *text, const char *letters)
{
    if (text->size == 0 || text->at[0] == '\0' || !strchr(letters, text->at[0]))
        return false;
    text->at++;
    text->size--;
    return true;
}

/* Takes the digits at the beginning; returns how many. */
static int take_digits(struct bytes *text, double *value)
{
    int count = 0;

    for (; text->size > 0 && text->at[0] >= '0' && text->at[0] <= '9'; text->at++, text->size--, count++)
        *value = *value * 10 + (text->at[0] - '0');
    return count;
}

/* Takes "e-3" and the like, if it stands there as a whole. */
static double take_exponent(struct bytes *text)
{
    enum { EXPONENT_MAX = 400 }; /* doubles end before */
    struct bytes ahead = *text;
    double exponent = 0;

    if (!take(&ahead, "eE"))
        return 0;
    bool down = take(&ahead, "-");

    if (!down)
        take(&ahead, "+");
    if (take_digits(&ahead, &exponent) == 0)
        return 0;
    *text = ahead;
    return fmin(exponent, EXPONENT_MAX) * (down ? -1 : 1);
}

/* Takes a number as SVG writes them, whatever the locale. */
static bool take_number(struct bytes *text, double *value)
{
    double whole = 0, fraction = 0;
    bool minus = take(text, "-");

    if (!minus)
        take(text, "+");
    int digits = take_digits(text, &whole);

    if (take(text, ".")) {
        int decimals = take_digits(text, &fraction);

        fraction *= pow(10, -(double)decimals);
        digits += decimals;
    }
    double exponent = digits > 0 ? take_exponent(text) : 0;

    *value = (whole + fraction) * pow(10, exponent) * (minus ? -1 : 1);
    return digits > 0 && isfinite(*value);
}

static void take_separator(struct bytes *text)
{
    while (take(text, " \t\n\r,"))
        continue;
}

/* x, y, width, height. */
static bool read_box(struct bytes text, double box[4])
{
    for (int i = 0; i < 4; i++) {
        take_separator(&text);
        if (!take_number(&text, &box[i]))
            return false;
    }
    take_separator(&text);
    return text.size == 0;
}

/* A length in pixels; 0 for one that depends on something else, as percentages do. */
static double read_length(struct bytes text)
{
    static const struct {
        const char *name;
        double px;
    } units[] = {{"", 1}, {"px", 1}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}, {"pt", 96 / 72.0}, {"pc", 16}};
    double value;

    while (take(&text, " \t\n\r"))
        continue;
    while (text.size > 0 && tag_is_blank(text.at[text.size - 1]))
        text.size--;
    if (!take_number(&text, &value))
        return 0;
    for (size_t i = 0; i < COUNTOF(units); i++)
        if (text.size == strlen(units[i].name) && memcmp(text.at, units[i].name, text.size) == 0)
            return value * units[i].px;
    return 0;
}

/* What renderers can take, and numbers written out below can say. */
static bool is_sound(double w, double h)
{
    const double least = 1e-3, most = 1e7;

    return w >= least && h >= least && w <= most && h <= most;
}

static void read_size(struct bytes file, struct svg_root *root)
{
    double box[4] = {0}, width = 0, height = 0;
    struct tag_attribute attribute;

    for (root->end = root->attributes; tag_next_attribute(file, &root->end, &attribute);) {
        if (tag_is_named(&attribute, "viewBox") && !read_box(attribute.value, box))
            box[2] = box[3] = 0;
        else if (tag_is_named(&attribute, "width"))
            width = read_length(attribute.value);
        else if (tag_is_named(&attribute, "height"))
            height = read_length(attribute.value);
    }
    bool boxed = is_sound(box[2], box[3]), sized = is_sound(width, height);

    root->w = boxed ? box[2] : sized ? width : 0;
    root->h = boxed ? box[3] : sized ? height : 0;
}

/* Behind "<svg", or with a prefix that stands for a namespace "<s:svg"; 0 if neither stands there. */
static size_t behind_name(struct bytes file, size_t at)
{
    size_t name = at + 1, behind = name;

    if (!tag_begins_at(file, at, "<"))
        return 0;
    while (behind < file.size && !tag_is_blank(file.at[behind]) && !strchr(":<>/=\"'", file.at[behind]))
        behind++;
    if (tag_begins_at(file, behind, ":"))
        name = behind + 1;
    return tag_begins_at(file, name, "svg") ? name + strlen("svg") : 0;
}

bool svg_find_root(struct bytes file, struct svg_root *root)
{
    size_t at = first_element(file), behind = behind_name(file, at);

    *root = (struct svg_root){.at = at, .attributes = behind};
    if (behind == 0 || behind >= file.size || !(tag_is_blank(file.at[behind]) || file.at[behind] == '>' || file.at[behind] == '/'))
        return false;
    read_size(file, root);
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
static void put_root(struct bytes file, const struct svg_root *root, struct buffer *out)
{
    struct tag_attribute attribute;
    size_t copied = root->at;
    bool styled = false;

    for (size_t at = root->attributes; !styled && tag_next_attribute(file, &at, &attribute);) {
        size_t end;

        if (!tag_is_named(&attribute, "style"))
            continue;
        end = at - 1; /* of its value: the quotation mark */
        buffer_add(out, file.at + copied, end - copied);
        buffer_add(out, ";", 1);
        put_size(out, root);
        copied = end;
        styled = true;
    }
    if (!styled) {
        buffer_add(out, file.at + copied, root->attributes - copied);
        buffer_printf(out, " style=\"");
        put_size(out, root);
        buffer_printf(out, "\"");
        copied = root->attributes;
    }
    buffer_add(out, file.at + copied, file.size - copied);
}

static void put_box(struct buffer *out, const double box[4])
{
    for (int i = 0; i < 4; i++) {
        buffer_printf(out, i > 0 ? " " : "");
        put_number(out, box[i]);
    }
}

void svg_frame(struct bytes file, const struct svg_root *root, struct svg_box box, struct buffer *out)
{
    struct tag_attribute attribute;
    size_t copied = root->attributes;

    buffer_add(out, file.at, root->attributes);
    buffer_printf(out, " viewBox=\"");
    put_box(out, (const double[]){box.x, box.y, box.w, box.h});
    buffer_printf(out, "\"");
    for (size_t at = root->attributes; tag_next_attribute(file, &at, &attribute);) {
        if (!tag_is_named(&attribute, "viewBox"))
            continue;
        buffer_add(out, file.at + copied, (size_t)(attribute.name.at - file.at) - copied);
        copied = at;
    }
    buffer_add(out, file.at + copied, file.size - copied);
}

void svg_cut(struct bytes file, const struct svg_root *root, struct share_rect part, struct buffer *out)
{
    const double box[] = {part.x * root->w, part.y * root->h, part.w * root->w, part.h * root->h};

    buffer_add(out, file.at, root->at);
    buffer_printf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" preserveAspectRatio=\"none\" viewBox=\"");
    put_box(out, box);
    buffer_printf(out, "\">");
    put_root(file, root, out);
    buffer_printf(out, "</svg>");
}
