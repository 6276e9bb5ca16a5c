/* export: the exhibit's texts, or its events, as a table. What stands in it is the business of exchange. */
#include "commands/command.h"

#include "base/log.h"
#include "base/save.h"
#include "commands/choosing.h"
#include "commands/opening.h"
#include "exchange/export.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), end_length = strlen(end);

    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

static bool write_table(const char *path, const struct buffer *table)
{
    if (!path) {
        fwrite(table->bytes, 1, table->length, stdout);
        return true;
    }
    if (save_whole(path, (struct bytes){table->bytes, table->length}))
        return true;
    log_error("%s: %s", path, strerror(errno));
    return false;
}

/* What can be exported. */
static const struct export_kind {
    const char *name;
    bool (*write)(const struct export_job *job, struct findings *findings, struct buffer *out);
} kinds[] = {{"texts", export_texts}, {"events", export_events}};

/* False, with a log line: the file's name promises something else than what goes into it. */
static bool name_fits(const struct options *options)
{
    const char *name = options->output;
    bool xliff = options->xliff || options->xliff_2,
         promised = name && (ends_with(name, ".xlf") || ends_with(name, ".xliff") || ends_with(name, ".xlif"));

    if (promised && !xliff)
        log_error("-o %s: that would be a table; add --xliff (version 1.2) or --xliff-2 (2.0), or name it FILE.csv", name);
    else if (name && xliff && (ends_with(name, ".csv") || ends_with(name, ".tsv") || ends_with(name, ".txt")))
        log_error("-o %s: XLIFF is written; name it FILE.xlf", name);
    else
        return true;
    return false;
}

/* Into which language texts are exported. False, with a log line: there is none such. */
static bool language_fits(const struct exhibit *exhibit, const char *code)
{
    int language = -1;

    if (!choosing_language(exhibit, code, &language))
        return false;
    if (language == 0)
        log_error("--language %s: that is the language which the others are translated from", code);
    return language != 0;
}

static enum exit_code export_opened(const struct options *options, const struct export_kind *kind, const struct opening *opening)
{
    struct findings *findings = findings_create();
    bool tabs = options->output && (ends_with(options->output, ".tsv") || ends_with(options->output, ".txt"));
    struct export_job job = {opening->files, opening->exhibit, tabs ? '\t' : ',', options->language, options->xliff, options->xliff_2};
    struct buffer table = {0};
    enum exit_code code = EXIT_FINE;

    if (!kind->write(&job, findings, &table)) {
        findings_print(findings, stderr);
        code = EXIT_FINDINGS;
    } else if (!write_table(options->output, &table))
        code = EXIT_MACHINE;
    buffer_finish(&table);
    findings_destroy(findings);
    return code;
}

static enum exit_code run_export(const struct options *options)
{
    const struct export_kind *kind = NULL;
    struct opening opening;

    for (size_t i = 0; i < COUNTOF(kinds); i++)
        if (strcmp(options->operands[0], kinds[i].name) == 0)
            kind = &kinds[i];
    if (!kind)
        log_error("export writes texts or events: there is no table of \"%s\"", options->operands[0]);
    if (!kind || !name_fits(options) || !opening_begin(&opening, options->exhibit))
        return EXIT_USAGE;
    enum exit_code code = language_fits(opening.exhibit, options->language) ? export_opened(options, kind, &opening) : EXIT_USAGE;

    opening_end(&opening);
    return code;
}

const struct command command_export = {
    .name = "export",
    .operands = "texts|events",
    .help = "a table for translators and spreadsheets: CSV, with tabs into FILE.tsv, or XLIFF",
    .options = (const char *const[]){"output", "language", "xliff", "xliff-2", NULL},
    .rules = (const struct option_rule[]){{"language", OPTION_IS_OF, "texts"},
                                          {"xliff", OPTION_IS_OF, "texts"},
                                          {"xliff-2", OPTION_IS_OF, "texts"},
                                          {"xliff", OPTION_EXCLUDES, "xliff-2"},
                                          {0}},
    .run = run_export,
};
