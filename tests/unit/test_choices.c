/* The keys of a notice and of the countdown, whatever words a language has for them: they stay on the screen, apart, and hold their words.
 */
#include "audit/overlap.h"
#include "scene/bar.h"
#include "notice/notice.h"
#include "support/fake_measure.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct size SCREENS[] = {{1920, 1080}, {1080, 1920}, {1280, 800}, {800, 1280}, {3840, 2160}, {2160, 3840}};

static const struct words_row {
    const char *read_on, *skip, *stay, *still_reading;
} rows[] = {
    {"On", "Skip", "Stay", "Still there?"},
    {"Weiterlesen und die Warnung beachten", "Diesen Teil überspringen", "Ich lese noch", "Lesen Sie noch?"},
    {"Ya lo sé", "Pasar a lo que viene después de todo esto, que es menos duro", "Quiero seguir leyendo esta página con calma",
     "¿Sigue usted leyendo lo que está en la pantalla?"},
};

static void style_for_overlaps(const struct visitor *v, const struct style *style, int row)
{
    struct measure measure = fake_measure(NULL);
    struct page *page = mem_alloc(sizeof(*page));
    struct scene scene = {.exhibit = v->exhibit, .style = style, .measure = &measure, .arena = arena_create(), .page = page};
    struct rect screen = {0, 0, style->screen.w, style->screen.h};
    struct overlap overlap;

    for (int countdown = 0; countdown < 2; countdown++) {
        *page = (struct page){0};
        if (countdown)
            countdown_fill(&scene, 20);
        else
            notice_fill(&scene, 1);
        if (overlap_find(&scene, countdown ? screen : style->page, &overlap, 1) > 0)
            fail_msg("row %d, %dx%d, large %d, countdown %d: overlap %d at \"%s\"", row, screen.w, screen.h, style->large, countdown,
                     overlap.kind, overlap.what);
        for (int i = 0; i < page->target_count; i++)
            assert_true(int_min(page->targets[i].rect.w, page->targets[i].rect.h) >= style->target_px);
    }
    arena_destroy(scene.arena);
    free(page);
}

static void any_words_have_room(void **state)
{
    (void)state;
    for (size_t r = 0; r < COUNTOF(rows); r++) {
        struct visitor v;
        struct visitor_edit edits[] = {
            {"config/words.yaml", "Read on", rows[r].read_on},
            {"config/words.yaml", "Skip", rows[r].skip},
            {"config/words.yaml", "Keep reading", rows[r].stay},
            {"config/words.yaml", "Still reading?", rows[r].still_reading},
        };

        visitor_come_as(&v,
                        &(struct visitor_plan){.screen = SCREENS[0], .start = "home", .edits = edits, .edit_count = (int)COUNTOF(edits)});
        assert_string_equal(v.exhibit->words[0].skip, rows[r].skip);
        assert_string_equal(v.exhibit->words[0].stay, rows[r].stay);
        for (size_t s = 0; s < COUNTOF(SCREENS) * 2; s++) {
            struct measure measure = fake_measure(NULL);
            struct style style;

            style_make(&style,
                       &(struct style_setup){
                           .exhibit = v.exhibit, .measure = &measure, .screen = SCREENS[s / 2], .settings.level[SETTING_TEXT] = s % 2});
            style_for_overlaps(&v, &style, (int)r);
        }
        visitor_leave(&v);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_words_have_room),
    };

    return cmocka_run_group_tests_name("choices", tests, NULL, NULL);
}
