/* Broken exhibits and what is said of them. tests/bad/base is a good exhibit; each other folder there is laid over it (removed.txt lists
 * paths that are taken away), and NAME.findings beside it holds the findings and how many panels survive. A slip in
 * each key of all tables is told, too. */
#include "base/files.h"
#include "keys/tables.h"
#include "load/load.h"
#include "reference/codes.h"
#include "schema/schema.h"
#include "support/golden.h"
#include "yaml/yaml.h"

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

/* ---- a slip in each key ---- */

enum { GROUPS_MAX = 64 };

/* What may be wrong with a key that the table has; SLIP_COUNT: all of them. */
enum slip { SLIP_GROUP, SLIP_WORD, SLIP_NOTHING, SLIP_LETTER, SLIP_LESS, SLIP_MORE, SLIP_COUNT };

static const struct schema *table_of(const struct schema_row *row)
{
    return row->type == VALUE_MAP || row->type == VALUE_RECORDS || row->type == VALUE_BLOCK ? row->table : NULL;
}

/* A table of keys. furnished: what is read along it lies over something built in, so that nothing of it need be there. */
struct key_table {
    const struct schema *schema;
    bool furnished;
};

/* All that the files have, each once; returns how many. */
static int gather_tables(struct key_table tables[GROUPS_MAX])
{
    static const struct key_table files[] = {{&schema_exhibit, false},  {&schema_panel, false},  {&schema_timeline, false},
                                             {&schema_glossary, false}, {&schema_people, false}, {&schema_layout, false},
                                             {&schema_theme, true},     {&schema_words, true},   {&schema_land, false}};
    int count = 0;

    for (size_t i = 0; i < COUNTOF(files); i++)
        tables[count++] = files[i];
    for (int i = 0; i < count; i++)
        for (int r = 0; r < tables[i].schema->row_count; r++) {
            const struct schema *below = table_of(&tables[i].schema->rows[r]);
            bool known = !below;

            for (int k = 0; k < count && !known; k++)
                known = tables[k].schema == below;
            assert_true(known || count < GROUPS_MAX);
            if (!known)
                tables[count++] = (struct key_table){below, tables[i].furnished};
        }
    return count;
}

static bool is_number(const struct schema_row *row)
{
    return !row->choices && (row->type == VALUE_INTEGER || row->type == VALUE_NUMBER || row->type == VALUE_PERCENT);
}

/* Whether any word will do for the reader of one file. */
static bool takes_words(const struct schema_row *row)
{
    return row->type == VALUE_STRING || row->type == VALUE_TEXT || row->type == VALUE_MARKDOWN || row->type == VALUE_NAME ||
           row->type == VALUE_FILE || row->type == VALUE_TRACKS || row->type == VALUE_AREAS || row->type == VALUE_NAMES ||
           row->type == VALUE_INDEX || row->type == VALUE_INDICES || row->type == VALUE_MASK;
}

/* The line of a file with that slip in that key; NULL: there is no such slip. */
static const char *line_with(struct arena *arena, enum slip slip, const struct schema_row *row)
{
    bool group = table_of(row) != NULL, told = row->type == VALUE_MISPLACED || row->type == VALUE_MOVED;

    switch (slip) {
    case SLIP_GROUP:
        return group || row->spare || row->type == VALUE_TRACKS || row->type == VALUE_AREAS
                   ? NULL
                   : arena_printf(arena, "%s: {one: 1}\n", row->key);
    case SLIP_WORD:
        return takes_words(row) ? NULL : arena_printf(arena, "%s: nonsense!\n", row->key);
    case SLIP_NOTHING:
        return row->need == NEED_NOT ? NULL : arena_printf(arena, "%s:\n", row->key);
    case SLIP_LETTER:
        return told ? NULL : arena_printf(arena, "%c%s: 1\n", row->key[0], row->key);
    case SLIP_LESS:
        return is_number(row) ? arena_printf(arena, "%s: %.10g\n", row->key, row->min - 1) : NULL;
    case SLIP_MORE:
        return is_number(row) ? arena_printf(arena, "%s: %.10g\n", row->key, row->max + 1) : NULL;
    case SLIP_COUNT:
        break;
    }
    return NULL;
}

/* That another key is missing belongs to a map of one key alone. */
static bool is_of_key(const struct finding *finding, const void *context)
{
    const char *key = context;

    return !strstr(finding->message, ": missing") || strncmp(finding->message, key, strlen(key)) == 0;
}

/* Told on its line, and what to write. */
static void check_told(const char *line, const struct findings *findings)
{
    static const char *const advice[] = {"write", "did you mean", "remove", "needs it", "add it", "call it", "leave them out", "stands in"};

    if (findings_total(findings) == 0)
        fail_msg("nothing is said of %s", line);
    for (int i = 0; i < findings_total(findings); i++) {
        const struct finding *finding = findings_at(findings, i);
        bool advises = false;

        for (size_t k = 0; k < COUNTOF(advice); k++)
            advises = advises || strstr(finding->message, advice[k]);
        if (finding->line != 1 || !advises)
            fail_msg("%s%d: %s", line, finding->line, finding->message);
    }
}

/* A map of that line alone. meant: "did you mean ..." is the key. */
static void read_line(const struct key_table *table, const struct schema_row *row, const char *line, bool meant)
{
    static const char *const languages[] = {"en", "es"};
    struct arena *arena = arena_create();
    struct references references = {0};
    struct reader reader = {.arena = arena,
                            .report = {findings_create(), "", 0},
                            .languages = languages,
                            .language_count = COUNTOF(languages),
                            .references = &references,
                            .furnished = table->furnished};
    void *target = arena_alloc(arena, table->schema->size);
    const struct node *map = yaml_read(arena, &reader.report, &(struct yaml_source){line, strlen(line), false});

    assert_non_null(map);
    schema_defaults(&reader, table->schema, target);
    schema_read(&reader, table->schema, map, target);
    findings_filter(reader.report.findings, is_of_key, row->key);
    findings_sort(reader.report.findings);
    check_told(line, reader.report.findings);
    if (meant && !strstr(findings_at(reader.report.findings, 0)->message, arena_printf(arena, "did you mean \"%s\"", row->key)))
        fail_msg("%s%s", line, findings_at(reader.report.findings, 0)->message);
    references_finish(&references);
    findings_destroy(reader.report.findings);
    arena_destroy(arena);
}

static void every_key_is_told(void **state)
{
    struct key_table tables[GROUPS_MAX];
    int count = gather_tables(tables);
    struct arena *arena = arena_create();

    (void)state;
    for (int i = 0; i < count; i++)
        for (int r = 0; r < tables[i].schema->row_count; r++)
            for (enum slip slip = 0; slip < SLIP_COUNT; slip++) {
                const struct schema_row *row = &tables[i].schema->rows[r];
                const char *line = slip == SLIP_NOTHING && tables[i].furnished ? NULL : line_with(arena, slip, row);

                if (line)
                    read_line(&tables[i], row, line, slip == SLIP_LETTER);
            }
    arena_destroy(arena);
}

int main(void)
{
    struct arena *arena = arena_create();
    struct files *root = files_open(ROOT);
    const char **names;

    if (!root)
        return 1;
    int count = root->list(root->context, ".", arena, &names), kept = 0;
    struct CMUnitTest *tests = ARENA_ARRAY(arena, struct CMUnitTest, count + 1);

    tests[kept++] = (struct CMUnitTest)cmocka_unit_test(every_key_is_told);
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
