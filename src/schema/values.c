/* Reading single values. Every complaint names the key, what stands there and what may stand there. */
#include "schema/values.h"

#include "base/suggest.h"
#include "exhibit/land.h"
#include "guesses/phrases.h"
#include "typed/plain.h"
#include "schema/dates.h"
#include "schema/secrets.h"
#include "schema/shapes.h"

#include <math.h>
#include <string.h>

enum { STRING_BYTES_MAX = 1000 }; /* words of the interface, labels */

static void *field(const struct schema_row *row, void *target)
{
    return (char *)target + row->at;
}

static void report_value(struct reader *reader, const struct schema_row *row, const struct node *node, const char *wanted)
{
    report_error(&reader->report, node->origin, CODED("value-wrong") "%s: \"%s\" %s", row->key, report_quote(node->text).text, wanted);
}

static bool is_scalar(struct reader *reader, const struct schema_row *row, const struct node *node)
{
    if (node->kind != NODE_SCALAR)
        reader_report_kind(reader, row, node, "write one value");
    return node->kind == NODE_SCALAR;
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
static int choice_of(struct reader *reader, const struct schema_row *row, const struct node *node, const char *const *choices)
{
    int count = 0;

    for (; choices[count]; count++)
        if (strcmp(choices[count], node->text) == 0)
            return count;
    const char *suggested = suggest_name(node->text, choices, count);
    struct choice_list all = list_choices(choices);

    if (suggested)
        report_error(&reader->report, node->origin, CODED("value-wrong") "%s: \"%s\" is not known; did you mean \"%s\"? (one of: %s)",
                     row->key, report_quote(node->text).text, suggested, all.text);
    else
        report_error(&reader->report, node->origin, CODED("value-wrong") "%s: \"%s\" is not known; write one of: %s", row->key,
                     report_quote(node->text).text, all.text);
    return -1;
}

static void read_boolean(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    bool *value = field(row, target);
    static const char *const choices[] = {"true", "false", "yes", "no", NULL};
    int choice = choice_of(reader, row, node, choices);

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

/* As other countries write them: "74,5", "1 047", "1.047.000,5". Of a mark that stands once, before three digits, nobody can tell whether
 * it is the thousands' or the decimals': it is taken for the thousands', and told with the other. False where no number comes of it. */
struct number_guess {
    double value;
    bool unsure;
};

static bool guess_number(const char *text, struct number_guess *guess)
{
    const char *comma = strrchr(text, ','), *point = strrchr(text, '.'), *last = comma > point ? comma : point;
    bool both = comma && point, grouped = last && !both && strlen(last + 1) == 3;
    char plain[32];
    size_t length = 0;

    for (const char *at = text; *at; at++) {
        bool decimal = at == last && !grouped;

        if (strchr(" %'+", *at) || ((*at == ',' || *at == '.') && !decimal))
            continue;
        if (length + 1 >= sizeof(plain))
            return false;
        plain[length++] = decimal ? '.' : *at;
    }
    if (last && !grouped && strchr(text, *last) != last)
        return false;
    guess->unsure = grouped && strchr(text, *last) == last;
    return value_parse_number(plain, length, &guess->value);
}

/* "1.047" can be read, but perhaps not as it was meant; no more than two decimals of a number are ever shown. */
static bool is_doubtful(const struct schema_row *row, const char *text)
{
    const char *point = strchr(text, '.');

    return row->type == VALUE_NUMBER && row->max >= 1000 && text[0] != '0' && text[0] != '-' && point && point - text <= 3 &&
           strspn(point + 1, "0123456789") == 3 && point[4] == '\0';
}

/* Visitors read it, and no more than two decimals of it. */
static void check_decimals(struct reader *reader, const struct schema_row *row, const struct node *node, double value)
{
    bool is_shown = row->type == VALUE_NUMBER && row->min == 0 && row->max >= 1e9;
    double cut = round(value * 100) / 100;

    if (is_shown && fabs(value - cut) > 1e-9 * fmax(1, value))
        report_warning(&reader->report, node->origin,
                       CODED("value-wrong") "%s: \"%s\" is shown as %.2f; write two decimals at most, or count in a smaller unit", row->key,
                       report_quote(node->text).text, cut);
}

static void report_number(struct reader *reader, const struct schema_row *row, const struct node *node, const char *sign)
{
    struct number_guess guess = {0};
    const char *noun = row->type == VALUE_INTEGER ? "whole number" : "number";
    struct plain plain; /* digits of any script */
    const char *text = plain_of(node->text, &plain) ? plain.text : node->text;
    bool fits = guess_number(text, &guess) && guess.value >= row->min && guess.value <= row->max;

    if (fits && guess.unsure && row->type != VALUE_INTEGER)
        report_error(&reader->report, node->origin,
                     CODED("value-out-of-range") "%s: \"%s\" does not fit; write %.10g, or %.2f if the mark stands before decimals",
                     row->key, report_quote(node->text).text, guess.value, guess.value / 1000);
    else if (fits && (row->type != VALUE_INTEGER || guess.value == (double)(int)guess.value))
        report_error(&reader->report, node->origin, CODED("value-out-of-range") "%s: \"%s\" does not fit; write %.10g%s", row->key,
                     report_quote(node->text).text, guess.value, sign);
    else
        report_error(&reader->report, node->origin,
                     CODED("value-out-of-range") "%s: \"%s\" does not fit; write a %s from %.10g%s to %.10g%s", row->key,
                     report_quote(node->text).text, noun, row->min, sign, row->max, sign);
}

/* A number of this row's range; `sign` ("%") may close it. What is wrong is said of `node`. */
static bool number_of(struct reader *reader, const struct schema_row *row, const struct node *node, double *value)
{
    const char *sign = row->type == VALUE_PERCENT || row->type == VALUE_FOCUS || row->type == VALUE_KEEP ? "%" : "";
    const char *text = node->text;
    size_t length = strlen(text);
    bool whole = row->type == VALUE_INTEGER;

    if (sign[0] && length > 0 && text[length - 1] == '%')
        length--;
    while (length > 0 && text[length - 1] == ' ')
        length--;
    if (value_parse_number(text, length, value) && *value >= row->min && *value <= row->max && !(whole && *value != (double)(int)*value) &&
        !is_doubtful(row, text)) {
        check_decimals(reader, row, node, *value);
        return true;
    }
    report_number(reader, row, node, sign);
    return false;
}

static void read_integer(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    int *value = field(row, target);
    double number;

    if (row->choices && choice_of(reader, row, node, row->choices) < 0)
        return;
    if (number_of(reader, row, node, &number))
        *value = (int)number;
}

static void read_number(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    double *value = field(row, target);
    double number;

    if (number_of(reader, row, node, &number))
        *value = number;
}

/* A list of percentages: how many, what to write, and what stood there, as shares. */
struct crop_numbers {
    int count;
    const char *wanted;
    double shares[4];
};

static bool read_shares(struct reader *reader, const struct schema_row *row, const struct node *node, struct crop_numbers *read)
{
    bool fits = node->kind == NODE_LIST && node->count == read->count;

    for (int i = 0; fits && i < read->count; i++)
        fits = node->items[i].kind == NODE_SCALAR;
    if (!fits)
        report_error(&reader->report, node->origin, CODED("value-wrong") "%s: write %s", row->key, read->wanted);
    for (int i = 0; fits && i < read->count; i++) {
        fits = number_of(reader, row, &node->items[i], &read->shares[i]);
        read->shares[i] /= 100;
    }
    return fits;
}

static bool read_focus(struct reader *reader, const struct schema_row *row, const struct node *node, struct crop_numbers *read)
{
    *read = (struct crop_numbers){.count = 2, .wanted = "two percentages, across and down, for example [50%, 40%]"};
    return read_shares(reader, row, node, read);
}

static bool read_keep(struct reader *reader, const struct schema_row *row, const struct node *node, struct crop_numbers *read)
{
    const double *shares = read->shares, beyond = 1 + 1e-9;

    *read = (struct crop_numbers){
        .count = 4, .wanted = "four percentages, from the left, from the top, width and height, for example [20%, 10%, 50%, 60%]"};
    if (!read_shares(reader, row, node, read))
        return false;
    bool part = shares[2] > 0 && shares[3] > 0, inside = shares[0] + shares[2] < beyond && shares[1] + shares[3] < beyond;

    if (part && !inside)
        report_error(&reader->report, node->origin,
                     CODED("keep-wrong") "%s: this part reaches beyond the picture; left and width together may be 100%% at most, and so "
                                         "may top and height",
                     row->key);
    else if (!part)
        report_error(&reader->report, node->origin, CODED("keep-wrong") "%s: this part has no width or no height; write %s", row->key,
                     read->wanted);
    return part && inside;
}

/* What is kept is in the middle, unless a focus says better. */
static void set_crop(const struct reader *reader, const struct schema_row *row, const double shares[4], struct crop *crop)
{
    bool keeps = row->type == VALUE_KEEP, centred = keeps && !yaml_find(reader->map, "focus");

    if (keeps)
        crop->keep = (struct share_rect){(float)shares[0], (float)shares[1], (float)shares[2], (float)shares[3]};
    for (int i = 0; i < 2 && (!keeps || centred); i++)
        crop->focus[i] = shares[i] + (keeps ? shares[2 + i] / 2 : 0);
}

static void read_crops(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    bool (*read)(struct reader *, const struct schema_row *, const struct node *, struct crop_numbers *) =
        row->type == VALUE_KEEP ? read_keep : read_focus;
    struct crops *crops = field(row, target);
    struct crop_numbers numbers;

    if (row->type == VALUE_KEEP)
        crops->origin = node->origin;
    if (node->kind != NODE_MAP && read(reader, row, node, &numbers)) {
        set_crop(reader, row, numbers.shares, &crops->landscape);
        set_crop(reader, row, numbers.shares, &crops->portrait);
    }
    for (int i = 0; node->kind == NODE_MAP && i < node->count; i++) {
        const struct pair *pair = &node->pairs[i];
        struct crop *crop = strcmp(pair->key, "landscape") == 0  ? &crops->landscape
                            : strcmp(pair->key, "portrait") == 0 ? &crops->portrait
                                                                 : NULL;

        if (row->type == VALUE_KEEP && strcmp(pair->key, "poster") == 0)
            crop = &crops->poster;
        if (!crop)
            report_error(&reader->report, pair->origin, CODED("value-wrong") "%s: \"%s\" is no orientation; write landscape%s", row->key,
                         report_quote(pair->key).text, row->type == VALUE_KEEP ? ", portrait or poster" : " or portrait");
        else if (read(reader, row, &pair->value, &numbers))
            set_crop(reader, row, numbers.shares, crop);
    }
}

static void read_place(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct place place;

    if (node->kind != NODE_LIST || node->count != 2 || node->items[0].kind != NODE_SCALAR || node->items[1].kind != NODE_SCALAR) {
        report_error(
            &reader->report, node->origin,
            CODED("value-wrong") "%s: write latitude and longitude in degrees, south and west negative, for example [-33.44, -70.65]",
            row->key);
        return;
    }
    if (number_of(reader, row, &node->items[0], &place.latitude) && number_of(reader, row, &node->items[1], &place.longitude))
        memcpy(field(row, target), &place, sizeof(place));
}

static void read_colour(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct colour *value = field(row, target);
    if (!colour_parse(node->text, value))
        report_value(reader, row, node, "is no colour; write \"#RRGGBB\" in quotes, for example \"#F3EBDD\"");
}

static void read_tint(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct tint *tint = field(row, target);
    bool own = node->text[0] == '#';
    int choice = own ? -1 : choice_of(reader, row, node, row->choices);

    if (own && !colour_parse(node->text, &tint->colour))
        report_value(reader, row, node, "is no colour; write \"#RRGGBB\" in quotes, for example \"#F3EBDD\"");
    else if (own)
        tint->own = true;
    else if (choice >= 0)
        *tint = (struct tint){.of_theme = (enum ground)choice};
}

static void read_choice(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    unsigned *value = field(row, target);
    int choice = choice_of(reader, row, node, row->choices);

    if (choice >= 0)
        *value = (unsigned)choice;
}

static const char *keep_string(struct reader *reader, const struct node *node)
{
    return reader_keep_text(reader, node->text, strlen(node->text));
}

/* The name that stands there; the caller tells where the answer goes. */
static struct reference reference_of(struct reader *reader, const struct schema_row *row, const struct node *node)
{
    return (struct reference){
        .kind = row->refers,
        .name = keep_string(reader, node),
        .origin = node->origin,
        .owner = reader->owner,
    };
}

/* A record that cannot be without it is left out. */
static void report_no_text(struct reader *reader, const struct schema_row *row, const struct node *node)
{
    if (row->need == NEED_REQUIRED)
        report_error(&reader->report, node->origin, CODED("text-missing") "%s: no text stands here; write it (%s)", row->key, row->help);
    else if (row->preset)
        report_warning(&reader->report, node->origin,
                       CODED("text-missing") "%s: no text stands here; write it (%s): until then \"%s\" is shown", row->key, row->help,
                       row->preset);
    else
        report_warning(&reader->report, node->origin, CODED("text-missing") "%s: no text stands here; write it (%s)", row->key, row->help);
}

static void read_string(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    if (strlen(node->text) > STRING_BYTES_MAX) {
        report_error(&reader->report, node->origin, CODED("text-too-long") "%s: this is far too long; write a few words", row->key);
        return;
    }
    reader_check_remark(reader, node);
    if (row->min > 0 && !plain_is_visible(node->text))
        report_no_text(reader, row, node);
    else
        *(const char **)field(row, target) = plain_read(reader->arena, &reader->report, node);
}

static bool is_name(struct reader *reader, const struct schema_row *row, const struct node *node)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

    if (node->text[0] != '\0' && strspn(node->text, letters) == strlen(node->text))
        return true;
    report_value(reader, row, node, "is no name; use only the letters a-z, digits, \"-\" and \"_\"");
    return false;
}

static void read_name(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    if (is_name(reader, row, node))
        *(const char **)field(row, target) = keep_string(reader, node);
}

static void read_index(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    if (!is_name(reader, row, node))
        return;
    struct reference reference = reference_of(reader, row, node);

    reference.index = field(row, target);
    references_add(reader->references, &reference);
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

static void read_file(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    const char *fault = path_fault(node->text);

    if (fault) {
        report_value(reader, row, node, fault);
        return;
    }
    struct picture *picture = (struct picture *)(void *)((char *)field(row, target) - offsetof(struct picture, file));
    struct reference reference = reference_of(reader, row, node);

    picture->file = reference.name;
    reference.picture = picture;
    references_add(reader->references, &reference);
}

/* A pattern holds each of its "{choice}" once at most, one of them at least, and no others. */
static void read_pattern(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
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
    reader_check_remark(reader, node);
    if (found) {
        *(const char **)field(row, target) = plain_read(reader->arena, &reader->report, node);
        return;
    }
    struct buffer places = {0};

    for (int i = 0; row->choices[i]; i++)
        buffer_printf(&places, "%s{%s}", i == 0 ? "" : ", ", row->choices[i]);
    report_error(&reader->report, node->origin,
                 CODED("pattern-wrong") "%s: \"%s\" is not filled in as it stands; write a text with %s in it, and nothing else in braces",
                 row->key, report_quote(node->text).text, places.bytes);
    buffer_finish(&places);
}

/* The names that stand there: false, with an error, if they are too many or too few. An item that is no name is passed over. */
static bool find_names(struct reader *reader, const struct schema_row *row, const struct node *node, struct node_items *names)
{
    struct node_items all = yaml_items(node);

    if (node->kind == NODE_MAP) {
        reader_report_kind(reader, row, node, "write a list: [one, two]");
        return false;
    }
    if (all.count < (int)row->min || all.count > (int)row->max) {
        reader_report_count(reader, row, node, all.count);
        return false;
    }
    struct node *kept = ARENA_ARRAY(reader->arena, struct node, all.count);

    *names = (struct node_items){kept, 0};
    for (int i = 0; i < all.count; i++)
        if (is_scalar(reader, row, &all.list[i]))
            kept[names->count++] = all.list[i];
    return names->count >= (int)row->min;
}

static void set_count(const struct schema_row *row, void *target, int count)
{
    if (row->count_at > 0)
        *(int *)((char *)target + row->count_at) = count;
}

static void read_names(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct node_items found;

    if (!find_names(reader, row, node, &found))
        return;
    const char **names = ARENA_ARRAY(reader->arena, const char *, found.count + 1);

    for (int i = 0; i < found.count; i++)
        names[i] = keep_string(reader, &found.list[i]);
    memcpy(field(row, target), &names, sizeof(names));
    set_count(row, target, found.count);
}

static void read_indices(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct node_items names;

    if (!find_names(reader, row, node, &names))
        return;
    int *indices = ARENA_ARRAY(reader->arena, int, names.count);

    for (int i = 0; i < names.count; i++) {
        struct reference reference = reference_of(reader, row, &names.list[i]);

        indices[i] = -1;
        reference.index = &indices[i];
        references_add(reader->references, &reference);
    }
    memcpy(field(row, target), &indices, sizeof(indices));
    set_count(row, target, names.count);
}

static void read_mask(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct node_items names;

    if (!find_names(reader, row, node, &names))
        return;
    for (int i = 0; i < names.count; i++) {
        struct reference reference = reference_of(reader, row, &names.list[i]);

        reference.mask = field(row, target);
        references_add(reader->references, &reference);
    }
}

static void read_set(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct node_items names;
    unsigned set = 0;

    if (!find_names(reader, row, node, &names))
        return;
    for (int i = 0; i < names.count; i++) {
        int choice = choice_of(reader, row, &names.list[i], row->choices);

        set |= choice < 0 ? 0 : 1u << choice;
    }
    if (set != 0)
        memcpy(field(row, target), &set, sizeof(set));
}

/* Read later, with its whole layout. */
static void read_node(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    (void)reader;
    memcpy(field(row, target), &node, sizeof(node));
}

void value_read(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    static const struct {
        void (*read)(struct reader *reader, const struct schema_row *row, const struct node *node, void *target);
        bool scalar; /* anything else is refused */
    } types[] = {
        [VALUE_STRING] = {read_string, true},       [VALUE_PATTERN] = {read_pattern, true},
        [VALUE_INTEGER] = {read_integer, true},     [VALUE_NUMBER] = {read_number, true},
        [VALUE_PERCENT] = {read_number, true},      [VALUE_FOCUS] = {read_crops, false},
        [VALUE_KEEP] = {read_crops, false},         [VALUE_BOOLEAN] = {read_boolean, true},
        [VALUE_COLOUR] = {read_colour, true},       [VALUE_CHOICE] = {read_choice, true},
        [VALUE_NAME] = {read_name, true},           [VALUE_PIN] = {secrets_read_pin, true},
        [VALUE_FILE] = {read_file, true},           [VALUE_DATE] = {dates_read_one, true},
        [VALUE_NAMES] = {read_names, false},        [VALUE_TRACKS] = {read_node, false},
        [VALUE_AREAS] = {read_node, false},         [VALUE_PLACE] = {read_place, false},
        [VALUE_DATES] = {dates_read_list, false},   [VALUE_INDEX] = {read_index, true},
        [VALUE_INDICES] = {read_indices, false},    [VALUE_MASK] = {read_mask, false},
        [VALUE_MOMENT] = {dates_read_moment, true}, [VALUE_DATING] = {dates_read_dating, true},
        [VALUE_TINT] = {read_tint, true},           [VALUE_SET] = {read_set, false},
        [VALUE_BOX] = {shapes_read_box, false},     [VALUE_OUTLINE] = {shapes_read_outline, true},
    };

    ASSERT(row->type < COUNTOF(types) && types[row->type].read);
    if (!types[row->type].scalar || is_scalar(reader, row, node))
        types[row->type].read(reader, row, node, target);
}
