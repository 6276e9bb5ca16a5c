#include "journal/telling.h"

#include "base/finding.h"
#include "base/mem.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { FIELDS_MOST = 8, NAME_BYTES = 32, LINE_BYTES = 512 };

/* field: of the word behind the kind; NULL: it is none. */
static const struct told_kind {
    const char *begins, *id, *field;
} kinds[] = {
    {"scene ", "8380a380db7147f3949858935aaf12f6", "SCENE"},
    {"closed ", "3936eaf56f1c4e89a660bd8a9fe5784c", NULL},
    {"open ", "3936eaf56f1c4e89a660bd8a9fe5784c", NULL},
};

struct told_fields {
    struct journal_field list[FIELDS_MOST + 1]; /* the last has no name */
    char names[FIELDS_MOST][NAME_BYTES];
    int count;
};

static void add(struct told_fields *fields, const char *word, const char *value)
{
    if (fields->count == FIELDS_MOST || !*word || !*value)
        return;
    char *name = fields->names[fields->count];

    snprintf(name, NAME_BYTES, "VITRINA_%s", word);
    for (char *letter = name; *letter; letter++)
        *letter = (char)toupper((unsigned char)*letter);
    fields->list[fields->count++] = (struct journal_field){name, value};
}

static const struct told_kind *kind_of(const char *line)
{
    for (size_t i = 0; i < COUNTOF(kinds); i++)
        if (strncmp(line, kinds[i].begins, strlen(kinds[i].begins)) == 0)
            return &kinds[i];
    return NULL;
}

void telling_line(const struct journal *journal, const char *line)
{
    const struct told_kind *kind = kind_of(line);
    struct told_fields fields = {.count = 0};
    char words[LINE_BYTES], *rest = NULL;

    snprintf(words, sizeof(words), "%s", line);
    if (kind)
        fields.list[fields.count++] = (struct journal_field){"MESSAGE_ID", kind->id};
    strtok_r(words, " ", &rest);
    for (char *word = strtok_r(NULL, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        char *equals = strchr(word, '=');

        if (equals) {
            *equals = '\0';
            add(&fields, word, equals + 1);
        } else if (kind && kind->field && word == words + strlen(kind->begins)) {
            add(&fields, kind->field, word);
        }
    }
    journal_put(journal, LOG_SEVERITY_INFO, line, fields.list);
}

void telling_findings(const struct journal *journal, const struct findings *findings)
{
    static const enum log_severity severities[] = {
        [FINDING_HINT] = LOG_SEVERITY_INFO, [FINDING_WARNING] = LOG_SEVERITY_WARNING, [FINDING_ERROR] = LOG_SEVERITY_ERROR};
    struct arena *arena = arena_create();

    for (int i = 0; i < findings_total(findings); i++) {
        const struct finding *finding = findings_at(findings, i);
        const struct journal_field fields[] = {{"MESSAGE_ID", "b7d11a38e57540fba9748b5dfa66b1f2"},
                                               {"VITRINA_FINDING", finding->code},
                                               {"CONFIG_FILE", finding->file},
                                               {"CONFIG_LINE", arena_printf(arena, "%d", finding->line)},
                                               {NULL, NULL}};

        journal_put(journal, severities[finding->severity], finding_line(finding, arena), fields);
    }
    arena_destroy(arena);
}
