/* What a slip stands in is overwritten with spaces and the rest read again: all other lines keep their numbers, and nothing is guessed. */
#include "yaml/salvage.h"

#include "yaml/lines.h"

#include <stdlib.h>
#include <string.h>

enum {
    TRIES_MAX = 40,
    SECTION_FAULTS_MAX = 6,             /* with more, a section is rather one fault as a whole */
    TRIED_BYTES_MAX = 24 * 1024 * 1024, /* of all tries: a second or two */
    TAB_COLUMNS = 2,
};

/* item: begins with "- ". */
struct salvage_line {
    char *start;
    size_t length;
    int indent;
    bool blank, comment, item;
};

/* The file, of which parts are blanked out. */
struct remains {
    char *bytes;
    size_t size;
    struct salvage_line *lines; /* lines[i] is line i + 1 */
    int count;
    int section, section_faults; /* where the last fault was, and how many in a row */
};

/* Lines first (included) to end (not). */
struct line_range {
    int first, end;
};

static struct salvage_line line_from(char *start, size_t length)
{
    struct salvage_line line = {.start = start, .length = length};
    const char *at = start, *end = start + length;

    for (; at < end && (*at == ' ' || *at == '\t'); at++)
        line.indent += *at == '\t' ? TAB_COLUMNS : 1;
    line.blank = at == end;
    line.comment = at < end && *at == '#';
    line.item = at < end && *at == '-' && (at + 1 == end || at[1] == ' ' || at[1] == '\t');
    return line;
}

static void split(struct remains *remains)
{
    const char *at = remains->bytes, *end = remains->bytes + remains->size;
    int capacity = 0;

    while (at < end) {
        struct line line = line_next(&at, end);

        remains->lines = mem_grow(remains->lines, remains->count, &capacity, sizeof(*remains->lines));
        remains->lines[remains->count++] = line_from(remains->bytes + (line.start - remains->bytes), (size_t)(line.end - line.start));
    }
}

static bool is_content(const struct salvage_line *line)
{
    return !line->blank && !line->comment;
}

/* A key in the first column, and what follows up to the next. */
static struct line_range section_at(const struct remains *remains, int line)
{
    struct line_range section = {line, line + 1};

    while (section.first > 0 &&
           (!is_content(&remains->lines[section.first]) || remains->lines[section.first].indent > 0 || remains->lines[section.first].item))
        section.first--;
    while (section.end < remains->count &&
           (!is_content(&remains->lines[section.end]) || remains->lines[section.end].indent > 0 || remains->lines[section.end].item))
        section.end++;
    return section;
}

/* The indentation of the section's list; -1 if it is none. */
static int list_indent(const struct remains *remains, struct line_range section)
{
    for (int i = section.first + 1; i < section.end; i++)
        if (is_content(&remains->lines[i]))
            return remains->lines[i].item ? remains->lines[i].indent : -1;
    return -1;
}

/* The list's item that holds the line; the whole section for the line of its key. */
static struct line_range item_at(const struct remains *remains, struct line_range section, int line, int indent)
{
    struct line_range item = {line, line + 1};

    while (item.first > section.first && !(remains->lines[item.first].item && remains->lines[item.first].indent <= indent))
        item.first--;
    if (item.first == section.first)
        return section;
    while (item.end < section.end && !(remains->lines[item.end].item && remains->lines[item.end].indent <= indent))
        item.end++;
    return item;
}

/* The line with all that is indented deeper. */
static struct line_range group_at(const struct remains *remains, struct line_range section, int line)
{
    struct line_range group = {line, line + 1};

    while (group.end < section.end &&
           (!is_content(&remains->lines[group.end]) || remains->lines[group.end].indent > remains->lines[line].indent))
        group.end++;
    return group;
}

/* Whether a line of the range may have been a notice: it may belong to the item above. */
static bool has_notice(const struct remains *remains, struct line_range range)
{
    for (int i = range.first; i < range.end; i++)
        for (const char *at = remains->lines[i].start, *end = at + remains->lines[i].length; at + 4 <= end; at++)
            if (strncmp(at, "noti", 4) == 0 || strncmp(at, "Noti", 4) == 0 || strncmp(at, "NOTI", 4) == 0)
                return true;
    return false;
}

/* The range together with the last item of the list above it, if there is one. */
static struct line_range with_item_above(const struct remains *remains, struct line_range range)
{
    if (range.first == 0)
        return range;
    struct line_range above = section_at(remains, range.first - 1);
    int indent = list_indent(remains, above);

    if (indent >= 0)
        range.first = item_at(remains, above, range.first - 1, indent).first;
    return range;
}

/* What the slip in this line costs. */
static struct line_range cost_of(struct remains *remains, int line)
{
    struct line_range section = section_at(remains, line), cost;
    int indent = list_indent(remains, section);

    remains->section_faults = section.first == remains->section ? remains->section_faults + 1 : 1;
    remains->section = section.first;
    if (indent >= 0)
        cost = item_at(remains, section, line, indent);
    else
        cost = remains->section_faults > SECTION_FAULTS_MAX ? section : group_at(remains, section, line);
    if (remains->lines[cost.first].item || !has_notice(remains, cost))
        return cost;
    return with_item_above(remains, section);
}

/* False if there was nothing to blank out. */
static bool blank_out(struct remains *remains, struct line_range range, struct salvage *salvage)
{
    bool changed = false;

    for (int i = range.first; i < range.end; i++) {
        struct salvage_line *line = &remains->lines[i];

        if (line->blank)
            continue;
        changed = true;
        buffer_add(&salvage->text, line->start, line->length);
        buffer_add(&salvage->text, "\n", 1);
        memset(line->start, ' ', line->length);
        *line = line_from(line->start, line->length);
    }
    return changed;
}

/* Blanks out what keeps the file from being read; false if nothing is left. last: no further slip is looked for. */
static bool give_up(struct remains *remains, const struct lint_faults *faults, bool last, struct salvage *salvage)
{
    bool changed = false;
    int line = 0;

    for (int i = 0; i < faults->count; i++) {
        line = int_clamp(faults->lines[i] - 1, 0, remains->count - 1);
        struct line_range cost = cost_of(remains, line);

        if (i > 0 && remains->lines[line].blank)
            continue;
        if (last)
            cost.end = remains->count;
        changed = blank_out(remains, cost, salvage) || changed;
    }
    return changed || blank_out(remains, (struct line_range){section_at(remains, line).first, remains->count}, salvage);
}

static bool is_empty(const struct remains *remains)
{
    for (int i = 0; i < remains->count; i++)
        if (is_content(&remains->lines[i]))
            return false;
    return true;
}

const struct node *salvage_read(struct arena *arena, struct report *report, const struct yaml_source *source, struct salvage *salvage)
{
    int before = findings_total(report->findings), tries = int_clamp(TRIED_BYTES_MAX / (int)(source->size + 1), 2, TRIES_MAX);
    struct lint_faults faults = {0};
    const struct node *root = yaml_try(arena, report, source, &faults);

    salvage->finding = root ? -1 : findings_error_since(report->findings, before);
    if (root || faults.count == 0) {
        lint_faults_finish(&faults);
        return root;
    }
    struct remains remains = {.bytes = mem_alloc(source->size + 1), .size = source->size};
    struct yaml_source rest = {remains.bytes, remains.size, source->is_long};

    memcpy(remains.bytes, source->bytes, source->size);
    split(&remains);
    for (int i = 1; i <= tries && !root && faults.count > 0; i++) {
        bool going = give_up(&remains, &faults, i == tries, salvage) && !is_empty(&remains);

        while (rest.size > 0 && rest.bytes[rest.size - 1] == ' ') /* what is blanked out is no line cut short */
            rest.size--;
        lint_faults_finish(&faults);
        if (going)
            root = yaml_try(arena, report, &rest, &faults);
    }
    lint_faults_finish(&faults);
    free(remains.lines);
    free(remains.bytes);
    return root;
}

bool salvage_has(const struct salvage *salvage, const char *name)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    size_t length = strlen(name);

    for (const char *at = salvage->text.bytes; at && length > 0 && (at = strstr(at, name)); at++)
        if ((at == salvage->text.bytes || !strchr(letters, at[-1])) && (!at[length] || !strchr(letters, at[length])))
            return true;
    return false;
}
