/* Large text: on a wide screen a body is as large as it was asked for, and scrolls rather than step down. */
#include "page/style.h"
#include "scene/panel.h"
#include "scene/panel_parts.h"
#include "support/fake_measure.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct size SCREENS[] = {{1920, 1080}, {1280, 800}, {3840, 2160}};

static struct style style_of(const struct exhibit *exhibit, struct size screen, bool large)
{
    struct measure measure = fake_measure(NULL);
    struct style style;

    style_make(&style, &(struct style_setup){.exhibit = exhibit, .measure = &measure, .screen = screen, .large = large});
    return style;
}

static void bodies_are_as_large_as_asked_for(void **state)
{
    struct measure measure = fake_measure(NULL);
    struct page *page = mem_alloc(sizeof(*page));
    struct arena *arena = arena_create();
    struct visitor v;
    int scrolling = 0;

    (void)state;
    visitor_come(&v, SCREENS[0], "home");
    for (size_t s = 0; s < COUNTOF(SCREENS); s++) {
        struct style normal = style_of(v.exhibit, SCREENS[s], false), large = style_of(v.exhibit, SCREENS[s], true);
        struct scene scene = {.exhibit = v.exhibit, .style = &large, .measure = &measure, .arena = arena, .page = page};

        assert_true(large.sizes.body_px >= normal.sizes.body_px * 3 / 2);
        for (scene.item = 0; scene.item < v.exhibit->panel_count; scene.item++)
            for (scene.language = 0; scene.language < v.exhibit->language_count; scene.language++) {
                struct panel_fit fit = panel_fit(&scene);

                if (!panel_blocks(&scene, &v.exhibit->panels[scene.item]))
                    assert_int_equal(fit.body_percent, 100);
                scrolling += fit.scrolls;
            }
    }
    assert_true(scrolling > 0); /* some would have stepped down */
    visitor_leave(&v);
    arena_destroy(arena);
    free(page);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(bodies_are_as_large_as_asked_for),
    };

    return cmocka_run_group_tests_name("large", tests, NULL, NULL);
}
