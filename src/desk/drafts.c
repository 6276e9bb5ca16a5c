/* A list of files, each with up to three texts. */
#include "desk/drafts.h"

#include <stdlib.h>
#include <string.h>

enum { TEXT_BYTES_MAX = 4 * 1024 * 1024 }; /* as long as a timeline may be */

struct desk_text {
    char *path;
    char *now, *before, *sound; /* NULL: there is none */
    bool broken;
};

/* What struct files gets as its context. */
struct drafts_reading {
    struct drafts *drafts;
    const struct files *files;
    bool sound;
};

struct drafts {
    struct desk_text *list;
    int count, capacity;
    struct drafts_reading as_read, as_sound;
};

struct drafts *drafts_create(void)
{
    return mem_alloc(sizeof(struct drafts));
}

void drafts_destroy(struct drafts *drafts)
{
    if (!drafts)
        return;
    for (int i = 0; i < drafts->count; i++) {
        free(drafts->list[i].path);
        free(drafts->list[i].now);
        free(drafts->list[i].before);
        free(drafts->list[i].sound);
    }
    free(drafts->list);
    free(drafts);
}

static struct desk_text *find(const struct drafts *drafts, const char *path)
{
    for (int i = 0; i < drafts->count; i++)
        if (strcmp(drafts->list[i].path, path) == 0)
            return &drafts->list[i];
    return NULL;
}

static void take_file(struct drafts *drafts, const struct files *files, const char *path)
{
    struct buffer content = {0};
    struct desk_text *draft = find(drafts, path);

    if (files->read(files->context, path, TEXT_BYTES_MAX, &content) != FILES_OK)
        return;
    if (content.length == 0 || strlen(content.bytes) != content.length) { /* no text: who reads the file itself says so */
        buffer_finish(&content);
        return;
    }
    if (!draft) {
        drafts->list = mem_grow(drafts->list, drafts->count, &drafts->capacity, sizeof(*drafts->list));
        draft = &drafts->list[drafts->count++];
        *draft = (struct desk_text){.path = mem_text(path)};
    }
    free(draft->now);
    draft->now = content.bytes;
}

void drafts_read(struct drafts *drafts, const struct files *files)
{
    struct arena *arena = arena_create();
    const char **paths;
    int count = files_texts(files, arena, &paths);

    for (int i = 0; i < drafts->count; i++) {
        free(drafts->list[i].before);
        drafts->list[i].before = drafts->list[i].now;
        drafts->list[i].now = NULL;
    }
    for (int i = 0; i < count; i++)
        take_file(drafts, files, paths[i]);
    arena_destroy(arena);
}

/* ---- as files ---- */

static enum files_result read_draft(void *context, const char *path, size_t limit, struct buffer *content)
{
    const struct drafts_reading *reading = context;
    const struct desk_text *draft = find(reading->drafts, path);
    const char *text = draft ? draft->now : NULL;

    if (draft && reading->sound && draft->broken && draft->sound)
        text = draft->sound;
    if (!text || strlen(text) > limit)
        return reading->files->read(reading->files->context, path, limit, content);
    buffer_add(content, text, strlen(text));
    return FILES_OK;
}

static enum files_result open_file(void *context, const char *path, size_t limit, int *fd)
{
    const struct drafts_reading *reading = context;

    return reading->files->open(reading->files->context, path, limit, fd);
}

static int list_folder(void *context, const char *folder, struct arena *arena, const char ***names)
{
    const struct drafts_reading *reading = context;

    return reading->files->list(reading->files->context, folder, arena, names);
}

static struct files as_files(struct drafts_reading *reading)
{
    return (struct files){.context = reading, .read = read_draft, .open = open_file, .list = list_folder, .name = reading->files->name};
}

struct files drafts_files(struct drafts *drafts, const struct files *files)
{
    drafts->as_read = (struct drafts_reading){.drafts = drafts, .files = files};
    return as_files(&drafts->as_read);
}

struct files drafts_sound_files(struct drafts *drafts, const struct files *files)
{
    drafts->as_sound = (struct drafts_reading){.drafts = drafts, .files = files, .sound = true};
    return as_files(&drafts->as_sound);
}

/* ---- what became of them ---- */

static bool has_error(const struct findings *findings, const char *path)
{
    for (int i = 0; i < findings_total(findings); i++) {
        const struct finding *finding = findings_at(findings, i);

        if (finding->severity == FINDING_ERROR && strcmp(finding->file, path) == 0)
            return true;
    }
    return false;
}

bool drafts_judge(struct drafts *drafts, const struct findings *findings)
{
    bool differs = false;

    for (int i = 0; i < drafts->count; i++) {
        struct desk_text *draft = &drafts->list[i];

        draft->broken = draft->now && has_error(findings, draft->path);
        if (draft->broken) {
            differs = differs || draft->sound;
        } else {
            free(draft->sound);
            draft->sound = draft->now ? mem_text(draft->now) : NULL;
        }
    }
    return differs;
}

const char *drafts_text(const struct drafts *drafts, const char *path)
{
    const struct desk_text *draft = find(drafts, path);

    return draft ? draft->now : NULL;
}

static struct origin change_of(const struct desk_text *draft)
{
    const char *now = draft->now, *before = draft->before ? draft->before : "";
    struct origin at = {draft->path, 1, 1};

    for (; *now && *now == *before; now++, before++) {
        at.column = *now == '\n' ? 1 : at.column + 1;
        at.line += *now == '\n';
    }
    return at;
}

struct origin drafts_first_change(const struct drafts *drafts)
{
    for (int i = 0; i < drafts->count; i++) {
        const struct desk_text *draft = &drafts->list[i];

        if (!draft->now && draft->before)
            return (struct origin){draft->path, 0, 0};
        if (draft->now && (!draft->before || strcmp(draft->now, draft->before) != 0))
            return change_of(draft);
    }
    return (struct origin){NULL, 0, 0};
}
