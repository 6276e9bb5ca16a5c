/* A stage may begin in any language and text size, with any card open, as proofs want it: what it shows then is what a visitor sees who has
 * come there. */
#include "film/order.h"
#include "support/visitor.h"

#include "support/fake_measure.h"
#include "support/find.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};

/* All that is drawn, but for how far it has faded in. */
static uint64_t shown(struct stage *stage, int64_t now_ms)
{
    struct frame frame = *stage_frame(stage, now_ms);

    frame.fade_serial = 0;
    frame.fade_share = 1;
    return frame_hash(&frame);
}

static void beginnings_are_what_visitors_see(void **state)
{
    static const struct {
        const char *start;
        struct settings settings;
        const struct scene_ops *card;
        const char *panel; /* whose card it is */
        const char *scene;
    } rows[] = {
        {"panel/charter", {0, {0, 0}}, NULL, "charter", "panel/charter"},
        {"panel/charter", {1, {0, 0}}, NULL, "charter", "panel/charter"},
        {"panel/charter", {0, {1, 0}}, NULL, "charter", "panel/charter"},
        {"panel/charter", {1, {1, 1}}, NULL, "charter", "panel/charter"},
        {"timeline", {1, {1, 0}}, NULL, "charter", "timeline"},
        {"home", {1, {0, 1}}, NULL, "charter", "home"},
        {"panel/charter", {2, {0, 0}}, NULL, "charter", "panel/charter"},
        {"panel/fire", {1, {0, 0}}, NULL, "charter", "notice/fire"},
        {"panel/charter", {0, {0, 0}}, &scene_difference, "charter", "card/charter"},
        {"panel/welcome", {1, {1, 0}}, &scene_more, "welcome", "card/welcome"},
        {"picture/charter", {0, {0, 0}}, &scene_description, "charter", "card/charter"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;

        visitor_come(&v, SCREEN, rows[i].start);

        int item = find_panel(v.exhibit, rows[i].panel);
        struct stage_setup setup = {
            .exhibit = v.exhibit,
            .measure = fake_measure(NULL),
            .screen = SCREEN,
            .start = rows[i].start,
            .settings = rows[i].settings,
            .overlay = {rows[i].card, item},
        };
        struct stage *stage = stage_create(&setup);

        assert_non_null(stage);
        if (rows[i].settings.language)
            visitor_speak(&v, rows[i].settings.language);
        if (rows[i].settings.level[SETTING_TEXT])
            visitor_key(&v, KEY_TEXT_SIZE);
        if (rows[i].settings.level[SETTING_CONTRAST])
            visitor_key(&v, KEY_CONTRAST);
        visitor_wait(&v, 1000);
        if (rows[i].card) /* a visitor who has chosen the settings by keys opens it by touch */
            visitor_open(&v, rows[i].card, item);
        assert_string_equal(visitor_scene(stage), rows[i].scene);
        if (shown(stage, 0) != shown(v.stage, v.now_ms))
            fail_msg("row %zu: %s is not what a visitor sees", i, rows[i].start);
        stage_destroy(stage);
        visitor_leave(&v);
    }
}

/* Whatever attract shows, it can begin with; a visitor's patience sees it in its turn, a map with its first year. */
static void attract_begins_with_any_item(void **state)
{
    enum { HOURS_MS = 4 * 3600 * 1000 };
    struct visitor v;
    uint64_t *wanted;
    int items, left = 0;

    (void)state;
    visitor_come(&v, SCREEN, NULL);
    items = film_items(v.exhibit) * v.exhibit->language_count;
    wanted = calloc((size_t)items, sizeof(*wanted));
    for (int i = 0; i < items; i++) {
        struct stage_setup setup = {
            .exhibit = v.exhibit,
            .measure = fake_measure(NULL),
            .screen = SCREEN,
            .settings = {.language = i % v.exhibit->language_count},
            .attract_item = i / v.exhibit->language_count,
            .now_ms = v.now_ms,
        };

        if (!film_shows(v.exhibit, setup.attract_item))
            continue;
        struct stage *stage = stage_create(&setup);

        wanted[i] = shown(stage, v.now_ms);
        left++;
        stage_destroy(stage);
    }
    assert_int_equal(left, (1 + 2 * 8 + 1) * 4); /* the opening, posters and pages of eight panels, the timeline */
    for (int64_t until = v.now_ms + HOURS_MS; left > 0 && v.now_ms < until;) {
        uint64_t now = shown(v.stage, v.now_ms);

        for (int i = 0; i < items; i++) {
            left -= wanted[i] == now;
            wanted[i] = wanted[i] == now ? 0 : wanted[i];
        }
        v.now_ms = stage_deadline(v.stage, v.now_ms) > v.now_ms ? stage_deadline(v.stage, v.now_ms) : v.now_ms + 16;
        stage_tick(v.stage, v.now_ms);
    }
    for (int i = 0; i < items; i++)
        if (wanted[i])
            fail_msg("item %d in language %d is never seen", i / v.exhibit->language_count, i % v.exhibit->language_count);
    free(wanted);
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(beginnings_are_what_visitors_see),
        cmocka_unit_test(attract_begins_with_any_item),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
