/* What serves where an exhibit has nothing of its own. */
#include "keys/tables.h"
#include "load/builtin.h"
#include "load/load.h"
#include "schema/schema.h"
#include "support/finding_text.h"
#include "support/memory_files.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The map has every key of the table, and nothing is wrong with it. */
static void check_complete(const char *file, const struct schema *table, const struct node *map, void *target)
{
    struct references references = {0};
    struct reader reader = {.arena = arena_create(), .report = {findings_create(), file, 0}, .references = &references};

    assert_non_null(map);
    schema_defaults(&reader, table, target);
    assert_true(schema_read(&reader, table, map, target));
    if (findings_total(reader.report.findings) > 0)
        fail_msg("%s: %s", file, findings_at(reader.report.findings, 0)->message);
    findings_destroy(reader.report.findings);
    arena_destroy(reader.arena);
}

static const struct node *read_from(const struct files *files, const char *path, struct arena *arena)
{
    struct report report = {findings_create(), path, 0};
    struct buffer content = {0};

    assert_int_equal(files->read(files->context, path, YAML_BYTES_MAX, &content), FILES_OK);
    const struct node *root = yaml_read(arena, &report, &(struct yaml_source){content.bytes, content.length, false});

    assert_int_equal(findings_total(report.findings), 0);
    findings_destroy(report.findings);
    buffer_finish(&content);
    return root;
}

/* Of what the voice says, too, and of all else that the first language has in a map of its own. But for forms of number, of which each
 * language has its own. */
static void check_as_many_words(const char *file, const struct node *words, const struct node *first)
{
    for (int i = 0; i < first->count; i++) {
        const struct node *map = &first->pairs[i].value, *own = yaml_find(words, first->pairs[i].key);

        for (int k = 0; k < map->count && map->kind == NODE_MAP && !yaml_find(map, "other"); k++) {
            const struct node *word = own ? yaml_find(own, map->pairs[k].key) : NULL;

            if (!word || yaml_is_empty(word))
                fail_msg("%s: %s: %s is missing", file, first->pairs[i].key, map->pairs[k].key);
        }
    }
}

/* It has every key, and nothing is wrong with it. */
static void test_builtin(void **state)
{
    struct arena *arena = arena_create();
    const char **names;
    int count = program_files()->list(program_files()->context, "load/words", arena, &names);
    const struct node *first = read_from(program_files(), "load/words/en.yaml", arena);

    (void)state;
    check_complete("config/theme.yaml", &schema_theme, read_from(builtin_files(), "config/theme.yaml", arena), &(struct theme){0});
    assert_true(count > 7);
    assert_true(yaml_find(first, "speech")->count > 20);
    for (int i = 0; i < count; i++) {
        const struct node *words = read_from(program_files(), arena_printf(arena, "load/words/%s", names[i]), arena);

        check_complete(names[i], &schema_words, words, &(struct words){0});
        check_as_many_words(names[i], words, first);
    }
    arena_destroy(arena);
}

/* An exhibit without words, theme and layouts has those that are built in, in every language that has some, and nobody is told; of another
 * language it is told once. */
static void test_furnished(void **state)
{
    static const struct memory_file table[] = {
        {.path = "config/exhibit.yaml",
         .bytes = "title: {en: A, pt-BR: A, fr: A, tlh: A}\nlanguages: [en, pt-BR, fr, tlh]\nopening: {file: assets/a.svg, alternative: "
                  "{en: A, pt-BR: "
                  "A, fr: A, tlh: A}}\nneutral: {file: assets/a.svg, alternative: {en: A, pt-BR: A, fr: A, tlh: A}}\n"
                  "chapters: [{id: a, title: {en: A, pt-BR: A, fr: A, tlh: A}, panels: [a]}]\n"},
        {.path = "config/panels/a.yaml",
         .bytes = "layout: LAYOUT\ntitle: {en: A, pt-BR: A, fr: A, tlh: A}\nbody: {en: A, pt-BR: A, fr: A, tlh: A}\nsources: A\n"},
        {.path = "assets/a.svg", .bytes = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>"},
    };
    struct memory_file files_table[COUNTOF(table)];
    char panel[512];
    struct arena *arena = arena_create();
    const char **layouts, *rest = strchr(table[1].bytes, '\n');

    (void)state;
    assert_true(builtin_files()->list(builtin_files()->context, "config/layouts", arena, &layouts) > 0);
    snprintf(panel, sizeof(panel), "layout: %.*s%s", (int)strcspn(layouts[0], "."), layouts[0], rest);
    memcpy(files_table, table, sizeof(table));
    files_table[1].bytes = panel;
    struct memory_files files;
    struct findings *findings = findings_create();

    memory_files_init(&files, files_table, (int)COUNTOF(table));
    struct loaded *loaded = load_exhibit(&files.files, findings);
    const struct exhibit *e = loaded_exhibit(loaded);
    struct buffer text = {0};

    finding_text(findings, &text);
    assert_non_null(strstr(text.bytes, "tlh: the words of this language are missing"));
    assert_int_equal(findings_total(findings), 1);
    assert_int_equal(e->panel_count, 1);
    assert_string_equal(e->words[1].timeline, "Linha do tempo");
    assert_string_equal(e->words[2].timeline, "Chronologie");
    assert_string_equal(e->words[3].timeline, e->words[0].timeline);
    buffer_finish(&text);
    loaded_destroy(loaded);
    findings_destroy(findings);
    arena_destroy(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_builtin),
        cmocka_unit_test(test_furnished),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
