/* What stands in the files, row by row. */
#include "exchange/export.h"

#include "exchange/papers.h"
#include "exchange/text_table.h"
#include "load/load.h"

/* What an export is made from. */
struct export_source {
    struct arena *arena;
    struct loaded *loaded;
    struct papers papers;
};

/* What `check` finds is no matter here, but a file that cannot be read. */
static bool source_open(struct export_source *source, const struct export *export, struct findings *findings)
{
    struct findings *all = findings_create();

    source->arena = arena_create();
    source->loaded = load_exhibit(export->files, all);
    findings_destroy(all);
    return papers_open(&source->papers, export->files, loaded_exhibit(source->loaded), findings);
}

static void source_close(struct export_source *source)
{
    papers_close(&source->papers);
    loaded_destroy(source->loaded);
    arena_destroy(source->arena);
}

bool export_texts(const struct export *export, struct findings *findings, struct buffer *out)
{
    struct export_source source;
    bool good = source_open(&source, export, findings);

    if (good) {
        struct text_list texts;
        struct text_rows rows = {0};
        struct translations translations;
        struct table_writer writer;

        texts_find(&texts, &source.papers, loaded_exhibit(source.loaded));
        translations_read(&translations, export->files, source.arena);
        text_rows_gather(&rows, &texts, &translations, export->language);
        table_begin(&writer, out, export->mark);
        text_table_write(&rows, &writer, source.arena);
        text_rows_finish(&rows);
        translations_finish(&translations);
        texts_finish(&texts);
    }
    source_close(&source);
    return good;
}
