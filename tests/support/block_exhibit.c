/* The exhibit is in memory; widths are those of fake_measure. */
#include "support/block_exhibit.h"

#include "support/fake_measure.h"
#include "support/memory_files.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PANEL "layout: left\nvoice: chart\ntitle: {en: T, es: U}\n"

enum { BLOCK_BYTES_MAX = 64 * 1024 };

void block_exhibit_begin(struct block_exhibit *b, const char *block)
{
    struct buffer panel = {0};
    struct memory_files memory;

    buffer_printf(&panel, "%s%s", PANEL, block);
    struct memory_file table[] = {
        {.path = "config/exhibit.yaml",
         .bytes = "title: {en: E, es: F}\nlanguages: [en, es]\nchapters:\n  - {id: one, title: {en: One, es: Uno}, panels: [a]}\n"},
        {.path = "config/words.yaml",
         .bytes =
             "es: {decimal_mark: ',', thousands_mark: '.', percent: '{number} %', sources: Fuentes, date: '{day} de {month} de {year}'}\n"},
        {.path = "config/layouts/left.yaml",
         .bytes = "landscape: {columns: [1fr], rows: [1fr], areas: [body]}\nportrait: {columns: [1fr], rows: [1fr], areas: [body]}\n"},
        {.path = "config/panels/a.yaml", .bytes = panel.bytes},
    };

    *b = (struct block_exhibit){.findings = findings_create(), .measure = fake_measure(NULL), .arena = arena_create()};
    memory_files_init(&memory, table, (int)COUNTOF(table));
    b->loaded = load_exhibit(&memory.files, b->findings);
    buffer_finish(&panel);
    assert_non_null(b->loaded);
    b->exhibit = loaded_exhibit(b->loaded);
    b->panel = &b->exhibit->panels[0];
}

void block_exhibit_open(struct block_exhibit *b, const char *name)
{
    char path[256], *bytes = mem_alloc(BLOCK_BYTES_MAX);

    snprintf(path, sizeof(path), "tests/blocks/%s.yaml", name);
    FILE *file = fopen(path, "rb");

    assert_non_null(file);
    assert_true(fread(bytes, 1, BLOCK_BYTES_MAX - 1, file) > 0);
    fclose(file);
    block_exhibit_begin(b, bytes);
    free(bytes);
}

struct scene block_exhibit_scene(struct block_exhibit *b, struct size screen, int language, bool large)
{
    struct style_setup setup = {b->exhibit, &b->measure, screen, {.level[SETTING_TEXT] = large}};

    style_make(&b->style, &setup);
    arena_reset(b->arena);
    b->page = (struct page){0};
    return (struct scene){
        .exhibit = b->exhibit, .style = &b->style, .measure = &b->measure, .arena = b->arena, .page = &b->page, .language = language};
}

void block_exhibit_end(struct block_exhibit *b)
{
    arena_destroy(b->arena);
    loaded_destroy(b->loaded);
    findings_destroy(b->findings);
}

/* The letters' own box: capitals above the baseline, which is what collides. */
static struct rect letters(const struct block_exhibit *b, const struct draw_command *c)
{
    int cap = b->measure.metrics(b->measure.context, c->text.type).cap_px;

    return (struct rect){c->rect.x, c->text.baseline_px - cap, c->rect.w, cap};
}

void block_exhibit_check_texts(const struct block_exhibit *b, struct rect rect, const char *what)
{
    const struct draw_list *list = &b->page.list;

    for (int i = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];
        struct rect box = letters(b, c);

        if (c->kind != DRAW_TEXT)
            continue;
        if (box.x < rect.x || box.y < rect.y || box.x + box.w > rect.x + rect.w || box.y + box.h > rect.y + rect.h)
            fail_msg("%s: \"%.*s\" at %d,%d %dx%d leaves %d,%d %dx%d", what, c->text.length, c->text.text, box.x, box.y, box.w, box.h,
                     rect.x, rect.y, rect.w, rect.h);
        for (int j = 0; j < i; j++) {
            const struct draw_command *other = &list->commands[j];

            if (other->kind == DRAW_TEXT && !rect_is_empty(rect_common(box, letters(b, other))))
                fail_msg("%s: \"%.*s\" stands on \"%.*s\"", what, c->text.length, c->text.text, other->text.length, other->text.text);
        }
    }
}

bool block_exhibit_shows(const struct block_exhibit *b, const char *words)
{
    const struct draw_list *list = &b->page.list;

    for (int i = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];

        if (c->kind == DRAW_TEXT && (size_t)c->text.length >= strlen(words) && strncmp(c->text.text, words, strlen(words)) == 0)
            return true;
    }
    return false;
}
