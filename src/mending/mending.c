/* Files are mended in memory, and the exhibit is loaded as it would be. */
#include "mending/mending.h"

#include "load/load.h"
#include "mending/dates.h"
#include "mending/lines.h"
#include "together/together.h"
#include "yaml/yaml.h"

#include <stdlib.h>
#include <string.h>

enum { FILE_BYTES_MAX = YAML_BYTES_MAX * YAML_LONG_FACTOR };

/* mended: empty while nothing in it changes. tried: with dates that may be kept. */
struct mended_file {
    const char *path;
    struct buffer content, mended, tried;
};

/* files: as they would be; base: as they are, borrowed. */
struct mending {
    struct mended_file *list;
    int count;
    const struct files *base;
    struct files files;
    struct arena *arena;
};

static struct bytes bytes_now(const struct mended_file *file)
{
    return buffer_bytes(file->tried.bytes ? &file->tried : file->mended.bytes ? &file->mended : &file->content);
}

static struct mended_file *find_file(const struct mending *mending, const char *path)
{
    for (int i = 0; i < mending->count; i++)
        if (strcmp(mending->list[i].path, path) == 0)
            return &mending->list[i];
    return NULL;
}

static enum files_result read_mended(void *context, const char *path, size_t limit, struct buffer *content)
{
    const struct mending *mending = context;
    const struct mended_file *file = find_file(mending, path);

    if (!file || bytes_now(file).at == file->content.bytes)
        return mending->base->read(mending->base->context, path, limit, content);
    if (bytes_now(file).size > limit)
        return FILES_TOO_LARGE;
    buffer_add(content, bytes_now(file).at, bytes_now(file).size);
    return FILES_OK;
}

static enum files_result open_as_it_is(void *context, const char *path, size_t limit, int *fd)
{
    const struct mending *mending = context;

    return mending->base->open(mending->base->context, path, limit, fd);
}

static int list_as_it_is(void *context, const char *folder, struct arena *arena, const char ***names)
{
    const struct mending *mending = context;

    return mending->base->list(mending->base->context, folder, arena, names);
}

static void begin(struct mending *mending, const struct files *base)
{
    const char **paths;

    *mending = (struct mending){.base = base, .arena = arena_create()};
    mending->files = (struct files){mending, read_mended, open_as_it_is, list_as_it_is, base->name};
    mending->count = files_texts(base, mending->arena, &paths);
    mending->list = mem_alloc(sizeof(*mending->list) * (size_t)int_max(mending->count, 1));
    for (int i = 0; i < mending->count; i++) {
        struct mended_file *file = &mending->list[i];

        *file = (struct mended_file){.path = paths[i]};
        if (base->read(base->context, paths[i], FILE_BYTES_MAX, &file->content) == FILES_OK)
            lines_mend(&file->mended, file->path, bytes_now(file));
    }
}

static void end(struct mending *mending)
{
    for (int i = 0; i < mending->count; i++) {
        buffer_finish(&mending->list[i].content);
        buffer_finish(&mending->list[i].mended);
        buffer_finish(&mending->list[i].tried);
    }
    free(mending->list);
    arena_destroy(mending->arena);
}

static struct findings *findings_now(const struct mending *mending)
{
    struct findings *findings = findings_create();

    loaded_destroy(load_exhibit(&mending->files, findings));
    return findings;
}

static int count_dates(const struct findings *findings)
{
    int count = 0;

    for (int i = 0; i < findings_total(findings); i++)
        count += dates_concerns(findings_at(findings, i));
    return count;
}

/* The dates in whose order something is wrong, of these findings, from the one up to the other: kept if that is right then, and nothing
 * else is wrong. */
static bool mend_dates(struct mending *mending, struct dates_range range)
{
    const struct findings *before = range.findings;
    bool changed = false;

    for (int i = 0; i < mending->count; i++) {
        struct mended_file *file = &mending->list[i];
        struct buffer out = {0};

        if (bytes_now(file).at && dates_mend(&out, file->path, bytes_now(file), &range)) {
            file->tried = out;
            changed = true;
        }
    }
    struct findings *after = changed ? findings_now(mending) : NULL;
    bool better =
        after && count_dates(after) < count_dates(before) && findings_count(after, FINDING_ERROR) < findings_count(before, FINDING_ERROR);

    for (int i = 0; i < mending->count; i++) {
        struct mended_file *file = &mending->list[i];

        if (better && file->tried.bytes) {
            buffer_finish(&file->mended);
            file->mended = file->tried;
            file->tried = (struct buffer){0};
        }
        buffer_finish(&file->tried);
    }
    findings_destroy(after);
    return better;
}

/* All at once; where that does not help, the first that does. */
static bool mend_more_dates(struct mending *mending, const struct findings *findings)
{
    int total = findings_total(findings);
    bool better = mend_dates(mending, (struct dates_range){findings, 0, total});

    for (int i = 0; i < total && !better; i++)
        better = dates_concerns(findings_at(findings, i)) && mend_dates(mending, (struct dates_range){findings, i, i + 1});
    return better;
}

/* What is mended may show more. */
static void mend_all_dates(struct mending *mending)
{
    bool going = true;

    while (going) {
        struct findings *findings = findings_now(mending);

        going = count_dates(findings) > 0 && mend_more_dates(mending, findings);
        findings_destroy(findings);
    }
}

static bool save(const struct mending *mending, const char *root)
{
    struct saved_file *files = ARENA_ARRAY(mending->arena, struct saved_file, mending->count);
    int count = 0;

    for (int i = 0; i < mending->count; i++)
        if (mending->list[i].mended.bytes)
            files[count++] =
                (struct saved_file){mending->list[i].path, bytes_now(&mending->list[i]), buffer_bytes(&mending->list[i].content)};
    return count == 0 || together_save(root, files, count);
}

bool mending_exhibit(const struct files *files, const char *root, FILE *print)
{
    struct mending mending;

    begin(&mending, files);
    mend_all_dates(&mending);
    bool saved = save(&mending, root);

    for (int i = 0; i < mending.count && saved; i++) {
        const struct mended_file *file = &mending.list[i];
        struct buffer told = {0};

        if (file->mended.bytes)
            lines_tell(&told, file->path, buffer_bytes(&file->content), bytes_now(file));
        fprintf(print, "%s", told.bytes ? told.bytes : "");
        buffer_finish(&told);
    }
    end(&mending);
    return saved;
}
