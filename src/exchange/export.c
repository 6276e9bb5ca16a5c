/* What stands in the files, row by row. */
#include "exchange/export.h"

#include "exchange/event_columns.h"
#include "wording/papers.h"
#include "wording/text_table.h"
#include "xliff/xliff.h"

#include <string.h>

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
    struct papers papers;
    bool good = papers_open(&papers, job->files, job->exhibit, findings);

    if (good) {
        struct text_list texts;
        struct text_rows rows = {0};
        struct translations translations;

        texts_find(&texts, &papers, job->exhibit);
        translations_read(&translations, job->files, papers.arena);
        text_rows_gather(&rows, &texts, &translations, job->language);
        good = write_texts(job, &rows, findings, out);
        text_rows_finish(&rows);
        translations_finish(&translations);
        texts_finish(&texts);
    }
    papers_close(&papers);
    return good;
}

/* One row an event, and a first one of headings. */
static void write_events(const struct exhibit *exhibit, const struct node *events, struct table_writer *writer)
{
    struct arena *arena = arena_create();
    struct event_columns columns = event_columns_of(arena, exhibit, events);

    for (int i = 0; i < columns.count; i++)
        table_put(writer, columns.list[i].heading);
    table_end_row(writer);
    for (int e = 0; e < events->count; e++) {
        for (int i = 0; i < columns.count; i++)
            table_put(writer, table_shielded(arena, event_column_cell(arena, exhibit, &columns.list[i], &events->items[e])));
        table_end_row(writer);
    }
    arena_destroy(arena);
}

bool export_events(const struct export_job *job, struct findings *findings, struct buffer *out)
{
    static const struct node none = {.kind = NODE_LIST};
    struct papers papers;
    bool good = papers_open(&papers, job->files, job->exhibit, findings);
    const struct paper *paper = papers_find(&papers, "config/timeline.yaml");
    const struct node *events = paper ? yaml_find(editing_root(paper->editing), "events") : NULL;
    struct table_writer writer;

    table_begin(&writer, out, job->mark);
    if (good)
        write_events(job->exhibit, events && events->kind == NODE_LIST ? events : &none, &writer);
    papers_close(&papers);
    return good;
}
