/* export: the exhibit's texts, or its events, as a table. What stands in it is the business of exchange. */
#include "commands/command.h"

#include "base/log.h"
#include "base/save.h"
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

static enum exit_code run_export(const struct options *options)
{
    const struct export_kind *kind = NULL;

    for (size_t i = 0; i < COUNTOF(kinds); i++)
        if (strcmp(options->operands[0], kinds[i].name) == 0)
            kind = &kinds[i];
    if (!kind) {
        log_error("export writes texts or events: there is no table of \"%s\"", options->operands[0]);
        return EXIT_USAGE;
    }
    struct files *files = files_open(options->exhibit);

    if (!files)
        return EXIT_USAGE;
    struct findings *findings = findings_create();
    bool tabs = options->output && (ends_with(options->output, ".tsv") || ends_with(options->output, ".txt"));
    struct export_job job = {files, tabs ? '\t' : ',', options->language, options->xliff, options->xliff_2};
    struct buffer table = {0};
    enum exit_code code = EXIT_FINE;

    if (!kind->write(&job, findings, &table)) {
        findings_print(findings, stderr);
        code = EXIT_FINDINGS;
    } else if (!write_table(options->output, &table))
        code = EXIT_MACHINE;
    buffer_finish(&table);
    findings_destroy(findings);
    files_close(files);
    return code;
}

const struct command command_export = {
    .name = "export",
    .operands = "texts|events",
    .help = "a table for translators and spreadsheets: CSV, with tabs into FILE.tsv, or XLIFF",
    .options = (const char *const[]){"output", "language", "xliff", "xliff-2", NULL},
    .run = run_export,
};
