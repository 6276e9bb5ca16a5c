/* The look at the pictures that an exhibit names: their aspects, and what becomes of those that cannot be shown. */
#include "load/pictures.h"

#include "base/mem.h"
#include "support/memory_files.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct row {
    const char *name;
    double aspect;
    bool kept;
} rows[] = {
    {"quarters.svg", 1, true},      {"bars.svg", 3, true},          {"layers.svg", 2, true},        {"styled.svg", 1, true},
    {"millimetres.svg", 2, true},   {"orientation-1.jpg", 2, true}, {"orientation-4.jpg", 2, true}, {"orientation-5.jpg", 2, true},
    {"orientation-8.jpg", 2, true}, {"large.jpg", 1.5, true},       {"sizeless.svg", 0, true},      {"deep.png", 2, true},
    {"truncated.jpg", 0, false},    {"bomb.png", 0, false},         {"none.png", 0, false},         {"orientation-6.jpg", 2, true},
    {"orientation-6.jpg", 2, true}, /* named twice: what is known of the file serves both */
    {"truncated.jpg", 0, false},
};

static void pictures_get_their_aspects(void **state)
{
    struct files *files = files_open(".");
    struct findings *findings = findings_create();
    struct references references = {0};
    struct exhibit exhibit = {.panel_count = 0};
    struct arena *arena = arena_create();
    struct picture pictures[COUNTOF(rows)] = {{0}};
    char paths[COUNTOF(rows)][64];

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        snprintf(paths[i], sizeof(paths[i]), "tests/pictures/%s", rows[i].name);
        pictures[i].file = paths[i];
        pictures[i].aspect = 7; /* of an exhibit loaded before */
        references_add(
            &references,
            &(struct reference){.kind = REFERENCE_PICTURE, .name = paths[i], .picture = &pictures[i], .origin = {.file = "panel.yaml"}});
    }
    pictures_find(&(struct pictures_setup){files, arena, findings, &references}, &exhibit);
    for (size_t i = 0; i < COUNTOF(rows); i++)
        if ((pictures[i].file != NULL) != rows[i].kept || !(pictures[i].aspect >= rows[i].aspect * 0.999) ||
            !(pictures[i].aspect <= rows[i].aspect * 1.001))
            fail_msg("%s: %s, aspect %f", rows[i].name, pictures[i].file ? "kept" : "cleared", pictures[i].aspect);
    assert_int_equal(exhibit.picture_use_count, 14);
    references_finish(&references);
    arena_destroy(arena);
    findings_destroy(findings);
    files_close(files);
}

/* A Mac writes the accents of file names apart, keyboards composed: either finds the other. */
static void accents_are_found_in_either_spelling(void **state)
{
    static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 1'/>";
    static const struct memory_file table[] = {
        {.path = "assets/pen\u0303a.svg", .bytes = svg},
        {.path = "assets/man\u0303ana/\u0439.svg", .bytes = svg},
        {.path = "assets/both-\u00E9.svg", .bytes = svg},
        {.path = "assets/both-e\u0301.svg", .bytes = svg},
        {.path = "assets/pe\xF1"
                 "a-latin.svg",
         .bytes = svg},
    };
    static const struct {
        const char *written, *file; /* NULL: none is found */
    } names[] = {
        {"assets/pe\u00F1a.svg", "assets/pen\u0303a.svg"},
        {"assets/ma\u00F1ana/\u0439.svg", "assets/man\u0303ana/\u0439.svg"},
        {"assets/both-\u00E9.svg", "assets/both-\u00E9.svg"},
        {"assets/pe\u00F1.svg", NULL},
        {"assets/pe\u00F1a/x.svg", NULL},
        {"assets/pe\u00F1a-latin.svg", NULL},
    };
    struct memory_files memory;
    struct findings *findings = findings_create();
    struct references references = {0};
    struct exhibit exhibit = {.panel_count = 0};
    struct arena *arena = arena_create();
    struct picture pictures[COUNTOF(names)] = {{0}};

    (void)state;
    memory_files_init(&memory, table, COUNTOF(table));
    for (size_t i = 0; i < COUNTOF(names); i++) {
        pictures[i].file = names[i].written;
        references_add(&references,
                       &(struct reference){
                           .kind = REFERENCE_PICTURE, .name = names[i].written, .picture = &pictures[i], .origin = {.file = "panel.yaml"}});
    }
    pictures_find(&(struct pictures_setup){&memory.files, arena, findings, &references}, &exhibit);
    for (size_t i = 0; i < COUNTOF(names); i++) {
        if (names[i].file)
            assert_string_equal(pictures[i].file, names[i].file);
        else
            assert_null(pictures[i].file);
    }
    assert_int_equal(exhibit.picture_use_count, 3);
    assert_int_equal(findings_total(findings), 3);
    references_finish(&references);
    arena_destroy(arena);
    findings_destroy(findings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pictures_get_their_aspects),
                                       cmocka_unit_test(accents_are_found_in_either_spelling)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
