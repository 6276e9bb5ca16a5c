/* Findings of the changed exhibit are led back to the table: which of its cells wrote the line that they name. */
#include "wording/intake.h"

#include "wording/way.h"
#include "load/load.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN_BYTES = 72, BEFORE_BYTES = 16 }; /* of a text, and of what comes before the first difference */

bool intake_init(struct intake *intake, const struct intake *with, const struct files *files)
{
    *intake = *with;
    translations_read(&intake->translations, files, intake->arena);
    return papers_open(&intake->papers, files, intake->exhibit, intake->findings);
}

void intake_finish(struct intake *intake)
{
    papers_close(&intake->papers);
    translations_finish(&intake->translations);
    free(intake->changes);
}

void intake_add(struct intake *intake, const struct intake_change *change)
{
    intake->changes = mem_grow(intake->changes, intake->count, &intake->capacity, sizeof(*intake->changes));
    intake->changes[intake->count++] = *change;
}

void intake_watch(struct intake *intake, const struct translation *translation)
{
    const struct translation *known = translations_find(&intake->translations, translation->key, translation->language);

    if (known && known->hash == translation->hash)
        return;
    translations_set(&intake->translations, translation);
    intake->watches_more = true;
}

/* The same words, whatever lines and numbers they name: lines move. */
static bool is_same_but_numbers(const char *one, const char *other)
{
    for (;; one++, other++) {
        while (isdigit((unsigned char)*one))
            one++;
        while (isdigit((unsigned char)*other))
            other++;
        if (*one != *other)
            return false;
        if (!*one)
            return true;
    }
}

/* One that was there already; it is no second finding's then. */
static bool take_known(const struct findings *before, bool *taken, const struct finding *finding)
{
    for (int i = 0; i < findings_total(before); i++) {
        const struct finding *known = findings_at(before, i);

        if (taken[i] || known->severity != finding->severity || strcmp(known->file, finding->file) != 0 ||
            !is_same_but_numbers(known->message, finding->message))
            continue;
        taken[i] = true;
        return true;
    }
    return false;
}

/* Lines of the changed exhibit's file that a change wrote. */
struct lines {
    int first, last;
};

static struct lines lines_of_text(const struct node *node)
{
    int last = node->line_count > 0 ? node->lines[node->line_count - 1].line : node->origin.line;

    return (struct lines){node->origin.line, last};
}

static struct lines lines_at(const struct papers *papers, const char *key)
{
    const char *way = strchr(key, ':') + 1;
    struct way_end end;

    for (int i = 0; i < papers->count; i++)
        if (strncmp(papers->list[i].path, key, (size_t)(way - 1 - key)) == 0 && way_find(editing_root(papers->list[i].editing), way, &end))
            return (struct lines){end.first, end.last};
    return (struct lines){0, 0};
}

/* lines: of each change. */
static struct origin lead_back(const struct intake *intake, const struct lines *lines, const struct finding *finding)
{
    for (int i = 0; i < intake->count; i++) {
        const struct intake_change *change = &intake->changes[i];
        size_t length = strlen(finding->file);

        if (strncmp(change->key, finding->file, length) == 0 && change->key[length] == ':' && finding->line >= lines[i].first &&
            finding->line <= lines[i].last)
            return change->at;
    }
    return (struct origin){finding->file, finding->line, finding->column};
}

static void find_lines(const struct intake *intake, struct papers *changed, struct lines *lines)
{
    struct text_list texts;

    texts_find(&texts, changed, intake->exhibit);
    for (int i = 0; i < intake->count; i++) {
        const struct intake_change *change = &intake->changes[i];
        const struct text_entry *entry = change->language ? texts_of(&texts, change->key) : NULL;

        if (!change->language)
            lines[i] = lines_at(changed, change->key);
        for (int l = 0; entry && l < intake->exhibit->language_count; l++)
            if (entry->in[l] && strcmp(intake->exhibit->languages[l], change->language) == 0)
                lines[i] = lines_of_text(entry->in[l]);
    }
    texts_finish(&texts);
}

/* The cell that brought most into the file; NULL: none did. */
static const struct intake_change *largest_in(const struct intake *intake, const char *file)
{
    const struct intake_change *largest = NULL;
    size_t length = strlen(file);

    for (int i = 0; i < intake->count; i++) {
        const struct intake_change *change = &intake->changes[i];

        if (strncmp(change->key, file, length) == 0 && change->key[length] == ':' &&
            (!largest || strlen(change->after) > strlen(largest->after)))
            largest = change;
    }
    return largest;
}

/* False: it is another finding than that a file has grown too large. */
static bool tell_too_large(const struct intake *intake, const struct finding *finding)
{
    const struct intake_change *largest =
        finding->code[0] && strcmp(finding->code, "file-too-large") == 0 ? largest_in(intake, finding->file) : NULL;

    if (largest)
        findings_add(intake->findings, finding->severity, largest->at, "with this text %s grows larger than a file may be; shorten it",
                     finding->file);
    return largest != NULL;
}

void intake_check(struct intake *intake, const struct findings *before)
{
    struct findings *after = findings_create();
    struct loaded *loaded = load_exhibit(&intake->papers.files, after);
    struct lines *lines = mem_alloc(sizeof(*lines) * (size_t)int_max(intake->count, 1));
    bool *taken = mem_alloc((size_t)int_max(findings_total(before), 1));
    struct papers changed;

    if (papers_open(&changed, &intake->papers.files, intake->exhibit, after))
        find_lines(intake, &changed, lines);
    for (int i = 0; i < findings_total(after); i++) {
        const struct finding *finding = findings_at(after, i);

        if (take_known(before, taken, finding))
            continue;
        if (finding->code[0] && strcmp(finding->code, "translation-missing") == 0)
            intake->untranslated++;
        else if (!tell_too_large(intake, finding))
            findings_add(intake->findings, finding->severity, lead_back(intake, lines, finding), "%s", finding->message);
    }
    papers_close(&changed);
    free(taken);
    free(lines);
    loaded_destroy(loaded);
    findings_destroy(after);
}

static bool is_inside_letter(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* On one line, from a little before the byte `from`. */
static void tell_text(struct buffer *out, const char *text, size_t from)
{
    size_t begin = from > BEFORE_BYTES ? from - BEFORE_BYTES : 0, end = begin + SHOWN_BYTES, length = strlen(text);

    end = end < length ? end : length;
    while (begin > 0 && is_inside_letter(text[begin]))
        begin--;
    while (end < length && is_inside_letter(text[end]))
        end++;
    buffer_printf(out, begin > 0 ? "\"\u2026" : "\"");
    for (size_t i = begin; i < end; i++)
        buffer_add(out, text[i] == '\n' ? " " : &text[i], 1);
    buffer_printf(out, end < length ? "\u2026\"" : "\"");
}

int intake_tell(const struct intake *intake, struct buffer *out)
{
    int count = 0;

    for (int i = 0; i < intake->count; i++) {
        const struct intake_change *change = &intake->changes[i];
        const char *key = strchr(change->key, ':'), *before = change->before ? change->before : "", *after = change->after;
        size_t from = 0;

        if (change->quiet)
            continue;
        count++;
        buffer_printf(out, "%.*s", (int)(key - change->key), change->key);
        if (change->origin.line > 0)
            buffer_printf(out, ":%d", change->origin.line);
        buffer_printf(out, ": %s%s%s: ", key + 1, change->language ? ", " : "", change->language ? change->language : "");
        while (before[from] && after[from] && before[from] == after[from])
            from++;
        if (change->before)
            tell_text(out, before, from);
        buffer_printf(out, change->before ? " -> " : "new: ");
        tell_text(out, after, from);
        buffer_printf(out, "\n");
    }
    return count;
}
