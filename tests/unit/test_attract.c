/* Attract: the cycle of what passers-by see, and the maps that pass through their years in it. */
#include "exhibit/blocks.h"
#include "film/attract.h"
#include "stage/act.h"
#include "stage/show.h"
#include "stage/stage.h"
#include "support/visitor.h"
#include "support/find.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};

static const struct visitor_edit pages_alone = {"config/exhibit.yaml", "timing:", "attract: pages\n\ntiming:"};

static void come(struct visitor *v)
{
    visitor_come_as(v, &(struct visitor_plan){.screen = SCREEN, .edits = &pages_alone, .edit_count = 1});
}

/* Comes to the whole panel in attract, in the first language; the year's fade is over. */
static void attract_to(struct visitor *v, int panel)
{
    while (v->stage->attract.shot.kind != FILM_PAGE || v->stage->attract.shot.panel != panel || v->stage->attract.shot.language != 0)
        visitor_wait(v, 16);
}

/* With nobody there a map passes through its years within its panel's reading time, by deadlines alone, and rests in between. */
static void attract_steps_through_a_map(void **state)
{
    for (int reduced = 0; reduced < 2; reduced++) {
        struct visitor v;
        struct date steps[MAP_STEPS_MAX];
        int year = 0, changes = 0, panel, years;

        (void)state;
        come(&v);
        ((struct exhibit *)(uintptr_t)v.exhibit)->theme.reduced_motion = reduced;
        panel = find_panel(v.exhibit, "network");
        attract_to(&v, panel);
        years = map_steps(v.exhibit->panels[panel].map, steps);
        int64_t since = v.now_ms, before = since, pace = scene_reading_ms(v.exhibit, scene_panel.words(v.exhibit, panel, 0)) / (years + 1);

        assert_int_equal(v.stage->attract.year, 0);
        while (v.stage->attract.shot.panel == panel) {
            int64_t deadline = stage_deadline(v.stage, v.now_ms);
            uint64_t shown = draw_hash(&visitor_frame(&v)->layers[0].list);

            assert_true(!reduced || deadline > v.now_ms); /* reduced motion: no fade either */
            v.now_ms = deadline > v.now_ms ? deadline : v.now_ms + 16;
            stage_tick(v.stage, v.now_ms);
            if (v.stage->attract.shot.panel != panel || v.stage->attract.year == year)
                continue;
            assert_int_equal(v.stage->attract.year, ++year);
            assert_true(draw_hash(&visitor_frame(&v)->layers[0].list) != shown);
            assert_true(v.now_ms - before >= pace - 20 && v.now_ms - before <= pace + 20);
            before = v.now_ms;
            changes++;
        }
        assert_int_equal(changes, years - 1); /* the last stands twice as long */
        assert_true(v.now_ms - before >= 2 * pace - 20);
        assert_true(v.now_ms - since <= scene_reading_ms(v.exhibit, scene_panel.words(v.exhibit, panel, 0)) + 20);
        visitor_leave(&v);
    }
}

/* After a long sleep the year that is due, not all of them in a row; and a visitor's map stays where it is. */
static void maps_do_not_rush(void **state)
{
    struct visitor v;
    struct date steps[MAP_STEPS_MAX];
    int64_t pace;
    int panel, years;

    (void)state;
    come(&v);
    panel = find_panel(v.exhibit, "network");
    years = map_steps(v.exhibit->panels[panel].map, steps);
    attract_to(&v, panel);
    pace = scene_reading_ms(v.exhibit, scene_panel.words(v.exhibit, panel, 0)) / (years + 1);
    v.now_ms += (years - 1) * pace + 100;
    stage_tick(v.stage, v.now_ms);
    assert_int_equal(v.stage->attract.year, years - 1);
    visitor_leave(&v);

    visitor_come(&v, SCREEN, "panel/network");
    uint64_t shown = draw_hash(&visitor_frame(&v)->layers[0].list);

    visitor_wait(&v, 60 * 1000);
    assert_true(draw_hash(&visitor_frame(&v)->layers[0].list) == shown);
    visitor_leave(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attract_steps_through_a_map),
        cmocka_unit_test(maps_do_not_rush),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
