/* What has not changed is read from the exhibit as it is. */
#include "wording/papers.h"

#include "yaml/report.h"

#include <stdlib.h>
#include <string.h>

enum { FILE_BYTES_MAX = YAML_BYTES_MAX * YAML_LONG_FACTOR };

static enum files_result read_changed(void *context, const char *path, size_t limit, struct buffer *content)
{
    const struct papers *papers = context;
    const struct paper *paper = papers_find(papers, path);

    if (!paper || !editing_is_changed(paper->editing))
        return papers->base->read(papers->base->context, path, limit, content);
    editing_result(paper->editing, content);
    if (content->length <= limit)
        return FILES_OK;
    buffer_finish(content);
    return FILES_TOO_LARGE;
}

static enum files_result open_unchanged(void *context, const char *path, size_t limit, int *fd)
{
    const struct papers *papers = context;

    return papers->base->open(papers->base->context, path, limit, fd);
}

static int list_unchanged(void *context, const char *folder, struct arena *arena, const char ***names)
{
    const struct papers *papers = context;

    return papers->base->list(papers->base->context, folder, arena, names);
}

/* NULL, with errors, if it cannot be edited. */
static struct paper *add_paper(struct papers *papers, struct report *report, const struct yaml_source *source)
{
    struct editing *editing = editing_open(report, source);

    if (!editing)
        return NULL;
    papers->list = mem_grow(papers->list, papers->count, &papers->capacity, sizeof(*papers->list));
    papers->list[papers->count] = (struct paper){.path = report->file, .editing = editing};
    return &papers->list[papers->count++];
}

struct paper *papers_begin(struct papers *papers, const char *path, const char *text)
{
    struct report report = {findings_create(), path, 0};
    struct paper *paper = add_paper(papers, &report, &(struct yaml_source){text, strlen(text), true});

    findings_destroy(report.findings);
    ASSERT(paper);
    paper->fresh = true;
    return paper;
}

/* False, with errors, if it is there and cannot be read. */
static bool open_paper(struct papers *papers, const char *path, bool is_long, struct findings *findings)
{
    struct report report = {findings, path, 0};
    struct buffer content = {0};
    enum files_result result = papers->base->read(papers->base->context, path, FILE_BYTES_MAX, &content);

    if (result == FILES_MISSING)
        return true;
    if (result != FILES_OK) {
        report_error(&report, report_whole(&report), "the file cannot be read; \"vitrina check\" says more");
        return false;
    }
    bool good = add_paper(papers, &report, &(struct yaml_source){content.bytes, content.length, is_long});

    buffer_finish(&content);
    return good;
}

bool papers_open(struct papers *papers, const struct files *files, const struct exhibit *exhibit, struct findings *findings)
{
    *papers = (struct papers){.base = files, .arena = arena_create()};
    papers->files = (struct files){papers, read_changed, open_unchanged, list_unchanged, files->name};
    bool good = open_paper(papers, "config/exhibit.yaml", false, findings);

    for (int i = 0; i < exhibit->panel_count; i++) {
        const char *path = exhibit->panels[i].origin.file;

        good = open_paper(papers, arena_text(papers->arena, path, strlen(path)), false, findings) && good;
    }
    good = open_paper(papers, "config/timeline.yaml", true, findings) && good;
    good = open_paper(papers, "config/glossary.yaml", false, findings) && good;
    good = open_paper(papers, "config/people.yaml", false, findings) && good;
    return open_paper(papers, "config/words.yaml", false, findings) && good;
}

void papers_close(struct papers *papers)
{
    for (int i = 0; i < papers->count; i++)
        editing_close(papers->list[i].editing);
    free(papers->list);
    arena_destroy(papers->arena);
}

struct paper *papers_find(const struct papers *papers, const char *path)
{
    for (int i = 0; i < papers->count; i++)
        if (strcmp(papers->list[i].path, path) == 0)
            return &papers->list[i];
    return NULL;
}

int papers_changed(const struct papers *papers)
{
    int count = 0;

    for (int i = 0; i < papers->count; i++)
        count += editing_is_changed(papers->list[i].editing);
    return count;
}

bool papers_save(const struct papers *papers, const char *root, const struct saved_file *beside)
{
    size_t most = (size_t)papers->count + 1;
    struct saved_file *files = mem_alloc(sizeof(*files) * most);
    struct buffer *contents = mem_alloc(sizeof(*contents) * most);
    int count = 0;

    for (int i = 0; i < papers->count; i++)
        if (editing_is_changed(papers->list[i].editing)) {
            editing_result(papers->list[i].editing, &contents[count]);
            files[count] = (struct saved_file){.path = papers->list[i].path, .bytes = {contents[count].bytes, contents[count].length}};
            if (!papers->list[i].fresh)
                files[count].was = editing_source(papers->list[i].editing);
            count++;
        }
    if (beside)
        files[count++] = *beside;
    bool done = together_save(root, files, count);

    for (int i = 0; i < count; i++)
        buffer_finish(&contents[i]);
    free(contents);
    free(files);
    return done;
}
