/* Reading single values. Every complaint names the key, what stands there and what may stand there. */
#include "schema/values.h"

#include "base/suggest.h"
#include "exhibit/blocks.h"
#include "schema/texts.h"

#include <string.h>

enum { STRING_BYTES_MAX = 1000 }; /* words of the interface, labels */

void value_report_kind(struct decoder *decoder, const struct schema_row *row, const struct node *node, const char *wanted)
{
    static const char *const kinds[] = {[NODE_SCALAR] = "a text", [NODE_LIST] = "a list", [NODE_MAP] = "a group of keys"};

    report_error(&decoder->report, node->line, node->column, "%s: %s, but here is %s", row->key, wanted, kinds[node->kind]);
}

static void *field(const struct schema_row *row, void *target)
{
    return (char *)target + row->at;
}

static void report_value(struct decoder *decoder, const struct schema_row *row, const struct node *node, const char *wanted)
{
    report_error(&decoder->report, node->line, node->column, "%s: \"%s\" %s", row->key, report_quote(node->text).text, wanted);
}

static bool is_scalar(struct decoder *decoder, const struct schema_row *row, const struct node *node)
{
    if (node->kind != NODE_SCALAR)
        value_report_kind(decoder, row, node, "write one value");
    return node->kind == NODE_SCALAR;
}

const char *value_keep_text(struct decoder *decoder, const char *text, size_t length)
{
    char *copy = arena_text(decoder->arena, text, length);

    for (char *at = copy; (at = strchr(at, '\t'));)
        *at = ' ';
    return copy;
}

/* The choices as one text. */
struct choice_list {
    char text[256];
};

static struct choice_list list_choices(const char *const *choices)
{
    struct choice_list list = {""};
    size_t length = 0;

    for (int i = 0; choices[i] && length < sizeof(list.text); i++)
        length += (size_t)snprintf(list.text + length, sizeof(list.text) - length, "%s%s", i ? ", " : "", choices[i]);
    return list;
}

/* Which of the choices the value is; -1 with an error. */
static int choice_of(struct decoder *decoder, const struct schema_row *row, const struct node *node, const char *const *choices)
{
    int count = 0;

    for (; choices[count]; count++)
        if (strcmp(choices[count], node->text) == 0)
            return count;
    const char *suggested = suggest_name(node->text, choices, count);
    struct choice_list all = list_choices(choices);

    if (suggested)
        report_error(&decoder->report, node->line, node->column, "%s: \"%s\" is not known; did you mean \"%s\"? (one of: %s)", row->key,
                     report_quote(node->text).text, suggested, all.text);
    else
        report_error(&decoder->report, node->line, node->column, "%s: \"%s\" is not known; write one of: %s", row->key,
                     report_quote(node->text).text, all.text);
    return -1;
}

static void decode_boolean(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    bool *value = field(row, target);
    static const char *const choices[] = {"true", "false", "yes", "no", NULL};
    int choice = choice_of(decoder, row, node, choices);

    if (choice >= 0)
        *value = choice % 2 == 0;
}

/* strtod would follow the locale. */
bool value_parse_number(const char *text, size_t length, double *value)
{
    double number = 0, scale = 1;
    bool negative = length > 0 && text[0] == '-', point = false;
    size_t digits = 0;

    for (size_t i = negative; i < length; i++) {
        if (text[i] == '.' && !point && digits > 0) {
            point = true;
            continue;
        }
        if (text[i] < '0' || text[i] > '9' || ++digits > 15)
            return false;
        number = number * 10 + (text[i] - '0');
        scale *= point ? 10 : 1;
    }
    *value = (negative ? -number : number) / scale;
    return digits > 0;
}

/* A number of this row's range; `sign` ("%") may close it. What is wrong is said of `node`. */
static bool number_of(struct decoder *decoder, const struct schema_row *row, const struct node *node, double *value)
{
    const char *sign = row->type == VALUE_PERCENT || row->type == VALUE_POINT ? "%" : "";
    const char *text = node->text;
    size_t length = strlen(text);
    bool whole = row->type == VALUE_INTEGER;

    if (sign[0] && length > 0 && text[length - 1] == '%')
        length--;
    while (length > 0 && text[length - 1] == ' ')
        length--;
    if (value_parse_number(text, length, value) && *value >= row->min && *value <= row->max && !(whole && *value != (double)(int)*value))
        return true;
    bool comma = strchr(text, ',') && strspn(text, "0123456789,% ") == strlen(text);

    report_error(&decoder->report, node->line, node->column, "%s: \"%s\" does not fit; write a %s from %.10g%s to %.10g%s%s", row->key,
                 report_quote(text).text, whole ? "whole number" : "number", row->min, sign, row->max, sign,
                 comma ? ", with a point instead of the comma" : "");
    return false;
}

static void decode_integer(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    int *value = field(row, target);
    double number;

    if (row->choices && choice_of(decoder, row, node, row->choices) < 0)
        return;
    if (number_of(decoder, row, node, &number))
        *value = (int)number;
}

static void decode_number(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    double *value = field(row, target);
    double number;

    if (number_of(decoder, row, node, &number))
        *value = number;
}

static void decode_point(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    double point[2];

    if (node->kind != NODE_LIST || node->count != 2 || node->items[0].kind != NODE_SCALAR || node->items[1].kind != NODE_SCALAR) {
        report_error(&decoder->report, node->line, node->column, "%s: write two percentages, across and down, for example [50%%, 40%%]",
                     row->key);
        return;
    }
    if (number_of(decoder, row, &node->items[0], &point[0]) && number_of(decoder, row, &node->items[1], &point[1]))
        memcpy(field(row, target), point, sizeof(point));
}

static void decode_place(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    struct place place;

    if (node->kind != NODE_LIST || node->count != 2 || node->items[0].kind != NODE_SCALAR || node->items[1].kind != NODE_SCALAR) {
        report_error(&decoder->report, node->line, node->column,
                     "%s: write latitude and longitude in degrees, south and west negative, for example [-33.44, -70.65]", row->key);
        return;
    }
    if (number_of(decoder, row, &node->items[0], &place.latitude) && number_of(decoder, row, &node->items[1], &place.longitude))
        memcpy(field(row, target), &place, sizeof(place));
}

static void decode_colour(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    struct colour *value = field(row, target);
    if (!colour_parse(node->text, value))
        report_value(decoder, row, node, "is no colour; write \"#RRGGBB\" in quotes, for example \"#F3EBDD\"");
}

static void decode_choice(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    unsigned *value = field(row, target);
    int choice = choice_of(decoder, row, node, row->choices);

    if (choice >= 0)
        *value = (unsigned)choice;
}

static void decode_date(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    struct date *value = field(row, target);

    if (!date_parse(node->text, value) && !(row->year && date_parse_year(node->text, value)))
        report_value(decoder, row, node,
                     row->year ? "is no date and no year; write 1973-09-11, or 1973 where no day is known"
                               : "is no date; write year-month-day, for example 1973-09-11");
}

static const char *keep_string(struct decoder *decoder, const struct node *node)
{
    return value_keep_text(decoder, node->text, strlen(node->text));
}

/* The name that stands there; the caller tells where the answer goes. */
static struct reference reference_of(struct decoder *decoder, const struct schema_row *row, const struct node *node)
{
    return (struct reference){
        .kind = row->refers,
        .name = keep_string(decoder, node),
        .origin = {decoder->report.file, node->line, node->column},
        .owner = decoder->owner,
    };
}

static void decode_string(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    if (strlen(node->text) > STRING_BYTES_MAX) {
        report_error(&decoder->report, node->line, node->column, "%s: this is far too long; write a few words", row->key);
        return;
    }
    *(const char **)field(row, target) = keep_string(decoder, node);
}

static bool is_name(struct decoder *decoder, const struct schema_row *row, const struct node *node)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

    if (node->text[0] != '\0' && strspn(node->text, letters) == strlen(node->text))
        return true;
    report_value(decoder, row, node, "is no name; use only the letters a-z, digits, \"-\" and \"_\"");
    return false;
}

static void decode_name(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    if (is_name(decoder, row, node))
        *(const char **)field(row, target) = keep_string(decoder, node);
}

static void decode_index(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    if (!is_name(decoder, row, node))
        return;
    struct reference reference = reference_of(decoder, row, node);

    reference.index = field(row, target);
    references_add(decoder->references, &reference);
}

/* What is wrong with a path, or NULL. */
static const char *path_fault(const char *path)
{
    if (strchr(path, '\\'))
        return "has a backslash; write the path with \"/\"";
    if (path[0] == '/' || (path[0] && path[1] == ':'))
        return "is outside the exhibit; write the path from the exhibit's folder, for example assets/illustrations/NAME.svg";
    if (strncmp(path, "../", 3) == 0 || strstr(path, "/../"))
        return "leads out of a folder with \"..\"; write the path from the exhibit's folder";
    if (strstr(path, "://"))
        return "is an address; the exhibit has no network: copy the file into assets/";
    return path[0] == '\0' || path[strlen(path) - 1] == '/' ? "is no file; write its path, for example assets/illustrations/NAME.svg"
                                                            : NULL;
}

static void decode_file(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    const char *fault = path_fault(node->text);

    if (fault) {
        report_value(decoder, row, node, fault);
        return;
    }
    struct picture *picture = (struct picture *)(void *)((char *)field(row, target) - offsetof(struct picture, file));
    struct reference reference = reference_of(decoder, row, node);

    picture->file = reference.name;
    reference.picture = picture;
    references_add(decoder->references, &reference);
}

/* A pattern holds each of its "{choice}" once at most, one of them at least, and no others. */
static void decode_pattern(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    bool found = false;

    for (const char *open = node->text; (open = strchr(open, '{')); open++) {
        size_t length = strcspn(open + 1, "{}");
        bool known = false;

        for (int i = 0; row->choices[i]; i++)
            known = known || (strlen(row->choices[i]) == length && strncmp(open + 1, row->choices[i], length) == 0);
        found = found || known;
        if (!known || open[1 + length] != '}') {
            found = false;
            break;
        }
    }
    if (found) {
        *(const char **)field(row, target) = keep_string(decoder, node);
        return;
    }
    struct choice_list all = list_choices(row->choices);

    report_error(&decoder->report, node->line, node->column, "%s: \"%s\" is no pattern; write a text with these words in braces {}: %s",
                 row->key, report_quote(node->text).text, all.text);
}

static void report_count(struct decoder *decoder, const struct schema_row *row, const struct node *node, int count)
{
    if (count == 0)
        report_error(&decoder->report, node->line, node->column, "%s: the list is empty; write %g or more into it", row->key, row->min);
    else if (row->min == row->max)
        report_error(&decoder->report, node->line, node->column, "%s: %d in this list; write all %g of them", row->key, count, row->max);
    else
        report_error(&decoder->report, node->line, node->column, "%s: %d in this list; write %g at most", row->key, count, row->max);
}

/* The items of a list; one value stands for a list of one. */
struct items {
    const struct node *list;
    int count;
};

static struct items items_of(const struct node *node)
{
    return node->kind == NODE_LIST ? (struct items){node->items, node->count} : (struct items){node, 1};
}

/* The names that stand there: false, with an error, if they are too many or too few. An item that is no name is passed over. */
static bool find_names(struct decoder *decoder, const struct schema_row *row, const struct node *node, struct items *names)
{
    struct items all = items_of(node);

    if (node->kind == NODE_MAP) {
        value_report_kind(decoder, row, node, "write a list: [one, two]");
        return false;
    }
    if (all.count < (int)row->min || all.count > (int)row->max) {
        report_count(decoder, row, node, all.count);
        return false;
    }
    struct node *kept = ARENA_ARRAY(decoder->arena, struct node, all.count);

    *names = (struct items){kept, 0};
    for (int i = 0; i < all.count; i++)
        if (is_scalar(decoder, row, &all.list[i]))
            kept[names->count++] = all.list[i];
    return names->count >= (int)row->min;
}

static void set_count(const struct schema_row *row, void *target, int count)
{
    if (row->count_at > 0)
        *(int *)((char *)target + row->count_at) = count;
}

static void decode_names(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    struct items found;

    if (!find_names(decoder, row, node, &found))
        return;
    const char **names = ARENA_ARRAY(decoder->arena, const char *, found.count + 1);

    for (int i = 0; i < found.count; i++)
        names[i] = keep_string(decoder, &found.list[i]);
    memcpy(field(row, target), &names, sizeof(names));
    set_count(row, target, found.count);
}

static void decode_indices(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    struct items names;

    if (!find_names(decoder, row, node, &names))
        return;
    int *indices = ARENA_ARRAY(decoder->arena, int, names.count);

    for (int i = 0; i < names.count; i++) {
        struct reference reference = reference_of(decoder, row, &names.list[i]);

        indices[i] = -1;
        reference.index = &indices[i];
        references_add(decoder->references, &reference);
    }
    memcpy(field(row, target), &indices, sizeof(indices));
    set_count(row, target, names.count);
}

static void decode_mask(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    struct items names;

    if (!find_names(decoder, row, node, &names))
        return;
    for (int i = 0; i < names.count; i++) {
        struct reference reference = reference_of(decoder, row, &names.list[i]);

        reference.mask = field(row, target);
        references_add(decoder->references, &reference);
    }
}

static void decode_dates(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    struct items items = items_of(node);
    struct date *dates = ARENA_ARRAY(decoder->arena, struct date, items.count);

    if (items.count == 0 || items.count > (int)row->max) {
        report_count(decoder, row, node, items.count);
        return;
    }
    for (int i = 0; i < items.count; i++) {
        const struct node *item = &items.list[i];

        if (!is_scalar(decoder, row, item))
            return;
        if (!date_parse_year(item->text, &dates[i]) && !date_parse(item->text, &dates[i]))
            report_value(decoder, row, item, "is no year and no date; write 1973 or 1973-09-11");
    }
    memcpy(field(row, target), &dates, sizeof(dates));
    set_count(row, target, items.count);
}

/* Read later, with its whole layout. */
static void decode_node(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    (void)decoder;
    memcpy(field(row, target), &node, sizeof(node));
}

void value_decode(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    static const struct {
        void (*decode)(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target);
        bool scalar; /* anything else is refused */
    } types[] = {
        [VALUE_STRING] = {decode_string, true},    [VALUE_PATTERN] = {decode_pattern, true},
        [VALUE_TEXT] = {text_decode, false},       [VALUE_MARKDOWN] = {text_decode_markdown, false},
        [VALUE_INTEGER] = {decode_integer, true},  [VALUE_NUMBER] = {decode_number, true},
        [VALUE_PERCENT] = {decode_number, true},   [VALUE_POINT] = {decode_point, false},
        [VALUE_BOOLEAN] = {decode_boolean, true},  [VALUE_COLOUR] = {decode_colour, true},
        [VALUE_CHOICE] = {decode_choice, true},    [VALUE_NAME] = {decode_name, true},
        [VALUE_FILE] = {decode_file, true},        [VALUE_DATE] = {decode_date, true},
        [VALUE_NAMES] = {decode_names, false},     [VALUE_TRACKS] = {decode_node, false},
        [VALUE_AREAS] = {decode_node, false},      [VALUE_PLACE] = {decode_place, false},
        [VALUE_DATES] = {decode_dates, false},     [VALUE_INDEX] = {decode_index, true},
        [VALUE_INDICES] = {decode_indices, false}, [VALUE_MASK] = {decode_mask, false},
    };

    ASSERT(row->type < COUNTOF(types) && types[row->type].decode);
    if (!types[row->type].scalar || is_scalar(decoder, row, node))
        types[row->type].decode(decoder, row, node, target);
}
