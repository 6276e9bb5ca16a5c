/* Attract: the cycle of what passers-by see, and the maps that pass through their years in it. */
#include "exhibit/blocks.h"
#include "film/attract.h"
#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"
#include "support/visitor.h"
#include "support/find.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
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
        ((struct exhibit *)(uintptr_t)v.exhibit)->theme.reduced_motion = v.stage->style.still = reduced;
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

/* ---- posters, and what a touch opens ---- */

static void until(struct visitor *v, enum film_kind kind, int panel)
{
    while (v->stage->attract.shot.kind != kind || v->stage->attract.shot.panel != panel)
        visitor_wait(v, 16);
}

/* A moment of the movement between two shots, by its share; the frame is shown. */
static void halfway(struct visitor *v, float share)
{
    while (tween_at(&v->stage->attract.turn, v->now_ms) < share)
        visitor_wait(v, 16);
    visitor_frame(v);
}

static void opens(struct visitor *v, struct point at, const char *scene, int language)
{
    visitor_frame(v);
    visitor_down(v, 1, at.x, at.y);
    visitor_expect(v, scene);
    assert_int_equal(stage_settings(v->stage)->language, language);
    visitor_up(v, 1, at.x, at.y);
    visitor_wait(v, 1000);
    visitor_expect(v, scene); /* the finger that wakes does nothing else */
}

static void a_touch_opens_what_is_seen(void **state)
{
    struct visitor v;
    struct point middle = {960, 400};

    (void)state;
    visitor_come(&v, SCREEN, NULL);
    until(&v, FILM_POSTER, find_panel(v.exhibit, "welcome"));
    halfway(&v, 1);
    assert_int_equal(v.stage->attract.shot.language, SPANISH);
    opens(&v, middle, "panel/welcome", SPANISH);
    visitor_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "home");

    visitor_start(&v, NULL);
    until(&v, FILM_PAGE, find_panel(v.exhibit, "welcome"));
    visitor_wait(&v, 2000);
    opens(&v, middle, "panel/welcome", ENGLISH);

    visitor_start(&v, NULL);
    until(&v, FILM_PAGE, FILM_TIMELINE);
    visitor_wait(&v, 2000);
    opens(&v, middle, "timeline", ENGLISH);

    visitor_start(&v, NULL); /* the opening leads home */
    opens(&v, middle, "home", ENGLISH);
    visitor_leave(&v);
}

/* A button for each language, in the same place whatever is shown, opens what is seen in that language. */
static void a_button_opens_in_its_language(void **state)
{
    struct visitor v;

    (void)state;
    for (int language = 0; language < 4; language++) {
        visitor_come(&v, SCREEN, NULL);
        struct rect first = v.stage->bar.targets[language].rect;

        until(&v, FILM_POSTER, find_panel(v.exhibit, "charter"));
        visitor_wait(&v, 2000);
        visitor_frame(&v);
        assert_int_equal(v.stage->bar.target_count, 5); /* and the settings */
        struct rect box = v.stage->bar.targets[language].rect;
        struct rect seen = v.stage->frame.mirrored ? rect_mirrored(box, SCREEN.w) : box;

        assert_memory_equal(&seen, &first, sizeof(seen));
        assert_true(seen.h >= v.stage->style.target_px && seen.y >= v.stage->style.bar.y);
        opens(&v, (struct point){(float)(seen.x + seen.w / 2), (float)(seen.y + seen.h / 2)}, "panel/charter", language);
        visitor_leave(&v);
    }
}

/* While one comes over the other, the finger opens the one that it is on. */
static void in_the_movement_too(void **state)
{
    static const struct {
        float x;
        const char *scene;
    } rows[] = {{40, "home"}, {1880, "panel/welcome"}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;

        visitor_come(&v, SCREEN, NULL);
        until(&v, FILM_POSTER, find_panel(v.exhibit, "welcome"));
        halfway(&v, 0.4F);
        assert_int_equal(visitor_frame(&v)->layer_count, 2);
        opens(&v, (struct point){rows[i].x, 400}, rows[i].scene, i == 0 ? ENGLISH : SPANISH);
        visitor_leave(&v);
    }
}

/* Between two posters one movement, and then nothing until the next: no frame is asked for, and none differs. */
static void it_rests_between_movements(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, NULL);
    for (int shot = 0; shot < 40; shot++) {
        int64_t deadline = stage_deadline(v.stage, v.now_ms), since = v.stage->attract.since_ms;
        bool map = v.stage->attract.year >= 0;

        assert_true(deadline > v.now_ms);
        assert_true(map || deadline - since >= 7000);
        v.now_ms = deadline;
        stage_tick(v.stage, v.now_ms);
        int64_t begun = v.now_ms;

        while (stage_deadline(v.stage, v.now_ms) <= v.now_ms) {
            v.now_ms += 16;
            stage_tick(v.stage, v.now_ms);
        }
        assert_true(v.now_ms - begun <= 900);
    }
    visitor_leave(&v);
}

/* Between two posters that slide lies a gutter: on either side of its middle the nearer one is meant. */
static void no_touch_is_lost_between_two(void **state)
{
    struct visitor v;
    const struct frame *frame;

    (void)state;
    for (int side = 0; side < 2; side++) {
        visitor_come(&v, SCREEN, NULL);
        do {
            visitor_wait(&v, 16);
            frame = visitor_frame(&v);
        } while (frame->layer_count < 2 || frame->mirrored || frame->gutter.x_px < 300 || frame->gutter.x_px > 1500);
        struct film_shot meant = side ? v.stage->attract.shot : v.stage->attract.before;

        assert_true((meant.panel >= 0) == side); /* the opening leads home */
        visitor_tap(&v, (float)frame->gutter.x_px + (float)frame->gutter.w_px * (side ? 0.75F : 0.25F), 500);
        visitor_wait(&v, 1000);
        assert_int_equal(stage_settings(v.stage)->language, meant.language);
        if (side)
            assert_string_equal(visitor_scene(v.stage) + strlen("panel/"), v.exhibit->panels[meant.panel].id);
        else
            visitor_expect(&v, "home");
        visitor_leave(&v);
    }
}

/* A finger may come before the first picture of attract: what it finds on the last one of the visit has no meaning any more. */
static void a_touch_on_what_has_gone_wakes(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "home");
    struct point at = visitor_find(&v, ACTION_TIMELINE, 0);
    struct pointer_sample down = {1, POINTER_DOWN, at, v.now_ms};

    act(v.stage, (struct action){.kind = ACTION_BACK}, v.now_ms);
    visitor_expect(&v, "attract");
    stage_pointer(v.stage, &down, VIA_TOUCH);
    visitor_up(&v, 1, at.x, at.y);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "home");
    visitor_leave(&v);
}

/* ---- what words lie over ---- */

/* Where that part of the picture stands that is drawn over the whole rectangle. */
static struct rect part_of(const struct draw_command *shown, double aspect, struct share_rect part)
{
    double scale = fmax(shown->rect.w / aspect, shown->rect.h), w = scale * aspect, h = scale;
    double x = shown->rect.x + shown->rect.w / 2.0 - w * (double)shown->picture.focus_x;
    double y = shown->rect.y + shown->rect.h / 2.0 - h * (double)shown->picture.focus_y;

    return (struct rect){(int)(x + w * (double)part.x), (int)(y + h * (double)part.y), (int)(w * (double)part.w),
                         (int)(h * (double)part.h)};
}

/* The share of it that is cut, or lies under what was drawn later. */
static double lost_of(const struct page *page, struct rect part)
{
    struct rect seen = rect_common(part, page->list.commands[0].rect);
    double left = (double)seen.w * seen.h;

    for (int i = 1; i < page->list.count; i++) {
        struct rect over = rect_common(seen, page->list.commands[i].rect);

        if (page->list.commands[i].kind == DRAW_FILL)
            left -= (double)over.w * over.h;
    }
    return 1 - left / ((double)part.w * part.h);
}

/* By deadlines alone. */
static void poster_at_rest(struct visitor *v, int panel, int language)
{
    const struct film_shot *shot = &v->stage->attract.shot;

    while (shot->kind != FILM_POSTER || shot->panel != panel || shot->language != language ||
           tween_at(&v->stage->attract.turn, v->now_ms) < 1) {
        int64_t deadline = stage_deadline(v->stage, v->now_ms);

        v->now_ms = deadline > v->now_ms ? deadline : v->now_ms + 100;
        stage_tick(v->stage, v->now_ms);
    }
}

/* Wherever the part is that a poster keeps, its words leave that free, or stand beside the picture. */
static void words_cover_nothing_that_is_kept(void **state)
{
    static const struct {
        const char *keep;
        bool fills[2]; /* a wide screen, a tall one */
    } rows[] = {
        {"[5%, 5%, 30%, 20%]", {true, true}},     {"[60%, 5%, 35%, 20%]", {true, true}},  {"[5%, 75%, 30%, 20%]", {true, true}},
        {"[60%, 70%, 35%, 20%]", {true, true}},   {"[40%, 40%, 20%, 20%]", {true, true}}, {"[0%, 40%, 100%, 20%]", {true, false}},
        {"[0%, 10%, 100%, 85%]", {false, false}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        for (int tall = 0; tall < 2; tall++) {
            char with[100];

            snprintf(with, sizeof(with), "focus: [50%%, 40%%]\n  keep: {poster: %s}", rows[i].keep);
            struct visitor_edit edit = {"config/panels/strike.yaml", "focus: [50%, 40%]", with};
            struct visitor v;

            visitor_come_as(&v,
                            &(struct visitor_plan){.screen = tall ? (struct size){1080, 1920} : SCREEN, .edits = &edit, .edit_count = 1});
            int panel = find_panel(v.exhibit, "strike");
            const struct picture *picture = &v.exhibit->panels[panel].picture;

            for (int language = 0; language < v.exhibit->language_count; language++) {
                poster_at_rest(&v, panel, language);
                const struct page *page = visitor_page(&v);
                const struct draw_command *shown = &page->list.commands[0];
                bool fills = shown->kind == DRAW_PICTURE && shown->rect.w > v.screen.w * 9 / 10 && shown->rect.h > v.screen.h * 8 / 10;
                struct rect part = part_of(shown, picture->aspect, picture->crops.poster.keep);

                if (visitor_frame(&v)->mirrored)
                    part = rect_mirrored(part, v.screen.w);
                if (fills != rows[i].fills[tall] || (fills && lost_of(page, part) > 0.03))
                    fail_msg("%s, %d, language %d: fills %d, lost %.3f", rows[i].keep, tall, language, fills, lost_of(page, part));
            }
            visitor_leave(&v);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attract_steps_through_a_map),
        cmocka_unit_test(maps_do_not_rush),
        cmocka_unit_test(a_touch_opens_what_is_seen),
        cmocka_unit_test(a_button_opens_in_its_language),
        cmocka_unit_test(in_the_movement_too),
        cmocka_unit_test(it_rests_between_movements),
        cmocka_unit_test(words_cover_nothing_that_is_kept),
        cmocka_unit_test(no_touch_is_lost_between_two),
        cmocka_unit_test(a_touch_on_what_has_gone_wakes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
