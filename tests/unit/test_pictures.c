/* The look at the pictures that an exhibit names: their aspects, and what becomes of those that cannot be shown. */
#include "load/pictures.h"

#include "base/mem.h"

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
    {"quarters.svg", 1, true},      {"bars.svg", 3, true},          {"layers.svg", 2, true},
    {"styled.svg", 1, true},        {"millimetres.svg", 0, true},   {"orientation-1.jpg", 2, true},
    {"orientation-4.jpg", 2, true}, {"orientation-5.jpg", 2, true}, {"orientation-8.jpg", 2, true},
    {"large.jpg", 1.5, true},       {"deep.png", 2, true},          {"truncated.jpg", 0, false},
    {"bomb.png", 0, false},         {"none.png", 0, false},         {"orientation-6.jpg", 2, true},
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
    assert_int_equal(exhibit.picture_use_count, 13);
    references_finish(&references);
    arena_destroy(arena);
    findings_destroy(findings);
    files_close(files);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pictures_get_their_aspects)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
