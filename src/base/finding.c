/* A list of findings in one arena. */
#include "base/finding.h"

#include "base/mem.h"
#include "base/printable.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct findings {
    struct arena *arena;
    struct finding *list;
    int count, capacity;
};

struct findings *findings_create(void)
{
    struct findings *findings = mem_alloc(sizeof(*findings));

    findings->arena = arena_create();
    return findings;
}

void findings_destroy(struct findings *findings)
{
    if (!findings)
        return;
    free(findings->list);
    arena_destroy(findings->arena);
    free(findings);
}

/* A copy that may be printed. */
static const char *keep(struct findings *findings, const char *text)
{
    size_t room = printable_copy(NULL, 0, text) + 1;
    char *copy = arena_alloc(findings->arena, room);

    printable_copy(copy, room, text);
    return copy;
}

/* Cuts the first code out of the message; returns it, in the arena, or "". */
static const char *take_code(struct arena *arena, char *message)
{
    char *from = strchr(message, CODED("")[0]);
    size_t length = from ? strspn(from + 1, "abcdefghijklmnopqrstuvwxyz-") : 0;

    if (length == 0 || from[length + 1] != CODED("")[1])
        return "";
    const char *code = arena_text(arena, from + 1, length);

    memmove(from, from + length + 2, strlen(from + length + 2) + 1);
    return code;
}

const char *finding_words(const char *coded)
{
    const char *end = coded[0] == CODED("")[0] ? strchr(coded, CODED("")[1]) : NULL;

    return end ? end + 1 : coded;
}

static void add(struct findings *findings, const struct finding *finding)
{
    findings->list = mem_grow(findings->list, findings->count, &findings->capacity, sizeof(*findings->list));
    findings->list[findings->count++] = *finding;
}

void findings_add(struct findings *findings, enum severity severity, struct origin origin, const char *format, ...)
{
    char message[1024];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    const char *code = take_code(findings->arena, message);

    add(findings, &(struct finding){
                      .file = keep(findings, origin.file),
                      .line = origin.line,
                      .column = origin.column,
                      .severity = severity,
                      .code = code,
                      .message = keep(findings, message),
                  });
}

void findings_extend(struct findings *findings, int index, const char *format, ...)
{
    char more[256];
    va_list arguments;

    ASSERT(index >= 0 && index < findings->count);
    va_start(arguments, format);
    vsnprintf(more, sizeof(more), format, arguments);
    va_end(arguments);
    findings->list[index].message = arena_printf(findings->arena, "%s%s", findings->list[index].message, keep(findings, more));
}

void findings_set_meant(struct findings *findings, int index, const char *meant)
{
    ASSERT(index >= 0 && index < findings->count);
    findings->list[index].meant = arena_text(findings->arena, meant, strlen(meant));
}

void findings_append(struct findings *findings, const struct findings *more)
{
    for (int i = 0; i < more->count; i++) {
        struct finding finding = more->list[i];

        finding.file = arena_text(findings->arena, finding.file, strlen(finding.file));
        finding.code = arena_text(findings->arena, finding.code, strlen(finding.code));
        finding.message = arena_text(findings->arena, finding.message, strlen(finding.message));
        finding.meant = finding.meant ? arena_text(findings->arena, finding.meant, strlen(finding.meant)) : NULL;
        add(findings, &finding);
    }
}

int findings_error_since(const struct findings *findings, int from)
{
    for (int i = from; i < findings->count; i++)
        if (findings->list[i].severity == FINDING_ERROR)
            return i;
    return -1;
}

void findings_filter(struct findings *findings, bool (*keeps)(const struct finding *finding, const void *context), const void *context)
{
    int kept = 0;

    for (int i = 0; i < findings->count; i++)
        if (keeps(&findings->list[i], context))
            findings->list[kept++] = findings->list[i];
    findings->count = kept;
}

static int compare(const void *one, const void *other)
{
    const struct finding *a = one, *b = other;
    int order = strcmp(a->file, b->file);

    if (order == 0)
        order = (a->line > b->line) - (a->line < b->line);
    if (order == 0)
        order = (a->column > b->column) - (a->column < b->column);
    return order ? order : strcmp(a->message, b->message);
}

void findings_sort(struct findings *findings)
{
    int kept = 0;

    if (findings->count == 0)
        return;
    qsort(findings->list, (size_t)findings->count, sizeof(*findings->list), compare);
    for (int i = 1; i < findings->count; i++)
        if (compare(&findings->list[kept], &findings->list[i]) != 0)
            findings->list[++kept] = findings->list[i];
    findings->count = kept + 1;
}

int findings_total(const struct findings *findings)
{
    return findings->count;
}

int findings_count(const struct findings *findings, enum severity severity)
{
    int count = 0;

    for (int i = 0; i < findings->count; i++)
        count += findings->list[i].severity == severity;
    return count;
}

const struct finding *findings_at(const struct findings *findings, int index)
{
    ASSERT(index >= 0 && index < findings->count);
    return &findings->list[index];
}

static const char *const words[] = {[FINDING_HINT] = "hint", [FINDING_WARNING] = "warning", [FINDING_ERROR] = "error"};

struct finding_tally findings_tally(int count, enum severity severity)
{
    struct finding_tally tally;

    snprintf(tally.text, sizeof(tally.text), "%d %s%s", count, words[severity], count == 1 ? "" : "s");
    return tally;
}

const char *finding_line(const struct finding *f, struct arena *arena)
{
    const char *word = words[f->severity];

    if (f->line > 0)
        return arena_printf(arena, "%s:%d:%d: %s: %s", f->file, f->line, f->column, word, f->message);
    return arena_printf(arena, "%s: %s: %s", f->file, word, f->message);
}

void findings_print(const struct findings *findings, FILE *file)
{
    struct arena *arena = arena_create();

    for (int i = 0; i < findings->count; i++)
        fprintf(file, "%s\n", finding_line(&findings->list[i], arena));
    arena_destroy(arena);
}
