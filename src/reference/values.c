/* A case for each type of value. */
#include "reference/values.h"

#include "reference/json.h"

#include <string.h>

static bool has_range(const struct schema_row *row)
{
    return row->max > row->min;
}

static void add_choices(struct buffer *out, const struct schema_row *row, const char *quote)
{
    for (int i = 0; row->choices && row->choices[i]; i++)
        buffer_printf(out, "%s%s%s%s", i == 0 ? "" : ", ", quote, row->choices[i], quote);
}

static void add_range(struct buffer *out, const struct schema_row *row, const char *unit)
{
    if (has_range(row))
        buffer_printf(out, " from %.10g%s to %.10g%s", row->min, unit, row->max, unit);
}

static void add_count(struct buffer *out, const struct schema_row *row, const char *of)
{
    buffer_printf(out, "a list of %s", of);
    if (row->min > 0 && row->max > 0 && row->min == row->max)
        buffer_printf(out, ", %.0f of them", row->max);
    else if (row->min > 0 && row->max > 0)
        buffer_printf(out, ", from %.0f to %.0f of them", row->min, row->max);
    else if (row->max > 0)
        buffer_printf(out, ", %.0f at most", row->max);
}

/* Before a range, a count or the choices; NULL: those say all. */
static const char *const words[] = {
    [VALUE_STRING] = "a text",
    [VALUE_TEXT] = "a text in each language",
    [VALUE_MARKDOWN] = "a text in each language, in Markdown",
    [VALUE_INTEGER] = "a whole number",
    [VALUE_NUMBER] = "a number",
    [VALUE_PERCENT] = "a percentage",
    [VALUE_FOCUS] = "two percentages, across and down; or one such point each for landscape and portrait",
    [VALUE_KEEP] = "four percentages: from the left, from the top, width, height; or four each for landscape and portrait",
    [VALUE_BOOLEAN] = "yes or no",
    [VALUE_COLOUR] = "a colour, in quotes",
    [VALUE_TINT] = "a colour in quotes, or one of ",
    [VALUE_CHOICE] = "one of ",
    [VALUE_NAME] = "a name of the letters a-z, digits, \"-\" and \"_\"",
    [VALUE_PIN] = "a PIN's hash, in quotes",
    [VALUE_FILE] = "a file of the exhibit",
    [VALUE_DATE] = "a day, a month or a year",
    [VALUE_MOMENT] = "a date, as far as it is known",
    [VALUE_DATING] = "a date or a span, as far as it is known",
    [VALUE_INDEX] = "the name of one of them",
    [VALUE_PLACE] = "latitude and longitude, south and west negative",
    [VALUE_BOX] = "four whole numbers: left, top, width, height",
    [VALUE_OUTLINE] = "an outline, as a path of a drawing has it",
    [VALUE_TRACKS] = "a list of sizes: percentages, shares like 1fr, or auto",
    [VALUE_AREAS] = "a list of lines, each with a name a column; \".\" is an empty cell",
    [VALUE_MAP] = "a group of keys",
    [VALUE_BLOCK] = "a group of keys",
    [VALUE_MOVED] = NULL,
};

static const char *words_of(const struct schema_row *row)
{
    if (row->type == VALUE_TEXT && row->plain)
        return "a text, one for all languages or one each";
    if (row->type == VALUE_INTEGER && row->choices)
        return "one of ";
    return words[row->type] ? words[row->type] : "";
}

bool values_are_many(const struct schema_row *row)
{
    enum { MANY = 20 };
    int count = 0;

    while (row->type == VALUE_CHOICE && count < MANY && row->choices[count])
        count++;
    return count == MANY;
}

void values_describe(struct buffer *out, const struct schema_row *row, const char *many_of)
{
    buffer_printf(out, "%s", words_of(row));
    if (many_of)
        buffer_printf(out, "those of `%s`", many_of);
    else if (row->type == VALUE_CHOICE || row->type == VALUE_TINT || (row->type == VALUE_INTEGER && row->choices))
        add_choices(out, row, "`");
    else if (row->type == VALUE_INTEGER || row->type == VALUE_NUMBER)
        add_range(out, row, "");
    else if (row->type == VALUE_PERCENT)
        add_range(out, row, "%");
    else if (row->type == VALUE_PATTERN) {
        buffer_printf(out, "a text with ");
        for (int i = 0; row->choices[i]; i++)
            buffer_printf(out, "%s`{%s}`", i == 0 ? "" : ", ", row->choices[i]);
    } else if (row->type == VALUE_NAMES || row->type == VALUE_INDICES || row->type == VALUE_MASK)
        add_count(out, row, "names");
    else if (row->type == VALUE_SET) {
        buffer_printf(out, "a list of ");
        add_choices(out, row, "`");
    } else if (row->type == VALUE_RECORDS)
        add_count(out, row, "groups of keys");
    else if (row->type == VALUE_DATES)
        add_count(out, row, "days, months or years");
}

/* What stands behind the key where nobody says otherwise; NULL: nothing. */
static const char *usual_example(const struct schema_row *row)
{
    switch (row->type) {
    case VALUE_STRING:
        return "\"words\"";
    case VALUE_TEXT:
    case VALUE_MARKDOWN:
        return row->plain ? "\"words\"" : "{en: \"words\"}";
    case VALUE_FOCUS:
        return "[50%, 40%]";
    case VALUE_KEEP:
        return "[20%, 10%, 50%, 60%]";
    case VALUE_COLOUR:
        return "\"#1F3A5F\"";
    case VALUE_NAME:
    case VALUE_INDEX:
        return "salt";
    case VALUE_PIN:
        return "\"$y$j9T$...\"";
    case VALUE_FILE:
        return "assets/illustrations/neutral.svg";
    case VALUE_DATE:
        return "1973-09";
    case VALUE_MOMENT:
        return "c. 1450";
    case VALUE_DATING:
        return "1973-09-11";
    case VALUE_NAMES:
    case VALUE_INDICES:
    case VALUE_MASK:
        return "[salt, wool]";
    case VALUE_PLACE:
        return "[-33.44, -70.65]";
    case VALUE_BOX:
        return "[-500, -400, 1000, 800]";
    case VALUE_OUTLINE:
        return "\"M0 0L10 0L10 10Z\"";
    case VALUE_DATES:
        return "[1964, 1973]";
    case VALUE_TRACKS:
        return "[45%, 1fr]";
    case VALUE_AREAS:
        return "[picture title, picture body]";
    case VALUE_BOOLEAN:
        return "yes";
    case VALUE_PATTERN:
    case VALUE_INTEGER:
    case VALUE_NUMBER:
    case VALUE_PERCENT:
    case VALUE_TINT:
    case VALUE_CHOICE:
    case VALUE_SET:
    case VALUE_MAP:
    case VALUE_RECORDS:
    case VALUE_BLOCK:
    case VALUE_MISPLACED:
    case VALUE_MOVED:
        return NULL;
    }
    return NULL;
}

/* Whether a value has to stand in quotes, so as not to be taken for something else. */
static bool needs_quotes(const struct schema_row *row)
{
    return row->type == VALUE_STRING || row->type == VALUE_PATTERN || row->type == VALUE_COLOUR;
}

void values_example(struct buffer *out, const struct schema_row *row)
{
    const char *usual = usual_example(row);

    if (row->preset && needs_quotes(row))
        buffer_printf(out, "\"%s\"", row->preset);
    else if (row->preset)
        buffer_printf(out, "%s", row->preset);
    else if (usual)
        buffer_printf(out, "%s", usual);
    else if (row->choices && row->type == VALUE_SET)
        buffer_printf(out, "[%s]", row->choices[0]);
    else if (row->choices && row->type != VALUE_PATTERN)
        buffer_printf(out, "%s", row->choices[0]);
    else if (row->type == VALUE_INTEGER || row->type == VALUE_NUMBER)
        buffer_printf(out, "%.10g", row->min > 0 ? row->min : 12);
    else if (row->type == VALUE_PERCENT)
        buffer_printf(out, "%.10g%%", row->min > 0 ? row->min : 12);
}

static void add_enum(struct buffer *out, const struct schema_row *row)
{
    bool numbers = row->type == VALUE_INTEGER;

    buffer_printf(out, "\"enum\": [");
    add_choices(out, row, numbers ? "" : "\"");
    buffer_printf(out, "]");
}

static void add_bounds(struct buffer *out, const struct schema_row *row, const char *least, const char *most)
{
    if (row->min > 0 || (has_range(row) && row->min < 0))
        buffer_printf(out, ", \"%s\": %.10g", least, row->min);
    if (row->max > 0 && row->max >= row->min)
        buffer_printf(out, ", \"%s\": %.10g", most, row->max);
}

/* One stands for a list of one. */
static void add_list(struct buffer *out, const struct schema_row *row, const char *item)
{
    buffer_printf(out, "\"anyOf\": [{%s}, {\"type\": \"array\", \"items\": {%s}", item, item);
    add_bounds(out, row, "minItems", "maxItems");
    buffer_printf(out, "}]");
}

static void add_group(struct buffer *out, const struct schema_row *row, const char *group)
{
    if (row->type != VALUE_RECORDS) {
        buffer_printf(out, "\"$ref\": \"#/$defs/%s\"", group);
        return;
    }
    buffer_printf(out, "\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/%s\"}", group);
    add_bounds(out, row, "minItems", "maxItems");
}

/* Those that are the same whatever the row says; NULL for all others. */
static const char *plain_schema(enum value_type type)
{
    static const char scalar[] = "\"type\": [\"string\", \"number\"]";
    static const char list[] = "\"type\": \"array\"";
    static const char crops[] = "\"type\": [\"array\", \"object\"]";
    static const char texts[] =
        "\"type\": [\"string\", \"number\", \"boolean\", \"object\"], \"additionalProperties\": {\"type\": [\"string\", "
        "\"number\", \"boolean\"]}";

    switch (type) {
    case VALUE_STRING:
    case VALUE_PATTERN:
    case VALUE_PERCENT:
    case VALUE_DATE:
    case VALUE_MOMENT:
    case VALUE_DATING:
    case VALUE_NAME:
    case VALUE_PIN:
    case VALUE_FILE:
    case VALUE_INDEX:
        return scalar;
    case VALUE_TEXT:
    case VALUE_MARKDOWN:
        return texts;
    case VALUE_FOCUS:
    case VALUE_KEEP:
        return crops;
    case VALUE_BOOLEAN:
        return "\"enum\": [true, false, \"yes\", \"no\"]";
    case VALUE_COLOUR:
        return "\"type\": \"string\", \"pattern\": \"^#[0-9A-Fa-f]{6}$\"";
    case VALUE_TINT:
    case VALUE_OUTLINE:
        return "\"type\": \"string\"";
    case VALUE_PLACE:
        return "\"type\": \"array\", \"items\": {\"type\": \"number\"}, \"minItems\": 2, \"maxItems\": 2";
    case VALUE_BOX:
        return "\"type\": \"array\", \"items\": {\"type\": \"integer\"}, \"minItems\": 4, \"maxItems\": 4";
    case VALUE_TRACKS:
    case VALUE_AREAS:
        return list;
    case VALUE_INTEGER:
    case VALUE_NUMBER:
    case VALUE_CHOICE:
    case VALUE_NAMES:
    case VALUE_INDICES:
    case VALUE_MASK:
    case VALUE_SET:
    case VALUE_MAP:
    case VALUE_RECORDS:
    case VALUE_BLOCK:
    case VALUE_DATES:
    case VALUE_MISPLACED:
    case VALUE_MOVED:
        return NULL;
    }
    return NULL;
}

void values_schema(struct buffer *out, const struct schema_row *row, const char *group)
{
    const char *plain = plain_schema(row->type);

    if (plain)
        buffer_printf(out, "%s", plain);
    else if (group)
        add_group(out, row, group);
    else if (row->type == VALUE_SET) {
        struct buffer item = {0};

        add_enum(&item, row);
        add_list(out, row, item.bytes);
        buffer_finish(&item);
    } else if (row->choices)
        add_enum(out, row);
    else if (row->type == VALUE_INTEGER || row->type == VALUE_NUMBER) {
        buffer_printf(out, "\"type\": \"%s\"", row->type == VALUE_INTEGER ? "integer" : "number");
        add_bounds(out, row, "minimum", "maximum");
    } else
        add_list(out, row, "\"type\": [\"string\", \"number\"]");
    buffer_printf(out, ", ");
    json_pair(out, "description", row->help ? row->help : "");
}
