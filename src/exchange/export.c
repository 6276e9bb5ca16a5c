/* What stands in the files, row by row. */
#include "exchange/export.h"

#include "exchange/event_columns.h"
#include "wording/papers.h"
#include "wording/text_table.h"
#include "load/load.h"
#include "xliff/xliff.h"

#include <string.h>

/* What an export is made from. */
struct export_source {
    struct arena *arena;
    struct loaded *loaded;
    struct papers papers;
};

/* What `check` finds is no matter here, but a file that cannot be read. */
static bool source_open(struct export_source *source, const struct export_job *job, struct findings *findings)
{
    struct findings *all = findings_create();

    source->arena = arena_create();
    source->loaded = load_exhibit(job->files, all);
    findings_destroy(all);
    return papers_open(&source->papers, job->files, loaded_exhibit(source->loaded), findings);
}

static void source_close(struct export_source *source)
{
    papers_close(&source->papers);
    loaded_destroy(source->loaded);
    arena_destroy(source->arena);
}

static bool write_texts(const struct export_job *job, const struct text_rows *rows, struct findings *findings, struct buffer *out)
{
    struct table_writer writer;
    struct arena *arena = arena_create();

    for (int i = 1; (job->xliff || job->xliff_2) && i < rows->count; i++)
        if (strcmp(rows->list[i].language, rows->list[0].language) != 0) {
            findings_add(findings, FINDING_ERROR, (struct origin){"config/exhibit.yaml", 0, 0},
                         "XLIFF holds one language at a time; say which: --language %s", rows->list[0].language);
            arena_destroy(arena);
            return false;
        }
    if (job->xliff || job->xliff_2) {
        xliff_write(rows, job->xliff_2 ? XLIFF_2_0 : XLIFF_1_2, out);
    } else {
        table_begin(&writer, out, job->mark);
        text_table_write(rows, &writer, arena);
    }
    arena_destroy(arena);
    return true;
}

bool export_texts(const struct export_job *job, struct findings *findings, struct buffer *out)
{
    struct export_source source;
    bool good = source_open(&source, job, findings);

    if (good) {
        struct text_list texts;
        struct text_rows rows = {0};
        struct translations translations;

        texts_find(&texts, &source.papers, loaded_exhibit(source.loaded));
        translations_read(&translations, job->files, source.arena);
        text_rows_gather(&rows, &texts, &translations, job->language);
        good = write_texts(job, &rows, findings, out);
        text_rows_finish(&rows);
        translations_finish(&translations);
        texts_finish(&texts);
    }
    source_close(&source);
    return good;
}

/* One row an event, and a first one of headings. */
static void write_events(const struct export_source *source, const struct node *events, struct table_writer *writer)
{
    const struct exhibit *exhibit = loaded_exhibit(source->loaded);
    struct event_columns columns = event_columns_of(source->arena, exhibit, events);

    for (int i = 0; i < columns.count; i++)
        table_put(writer, columns.list[i].heading);
    table_end_row(writer);
    for (int e = 0; e < events->count; e++) {
        for (int i = 0; i < columns.count; i++)
            table_put(writer,
                      table_shielded(source->arena, event_column_cell(source->arena, exhibit, &columns.list[i], &events->items[e])));
        table_end_row(writer);
    }
}

bool export_events(const struct export_job *job, struct findings *findings, struct buffer *out)
{
    static const struct node none = {.kind = NODE_LIST};
    struct export_source source;
    bool good = source_open(&source, job, findings);
    const struct paper *paper = papers_find(&source.papers, "config/timeline.yaml");
    const struct node *events = paper ? yaml_find(editing_root(paper->editing), "events") : NULL;
    struct table_writer writer;

    table_begin(&writer, out, job->mark);
    if (good)
        write_events(&source, events && events->kind == NODE_LIST ? events : &none, &writer);
    source_close(&source);
    return good;
}
