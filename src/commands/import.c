/* import: a table into the exhibit's files. */
#include "commands/command.h"

#include "base/log.h"
#include "exchange/import.h"
#include "text/date.h"

#include <errno.h>
#include <string.h>
#include <time.h>

enum { TABLE_BYTES_MAX = 16 << 20, DAY_S = 24 * 60 * 60 };

/* The bytes of a file that need not be the exhibit's. False, with a log line. */
static bool read_table(const char *path, struct buffer *table)
{
    bool good = files_read_path(path, TABLE_BYTES_MAX + 1, table);

    if (good && table->length > TABLE_BYTES_MAX)
        log_error("%s is larger than %d MB; is it a table?", path, TABLE_BYTES_MAX >> 20);
    else if (!good)
        log_error("%s: %s", path, strerror(errno));
    return good && table->length <= TABLE_BYTES_MAX;
}

static enum exit_code take_in(const struct import_job *job)
{
    static const enum exit_code codes[] = {[IMPORT_FINE] = EXIT_FINE, [IMPORT_REFUSED] = EXIT_FINDINGS, [IMPORT_FAILED] = EXIT_MACHINE};
    struct findings *findings = findings_create();
    struct buffer told = {0};
    enum import_end end = import_run(job, findings, &told);

    findings_print(findings, stdout);
    if (end == IMPORT_FINE)
        fwrite(told.bytes, 1, told.length, stdout);
    if (end == IMPORT_REFUSED)
        printf("nothing is changed: %d error%s\n", findings_count(findings, FINDING_ERROR),
               findings_count(findings, FINDING_ERROR) == 1 ? "" : "s");
    buffer_finish(&told);
    findings_destroy(findings);
    return codes[end];
}

static enum exit_code run_import(const struct options *options)
{
    struct buffer table = {0};
    struct files *files = files_open(options->exhibit);
    enum exit_code code = EXIT_USAGE;

    if (files && read_table(options->operands[0], &table)) {
        int year = date_from_day((int)(time(NULL) / DAY_S)).year;
        struct import_job job = {files, options->exhibit, options->operands[0], {table.bytes, table.length}, options->dry_run, year};

        code = take_in(&job);
    }
    buffer_finish(&table);
    files_close(files);
    return code;
}

const struct command command_import = {
    .name = "import",
    .operands = "FILE",
    .help = "takes such a table in: what differs is changed in the exhibit's files, and nothing else",
    .options = (const char *const[]){"dry-run", NULL},
    .run = run_import,
};
