/* Reading single files. */
#include "load/loading.h"

#include "base/suggest.h"
#include "load/record.h"

#include <stdio.h>
#include <string.h>

struct reader loading_reader(struct loading *l, const char *path)
{
    const struct gathered *g = &l->gathered;

    return (struct reader){
        .arena = l->arena,
        .report = {g->findings, path, 0},
        .languages = g->exhibit->languages,
        .language_count = g->exhibit->language_count,
        .languages_guessed = g->languages_guessed,
        .notices = g->notices,
        .notice_count = g->notice_count,
        .references = &l->gathered.references,
    };
}

/* Says what keeps the file from being read; a missing one that no folder lists is the caller's business. */
static void report_unreadable(struct report *report, enum files_result result, bool is_listed, size_t most)
{
    switch (result) {
    case FILES_OK:
        return;
    case FILES_MISSING:
        if (is_listed)
            report_error(report, report_whole(report),
                         CODED("file-link") "the file is a link that leads nowhere, or is gone by now; copy the file itself here");
        return;
    case FILES_TOO_LARGE:
        report_error(report, report_whole(report), CODED("file-too-large") "the file is larger than %d KB; is it a text file?",
                     (int)(most / 1024));
        return;
    case FILES_OUTSIDE:
        report_error(report, report_whole(report),
                     CODED("file-link") "the file is a link that leads out of the exhibit; copy the file itself here");
        return;
    case FILES_UNREADABLE:
        report_error(report, report_whole(report),
                     CODED("file-unreadable") "the file cannot be read; is it a file, and may it be read by everybody?");
        return;
    }
}

const struct node *loading_read(struct loading *l, struct report *report, const struct loading_source *how, enum files_result *result)
{
    struct yaml_source source = {.is_long = how->is_long};
    size_t most = (size_t)YAML_BYTES_MAX * (how->is_long ? YAML_LONG_FACTOR : 1);
    struct buffer content = {0};

    arena_reset(l->nodes);
    if (how->salvage)
        how->salvage->finding = -1;
    *result = l->files->read(l->files->context, report->file, most, &content);
    report_unreadable(report, *result, how->is_listed, most);
    if (*result != FILES_OK)
        return NULL;
    source.bytes = content.bytes;
    source.size = content.length;
    const struct node *root = how->salvage ? salvage_read(l->nodes, report, &source, how->salvage) : yaml_read(l->nodes, report, &source);

    if (root) {
        struct file_origins *origins = record_origins(l->arena, report->file, &source, root);

        origins->next = l->gathered.exhibit->origins;
        l->gathered.exhibit->origins = origins;
    }
    buffer_finish(&content);
    if (root && root->kind != NODE_MAP) {
        report_error(report, root->origin, CODED("file-not-keys") "the file must begin with a key, for example \"title: ...\"");
        return NULL;
    }
    return root;
}

/* The name in config/ that is probably meant; NULL if there is none. */
static const char *other_spelling(struct loading *l, const struct report *report)
{
    const char **names;
    int count = l->files->list(l->files->context, "config", l->nodes, &names);

    return count > 0 ? suggest_name(strrchr(report->file, '/') + 1, names, count) : NULL;
}

void loading_report_missing(struct loading *l, struct report *report, const char *instead)
{
    const char *suggested = other_spelling(l, report);
    char end[SUGGEST_LENGTH_MAX + 64] = "add it";

    if (suggested)
        snprintf(end, sizeof(end), "is it \"%s\"? then rename that file", suggested);
    report_error(report, report_whole(report), CODED("file-missing") "the file is missing, so %s; %s", instead, end);
}

void loading_report_misnamed(struct loading *l, struct report *report, const char *instead)
{
    const char *suggested = other_spelling(l, report);

    if (suggested)
        report_warning(report, report_whole(report),
                       CODED("file-missing") "the file is missing, so %s; is it \"%s\"? then rename that file", instead, suggested);
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), end_length = strlen(end);

    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

/* What systems and editors leave in folders. */
static bool is_litter(const char *name)
{
    return name[0] == '.' || name[0] == '#' || ends_with(name, "~") || ends_with(name, ".bak") || ends_with(name, ".swp") ||
           ends_with(name, ".swo") || ends_with(name, ".tmp") || strcmp(name, "Thumbs.db") == 0 || strcmp(name, "desktop.ini") == 0;
}

/* What is meant, and cannot be used: whatever refers to it is no second fault. */
static const char *refuse(struct loading *l, const char *name, enum reference_kind kind, int finding)
{
    references_leave_out(&l->gathered.references, kind, arena_text(l->arena, name, strcspn(name, ".")), finding);
    return NULL;
}

const char *loading_file_id(struct loading *l, const char *folder, const char *name, enum reference_kind kind)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    static const char *const slips[] = {".yml", ".YAML", ".YML", ".Yaml", ".yaml.txt", ".yml.txt"};
    struct report report = {l->gathered.findings, NULL, 0};
    int finding = findings_total(report.findings);

    if (is_litter(name))
        return NULL;
    report.file = arena_printf(l->arena, "%s/%s", folder, name);
    for (size_t i = 0; i < COUNTOF(slips); i++)
        if (ends_with(name, slips[i])) {
            report_error(&report, report_whole(&report), CODED("file-name") "the file's name must end in .yaml; rename it");
            return refuse(l, name, kind, finding);
        }
    if (!ends_with(name, ".yaml"))
        return NULL;
    const char *id = arena_text(l->arena, name, strlen(name) - strlen(".yaml"));

    if (id[0] && strspn(id, letters) == strlen(id))
        return id;
    report_error(&report, report_whole(&report),
                 CODED("file-name") "the file's name may have only the letters a-z, digits, \"-\" and \"_\" before .yaml; rename it");
    return refuse(l, name, kind, finding);
}
