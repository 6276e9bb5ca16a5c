/* What kind of table it is, its headings tell. */
#include "exchange/import.h"

#include "exchange/columns.h"
#include "exchange/text_intake.h"
#include "exchange/text_table.h"
#include "load/load.h"

static void refuse_table(const struct import *import, struct findings *findings, const char *why)
{
    findings_add(findings, FINDING_ERROR, (struct origin){import->name, 0, 0}, "%s", why);
}

/* Into the intake's files, in memory. */
static void take_in(struct intake *intake, const struct import *import)
{
    struct text_rows rows = {0};
    struct table_rows table;
    enum table_fault fault = table_read(&table, intake->arena, import->table);

    if (fault == TABLE_EMPTY)
        refuse_table(import, intake->findings, "the table is empty; \"vitrina export\" writes one to start from");
    else if (fault == TABLE_NOT_TEXT)
        refuse_table(import, intake->findings, "the table is not in UTF-8; save it as \"CSV UTF-8\"");
    else if (!text_table_is(&table.rows[0]))
        refuse_table(import, intake->findings,
                     "its first row is none of a table that is known; keep the headings as \"vitrina export\" writes them");
    else if (text_table_read(&rows, &(struct incoming){&table, import->name, intake->arena, intake->findings}))
        text_intake(intake, &rows);
    text_rows_finish(&rows);
}

static bool write_files(const struct intake *intake, const struct import *import)
{
    struct buffer hashes = {0};

    translations_write(&intake->translations, &hashes);
    struct saved_file file = {TRANSLATIONS_FILE, {hashes.bytes, hashes.length}};
    bool done = papers_save(&intake->papers, import->root, intake->watches_more ? &file : NULL);

    buffer_finish(&hashes);
    return done;
}

static enum import_end finish_import(struct intake *intake, const struct import *import, struct buffer *told)
{
    int files = papers_changed(&intake->papers);

    if (findings_count(intake->findings, FINDING_ERROR) > 0)
        return IMPORT_REFUSED;
    intake_tell(intake, told);
    if (!import->dry && (files > 0 || intake->watches_more) && !write_files(intake, import))
        return IMPORT_FAILED;
    buffer_printf(told, "%d change%s in %d file%s%s\n", intake->count, intake->count == 1 ? "" : "s", files, files == 1 ? "" : "s",
                  import->dry ? "; nothing is written (--dry-run)" : "");
    return IMPORT_FINE;
}

enum import_end import_run(const struct import *import, struct findings *findings, struct buffer *told)
{
    struct findings *before = findings_create();
    struct loaded *loaded = load_exhibit(import->files, before);
    struct arena *arena = arena_create();
    struct intake intake;

    if (intake_init(&intake, &(struct intake){.arena = arena, .exhibit = loaded_exhibit(loaded), .findings = findings}, import->files))
        take_in(&intake, import);
    if (findings_count(findings, FINDING_ERROR) == 0 && intake.count > 0)
        intake_check(&intake, before);
    enum import_end end = finish_import(&intake, import, told);

    findings_sort(findings);
    intake_finish(&intake);
    arena_destroy(arena);
    loaded_destroy(loaded);
    findings_destroy(before);
    return end;
}
