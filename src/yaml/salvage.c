/* What a slip stands in is blanked out and the rest read again: all other lines keep their numbers, and nothing is guessed. */
#include "yaml/salvage.h"

#include <stdlib.h>
#include <string.h>

enum {
    TRIES_MAX = 40,
    SECTION_FAULTS_MAX = 6,             /* with more, a section is rather one fault as a whole */
    TRIED_BYTES_MAX = 24 * 1024 * 1024, /* of all tries: a second or two */
    TAB_COLUMNS = 2,
};

/* One line of the file, without its break. */
struct line {
    char *start, *end;
    int indent;
    bool blank, comment, item; /* item: begins with "- " */
};

struct text {
    char *bytes;
    size_t size;
    struct line *lines; /* lines[i] is line i + 1 */
    int count;
    int section, section_faults; /* where the last fault was, and how many in a row */
};

/* Lines first (included) to end (not). */
struct stretch {
    int first, end;
};

static struct line line_from(char *start, char *end)
{
    struct line line = {.start = start, .end = end};
    char *at = start;

    for (; at < end && (*at == ' ' || *at == '\t'); at++)
        line.indent += *at == '\t' ? TAB_COLUMNS : 1;
    line.blank = at == end;
    line.comment = at < end && *at == '#';
    line.item = at < end && *at == '-' && (at + 1 == end || at[1] == ' ' || at[1] == '\t');
    return line;
}

static void split(struct text *text)
{
    char *at = text->bytes, *end = text->bytes + text->size;
    int capacity = 0;

    while (at < end) {
        char *stop = at;

        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
        text->lines = mem_grow(text->lines, text->count, &capacity, sizeof(*text->lines));
        text->lines[text->count++] = line_from(at, stop);
        at = stop + (stop + 1 < end && stop[0] == '\r' && stop[1] == '\n' ? 2 : 1);
    }
}

static bool is_content(const struct line *line)
{
    return !line->blank && !line->comment;
}

/* A key in the first column, and what follows up to the next. */
static struct stretch section_at(const struct text *text, int line)
{
    struct stretch section = {line, line + 1};

    while (section.first > 0 &&
           (!is_content(&text->lines[section.first]) || text->lines[section.first].indent > 0 || text->lines[section.first].item))
        section.first--;
    while (section.end < text->count &&
           (!is_content(&text->lines[section.end]) || text->lines[section.end].indent > 0 || text->lines[section.end].item))
        section.end++;
    return section;
}

/* The indentation of the section's list; -1 if it is none. */
static int list_indent(const struct text *text, struct stretch section)
{
    for (int i = section.first + 1; i < section.end; i++)
        if (is_content(&text->lines[i]))
            return text->lines[i].item ? text->lines[i].indent : -1;
    return -1;
}

/* The list's item that holds the line; the whole section for the line of its key. */
static struct stretch item_at(const struct text *text, struct stretch section, int line, int indent)
{
    struct stretch item = {line, line + 1};

    while (item.first > section.first && !(text->lines[item.first].item && text->lines[item.first].indent <= indent))
        item.first--;
    if (item.first == section.first)
        return section;
    while (item.end < section.end && !(text->lines[item.end].item && text->lines[item.end].indent <= indent))
        item.end++;
    return item;
}

/* The line with all that is indented deeper. */
static struct stretch group_at(const struct text *text, struct stretch section, int line)
{
    struct stretch group = {line, line + 1};

    while (group.end < section.end && (!is_content(&text->lines[group.end]) || text->lines[group.end].indent > text->lines[line].indent))
        group.end++;
    return group;
}

/* Whether a line of the stretch may have been a notice: it may belong to the item above. */
static bool has_notice(const struct text *text, struct stretch stretch)
{
    for (int i = stretch.first; i < stretch.end; i++)
        for (const char *at = text->lines[i].start; at + 4 <= text->lines[i].end; at++)
            if (strncmp(at, "noti", 4) == 0 || strncmp(at, "Noti", 4) == 0 || strncmp(at, "NOTI", 4) == 0)
                return true;
    return false;
}

/* The stretch together with the last item of the list above it, if there is one. */
static struct stretch with_item_above(const struct text *text, struct stretch stretch)
{
    if (stretch.first == 0)
        return stretch;
    struct stretch above = section_at(text, stretch.first - 1);
    int indent = list_indent(text, above);

    if (indent >= 0)
        stretch.first = item_at(text, above, stretch.first - 1, indent).first;
    return stretch;
}

/* What the slip in this line costs. */
static struct stretch cost_of(struct text *text, int line)
{
    struct stretch section = section_at(text, line), cost;
    int indent = list_indent(text, section);

    text->section_faults = section.first == text->section ? text->section_faults + 1 : 1;
    text->section = section.first;
    if (indent >= 0)
        cost = item_at(text, section, line, indent);
    else
        cost = text->section_faults > SECTION_FAULTS_MAX ? section : group_at(text, section, line);
    if (text->lines[cost.first].item || !has_notice(text, cost))
        return cost;
    return with_item_above(text, section);
}

/* False if there was nothing to blank out. */
static bool blank_out(struct text *text, struct stretch stretch, struct salvage *salvage)
{
    bool changed = false;

    for (int i = stretch.first; i < stretch.end; i++) {
        struct line *line = &text->lines[i];

        if (line->blank)
            continue;
        changed = true;
        buffer_add(&salvage->text, line->start, (size_t)(line->end - line->start));
        buffer_add(&salvage->text, "\n", 1);
        memset(line->start, ' ', (size_t)(line->end - line->start));
        *line = line_from(line->start, line->end);
    }
    return changed;
}

/* Blanks out what keeps the file from being read; false if nothing is left. last: no further slip is looked for. */
static bool give_up(struct text *text, const struct lint_faults *faults, bool last, struct salvage *salvage)
{
    bool changed = false;
    int line = 0;

    for (int i = 0; i < faults->count; i++) {
        line = int_clamp(faults->lines[i] - 1, 0, text->count - 1);
        struct stretch cost = cost_of(text, line);

        if (i > 0 && text->lines[line].blank)
            continue;
        if (last)
            cost.end = text->count;
        changed = blank_out(text, cost, salvage) || changed;
    }
    return changed || blank_out(text, (struct stretch){section_at(text, line).first, text->count}, salvage);
}

static bool is_empty(const struct text *text)
{
    for (int i = 0; i < text->count; i++)
        if (is_content(&text->lines[i]))
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
    struct text text = {.bytes = mem_alloc(source->size + 1), .size = source->size};
    struct yaml_source rest = {text.bytes, text.size, source->is_long};

    memcpy(text.bytes, source->bytes, source->size);
    split(&text);
    for (int i = 1; i <= tries && !root && faults.count > 0; i++) {
        bool going = give_up(&text, &faults, i == tries, salvage) && !is_empty(&text);

        while (rest.size > 0 && rest.bytes[rest.size - 1] == ' ') /* what is blanked out is no line cut short */
            rest.size--;
        lint_faults_finish(&faults);
        if (going)
            root = yaml_try(arena, report, &rest, &faults);
    }
    lint_faults_finish(&faults);
    free(text.lines);
    free(text.bytes);
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
