/* What kind of table it is, its headings tell. */
#include "exchange/import.h"

#include "exchange/event_intake.h"
#include "exchange/timelinejs.h"
#include "wording/text_intake.h"
#include "wording/text_table.h"
#include "load/load.h"
#include "xliff/xliff.h"

static void refuse_table(const struct import_job *job, struct findings *findings, const char *why)
{
    findings_add(findings, FINDING_ERROR, (struct origin){job->name, 0, 0}, "%s", why);
}

/* Most tables that begin otherwise are somebody's own list of events. */
static void refuse_headings(const struct intake *intake, const struct import_job *job, const struct table_row *headings)
{
    const char *language = intake->exhibit->languages[0], *first = column_text(intake->arena, headings, 0);

    findings_add(
        intake->findings, FINDING_ERROR, (struct origin){job->name, 1, 1},
        "its first row (\"%s\", ...) has no heading that is known; of events write \"date\" above the dates, \"title %s\" above their "
        "names and \"text %s\" above what is told of them (\"vitrina export events\" shows all headings, \"vitrina export texts\" "
        "those of translations)",
        report_quote(first).text, language, language);
}

static void take_in_events(struct intake *intake, const struct incoming *incoming)
{
    struct event_rows rows;

    if (event_rows_read(&rows, intake, incoming, event_intake_events(intake)))
        event_intake(intake, &rows);
}

static void take_in_xliff(struct intake *intake, const struct import_job *job)
{
    struct text_rows rows = {0};

    if (xliff_read(&rows, &(struct xliff_document){job->table, job->name, intake->arena, intake->findings}))
        text_intake(intake, &rows);
    text_rows_finish(&rows);
}

/* Into the intake's files, in memory. */
static void take_in(struct intake *intake, const struct import_job *job)
{
    struct text_rows rows = {0};
    struct table_rows table;
    enum table_fault fault = table_read(&table, intake->arena, job->table);

    if (fault == TABLE_EMPTY)
        refuse_table(job, intake->findings, "the table is empty; \"vitrina export\" writes one to start from");
    else if (fault == TABLE_NOT_TEXT)
        refuse_table(job, intake->findings, "the table is not in UTF-8; save it as \"CSV UTF-8\"");
    else if (fault == TABLE_ZERO)
        refuse_table(job, intake->findings,
                     "a letter of the table is 0, as programs leave where a text was lost; save it anew, as \"CSV UTF-8\"");
    else if (event_rows_are(&table.rows[0]))
        take_in_events(intake, &(struct incoming){&table, job->name, NULL, intake->arena, intake->findings});
    else if (timelinejs_is(&table.rows[0]))
        timelinejs_intake(intake, &(struct incoming){&table, job->name, NULL, intake->arena, intake->findings});
    else if (!text_table_is(&table.rows[0]))
        refuse_headings(intake, job, &table.rows[0]);
    else if (text_table_read(&rows, &(struct incoming){&table, job->name, NULL, intake->arena, intake->findings}))
        text_intake(intake, &rows);
    text_rows_finish(&rows);
}

static bool write_files(const struct intake *intake, const struct import_job *job)
{
    struct buffer hashes = {0};

    translations_write(&intake->translations, &hashes);
    struct saved_file file = {.path = TRANSLATIONS_FILE, .bytes = {hashes.bytes, hashes.length}};
    bool done = papers_save(&intake->papers, job->root, intake->watches_more ? &file : NULL);

    buffer_finish(&hashes);
    return done;
}

static enum import_end finish_import(struct intake *intake, const struct import_job *job, struct buffer *told)
{
    int files = papers_changed(&intake->papers);

    if (findings_count(intake->findings, FINDING_ERROR) > 0)
        return IMPORT_REFUSED;
    int count = intake_tell(intake, told);

    if (!job->dry && (files > 0 || intake->watches_more) && !write_files(intake, job))
        return IMPORT_FAILED;
    if (intake->untranslated > 0)
        buffer_printf(told, "%d of the new texts lack a language; \"vitrina export texts\" lists them as new\n", intake->untranslated);
    buffer_printf(told, "%d change%s in %d file%s%s\n", count, count == 1 ? "" : "s", files, files == 1 ? "" : "s",
                  job->dry ? "; nothing is written (--dry-run)" : "");
    return IMPORT_FINE;
}

enum import_end import_run(const struct import_job *job, struct findings *findings, struct buffer *told)
{
    struct findings *before = findings_create();
    struct loaded *loaded = load_exhibit(job->files, before);
    struct arena *arena = arena_create();
    bool xliff = xliff_is(job->table);
    const struct intake with = {.arena = arena, .exhibit = loaded_exhibit(loaded), .findings = findings, .year = xliff ? 0 : job->year};
    struct intake intake;

    if (intake_init(&intake, &with, job->files))
        (xliff ? take_in_xliff : take_in)(&intake, job);
    if (intake.count > 0)
        intake_check(&intake, before);
    enum import_end end = finish_import(&intake, job, told);

    findings_sort(findings);
    intake_finish(&intake);
    arena_destroy(arena);
    loaded_destroy(loaded);
    findings_destroy(before);
    return end;
}
