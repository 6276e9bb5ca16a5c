/* Broken exhibits and what is said of them. tests/bad/base is a good exhibit; each other folder there is laid over it (removed.txt lists
 * paths that are taken away), and NAME.findings beside it holds the findings and how many panels survive. */
#include "base/files.h"
#include "load/load.h"
#include "reference/codes.h"
#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ROOT "tests/bad"

enum { CASES_LEAST = 40, PATH_BYTES = 512 };

/* A folder laid over another. */
struct overlay {
    struct files files;
    const struct files *below, *above;
    struct buffer removed; /* paths, each closed by a line break */
};

static bool is_removed(const struct overlay *overlay, const char *path)
{
    size_t length = strlen(path);

    for (const char *at = overlay->removed.bytes; at && (at = strstr(at, path)); at += length)
        if ((at == overlay->removed.bytes || at[-1] == '\n') && at[length] == '\n')
            return true;
    return false;
}

static enum files_result read_overlay(void *context, const char *path, size_t limit, struct buffer *content)
{
    const struct overlay *overlay = context;
    enum files_result result = overlay->above->read(overlay->above->context, path, limit, content);

    if (result != FILES_MISSING)
        return result;
    if (is_removed(overlay, path))
        return FILES_MISSING;
    return overlay->below->read(overlay->below->context, path, limit, content);
}

static int compare(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static int list_overlay(void *context, const char *folder, struct arena *arena, const char ***names)
{
    const struct overlay *overlay = context;
    const char **above = NULL, **below = NULL;
    char path[PATH_BYTES];
    int above_count = overlay->above->list(overlay->above->context, folder, arena, &above), kept = 0, count = above_count;
    int below_count = overlay->below->list(overlay->below->context, folder, arena, &below);

    *names = ARENA_ARRAY(arena, const char *, above_count + below_count);
    if (above_count > 0)
        memcpy(*names, above, sizeof(*above) * (size_t)above_count);
    for (int i = 0; i < below_count; i++) {
        snprintf(path, sizeof(path), "%s/%s", folder, below[i]);
        if (!is_removed(overlay, path))
            (*names)[count++] = below[i];
    }
    if (count > 1)
        qsort(*names, (size_t)count, sizeof(**names), compare);
    for (int i = 0; i < count; i++)
        if (i == 0 || strcmp((*names)[i], (*names)[kept - 1]) != 0)
            (*names)[kept++] = (*names)[i];
    return kept;
}

static enum files_result open_overlay(void *context, const char *path, size_t limit, int *fd)
{
    const struct overlay *overlay = context;
    enum files_result result = overlay->above->open(overlay->above->context, path, limit, fd);

    if (result != FILES_MISSING || is_removed(overlay, path))
        return result;
    return overlay->below->open(overlay->below->context, path, limit, fd);
}

static void print_findings(const struct findings *findings, struct buffer *text)
{
    char *printed;
    size_t size;
    FILE *stream = open_memstream(&printed, &size);

    assert_non_null(stream);
    findings_print(findings, stream);
    fclose(stream);
    buffer_add(text, printed, size);
    free(printed);
}

static void test_case(void **state)
{
    const char *name = *state;
    char path[PATH_BYTES];
    struct buffer made = {0};

    snprintf(path, sizeof(path), ROOT "/%s", name);
    struct files *below = files_open(ROOT "/base"), *above = files_open(path);
    struct overlay overlay = {{.context = &overlay, .read = read_overlay, .open = open_overlay, .list = list_overlay}, below, above, {0}};
    struct findings *findings = findings_create();

    assert_true(below && above);
    above->read(above->context, "removed.txt", PATH_BYTES, &overlay.removed); /* most have none */
    struct loaded *loaded = load_exhibit(&overlay.files, findings);

    print_findings(findings, &made);
    for (int i = 0; i < findings_total(findings); i++)
        if (!codes_find(findings_at(findings, i)->code))
            fail_msg("no code: %s", findings_at(findings, i)->message);
    if (loaded_exhibit(loaded)->panel_count > 0)
        buffer_printf(&made, "%d panels\n", loaded_exhibit(loaded)->panel_count);
    else
        buffer_printf(&made, "nothing usable\n");
    snprintf(path, sizeof(path), ROOT "/%s.findings", name);
    golden_compare(path, &made);
    buffer_finish(&made);
    buffer_finish(&overlay.removed);
    loaded_destroy(loaded);
    findings_destroy(findings);
    files_close(above);
    files_close(below);
}

int main(void)
{
    struct arena *arena = arena_create();
    struct files *root = files_open(ROOT);
    const char **names;

    if (!root)
        return 1;
    int count = root->list(root->context, ".", arena, &names), kept = 0;
    struct CMUnitTest *tests = ARENA_ARRAY(arena, struct CMUnitTest, count);

    for (int i = 0; i < count; i++)
        if (!strstr(names[i], ".findings"))
            tests[kept++] = (struct CMUnitTest){.name = names[i], .test_func = test_case, .initial_state = (void *)names[i]};
    if (kept < CASES_LEAST)
        return 1;
    int failed = _cmocka_run_group_tests("bad exhibits", tests, (size_t)kept, NULL, NULL);

    files_close(root);
    arena_destroy(arena);
    return failed;
}
