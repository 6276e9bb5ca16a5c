/* Large text: on a wide screen a body is as large as it was asked for, and scrolls rather than step down; nothing is too small to be read;
 * and what has no room beside such letters lies behind keys. */
#include "page/spots.h"
#include "page/style.h"
#include "scene/panel.h"
#include "scene/panel_parts.h"
#include "scene/picture.h"
#include "support/fake_measure.h"
#include "staging/show.h"
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

    style_make(&style,
               &(struct style_setup){.exhibit = exhibit, .measure = &measure, .screen = screen, .settings.level[SETTING_TEXT] = large});
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

/* On a screen that is nearly square, a picture beside a text leaves it the room that it needs, and letters stay as they are. */
static void pictures_give_way_before_letters(void **state)
{
    static const struct size squarish = {1280, 1024};
    struct measure measure = fake_measure(NULL);
    struct arena *arena = arena_create();
    struct visitor v;
    int narrowed = 0;

    (void)state;
    visitor_come(&v, squarish, "home");
    struct style style = style_of(v.exhibit, squarish, false);
    struct scene scene = {.exhibit = v.exhibit, .style = &style, .measure = &measure, .arena = arena};

    for (scene.item = 0; scene.item < v.exhibit->panel_count; scene.item++) {
        const struct panel *panel = &v.exhibit->panels[scene.item];
        int widest = 0, narrowest = squarish.w;

        for (scene.language = 0; scene.language < v.exhibit->language_count; scene.language++) {
            struct rect rects[PART_COUNT];

            panel_places(&scene, rects);
            widest = int_max(widest, rects[PART_PICTURE].w);
            narrowest = int_min(narrowest, rects[PART_PICTURE].w);
            if (!panel_blocks(&scene, panel) && panel_fit(&scene).body_percent < 100)
                fail_msg("panel/%s: its letters are smaller beside a picture %d px wide", panel->id, rects[PART_PICTURE].w);
        }
        narrowed += narrowest < widest;
    }
    assert_true(narrowed > 0); /* for the longer of its texts alone */
    visitor_leave(&v);
    arena_destroy(arena);
}

/* The number of places on the screen that ask for this scene. */
static int ways_to(struct visitor *v, const struct scene_ops *ops)
{
    const struct targets *targets = visitor_targets(v);
    int count = 0;

    for (int i = 0; i < targets->count; i++)
        count += targets->list[i].action.kind == ACTION_OPEN && targets->list[i].action.scene == ops;
    return count;
}

/* Opened by a touch, a chart is chosen from by another, and the panel below shows the same panel's. */
static void what_has_no_room_lies_behind_keys(void **state)
{
    static const struct size screens[] = {{1920, 1080}, {1080, 1920}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(screens) * 2; i++) {
        struct visitor v;

        visitor_come(&v, screens[i / 2], "panel/wages");
        if (i & 1)
            visitor_speak(&v, ARABIC);
        assert_int_equal(ways_to(&v, &scene_sources) + ways_to(&v, &scene_data), 0);
        assert_true(visitor_page(&v)->spots.count > 0);
        visitor_key(&v, KEY_TEXT_SIZE);
        assert_int_equal(ways_to(&v, &scene_sources), 1);
        assert_int_equal(ways_to(&v, &scene_data), 1);
        assert_int_equal(visitor_page(&v)->spots.count, 0);
        int panel = show_scene(v.stage, v.now_ms, false).item;

        visitor_open(&v, &scene_data, panel);
        const struct page *card = visitor_overlay(&v);

        assert_non_null(card);
        assert_true(spots_last(card) >= 2);
        struct rect bar = {0};

        for (int s = 0; s < card->spots.count; s++)
            if (card->spots.list[s].action.argument == 2)
                bar = card->spots.list[s].rect;
        float x = (float)bar.x + (float)bar.w / 2;

        visitor_tap(&v, i & 1 ? (float)v.screen.w - x : x, (float)bar.y + (float)bar.h / 2);
        visitor_wait(&v, 1000);
        assert_int_equal(show_scene(v.stage, v.now_ms, false).chosen, 2);
        visitor_key(&v, KEY_ESCAPE);
        visitor_wait(&v, 1000);
        assert_null(visitor_overlay(&v));
        visitor_open(&v, &scene_sources, panel);
        assert_non_null(visitor_overlay(&v));
        visitor_leave(&v);
    }
}

static struct rect way_to(struct visitor *v, const struct scene_ops *ops)
{
    const struct targets *targets = visitor_targets(v);

    for (int i = 0; i < targets->count; i++)
        if (targets->list[i].action.kind == ACTION_OPEN && targets->list[i].action.scene == ops)
            return targets->list[i].rect;
    fail_msg("nothing leads there");
    return (struct rect){0, 0, 0, 0};
}

/* On a wide screen its picture stands in the chart's place, as high as the page; and the way to the sources stands beside that to more. */
static void words_have_the_room(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREENS[0], "panel/wages");
    struct rect usual = way_to(&v, &scene_picture);

    visitor_key(&v, KEY_TEXT_SIZE);
    struct rect large = way_to(&v, &scene_picture), page = v.stage->style.page;

    assert_true(usual.h * 2 < page.h && usual.x == 0);
    assert_true(large.y == 0 && large.h == page.h && large.x + large.w == page.w);
    assert_true(large.x > page.w * 6 / 10);
    visitor_start(&v, "panel/charter");
    usual = way_to(&v, &scene_picture);
    visitor_key(&v, KEY_TEXT_SIZE);
    large = way_to(&v, &scene_picture);
    assert_true(large.w * 10 < usual.w * 8);
    assert_int_equal(way_to(&v, &scene_sources).y, way_to(&v, &scene_difference).y);
    visitor_leave(&v);
}

/* Where the ways on have no room in one row beside a narrow picture, they stand in two: the picture takes the text no lines for it. */
static void long_words_of_keys_take_the_text_no_room(void **state)
{
    static const struct visitor_edit edits[] = {
        {"config/panels/charter.yaml", "layout: picture-right", "layout: picture-large"},
        {"config/words.yaml", "difference: Two tellings", "difference: The article and the records of the company differ"},
    };
    struct visitor v;

    (void)state;
    visitor_come_as(&v,
                    &(struct visitor_plan){.screen = SCREENS[0], .start = "panel/charter", .edits = edits, .edit_count = COUNTOF(edits)});
    struct rect usual = way_to(&v, &scene_picture);

    visitor_key(&v, KEY_TEXT_SIZE);
    assert_true(way_to(&v, &scene_picture).w * 10 < usual.w * 8);
    assert_true(way_to(&v, &scene_sources).y > way_to(&v, &scene_difference).y);
    visitor_leave(&v);
}

static void nothing_is_too_small(const struct page *page, const struct style *style, const char *scene)
{
    for (int i = 0; i < page->list.count; i++)
        if (page->list.commands[i].kind == DRAW_TEXT && page->list.commands[i].text.type.size_px < style->sizes.least_px)
            fail_msg("%s: %.20s is %d px, and %d are needed", scene, page->list.commands[i].text.text,
                     page->list.commands[i].text.type.size_px, style->sizes.least_px);
}

/* Of all scenes that have words of their own in both sizes, but for the timeline's and the data's, whose letters may shrink where curators
 * wrote too much: the audit tells. */
static void all_can_be_read(void **state)
{
    struct measure measure = fake_measure(NULL);
    struct page *page = mem_alloc(sizeof(*page));
    struct arena *arena = arena_create();
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREENS[0], "home");
    for (int upright = 0; upright < 2; upright++) {
        struct style style = style_of(v.exhibit, upright ? (struct size){1080, 1920} : SCREENS[0], true);

        for (int s = 0; scenes[s]; s++)
            for (int item = 0; item < scene_items(scenes[s], v.exhibit); item++) {
                struct scene scene = {
                    .exhibit = v.exhibit, .style = &style, .measure = &measure, .arena = arena, .page = page, .item = item, .step = -1};

                scene.window = scenes[s] == &scene_picture ? PICTURE_WHOLE : (struct scene_window){0};
                if (scenes[s] == &scene_attract || scenes[s] == &scene_timeline || scenes[s] == &scene_data ||
                    !scene_exists(v.exhibit, (struct scene_ref){scenes[s], item}))
                    continue;
                *page = (struct page){0};
                scenes[s]->fill(&scene);
                nothing_is_too_small(page, &style, scenes[s]->name);
            }
    }
    visitor_leave(&v);
    arena_destroy(arena);
    free(page);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(bodies_are_as_large_as_asked_for),         cmocka_unit_test(pictures_give_way_before_letters),
        cmocka_unit_test(what_has_no_room_lies_behind_keys),        cmocka_unit_test(words_have_the_room),
        cmocka_unit_test(long_words_of_keys_take_the_text_no_room), cmocka_unit_test(all_can_be_read),
    };

    return cmocka_run_group_tests_name("large", tests, NULL, NULL);
}
