/* Who speaks: on the slab above a panel, in the pans of the scales, and nowhere else in the colour that is a voice's alone. */
#include "support/visitor.h"
#include "support/find.h"

#include "page/voice.h"
#include "stage/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size LANDSCAPE = {1920, 1080}, PORTRAIT = {1080, 1920};
static const double LEGIBLE = 4.5; /* WCAG 2.1, 1.4.3 */

static bool is_of(struct colour one, struct colour other)
{
    return one.r == other.r && one.g == other.g && one.b == other.b;
}

static bool holds(struct rect outer, struct rect inner)
{
    return inner.x >= outer.x && inner.x + inner.w <= outer.x + outer.w && inner.y >= outer.y && inner.y + inner.h <= outer.y + outer.h;
}

/* The voice's slab: an opaque band of its colour, with letters on it that can be read; of no size where there is none. */
static struct rect find_slab(const struct draw_list *list, struct colour colour)
{
    for (int i = 0; i < list->count; i++) {
        const struct draw_command *band = &list->commands[i];

        if (band->kind != DRAW_FILL || !is_of(band->colour, colour) || band->colour.a < 255)
            continue;
        for (int t = i + 1; t < list->count; t++) {
            const struct draw_command *text = &list->commands[t];

            if (text->kind == DRAW_TEXT && holds(band->rect, text->rect) && colour_contrast(text->colour, colour) >= LEGIBLE)
                return band->rect;
        }
    }
    return (struct rect){0, 0, 0, 0};
}

static const struct voice *voice_of(const struct visitor *v, int index)
{
    return &v->exhibit->voices[index];
}

/* Every panel, in every language, text size and contrast. */
static void who_speaks_stands_on_a_slab(void **state)
{
    (void)state;
    for (int portrait = 0; portrait < 2; portrait++) {
        struct visitor v;

        visitor_come(&v, portrait ? PORTRAIT : LANDSCAPE, "panel/welcome");
        for (int setting = 0; setting < 4; setting++) {
            for (int i = 0; i < v.exhibit->panel_count; i++) {
                char name[64];

                if (v.exhibit->panels[i].notices)
                    continue;
                snprintf(name, sizeof(name), "panel/%s", v.exhibit->panels[i].id);
                visitor_log(&v); /* it holds no more than a few lines */
                visitor_start(&v, name);
                if (setting & 1)
                    visitor_key(&v, KEY_TEXT_SIZE);
                if (setting & 2)
                    visitor_key(&v, KEY_CONTRAST);
                visitor_speak(&v, i % v.exhibit->language_count);

                const struct theme_colours *colours = setting & 2 ? &v.exhibit->theme.contrast : &v.exhibit->theme.normal;
                struct rect slab = find_slab(&visitor_page(&v)->list, voice_colour(colours, voice_of(&v, v.exhibit->panels[i].voice)));

                if (slab.w < v.screen.w / 3 || slab.h < v.screen.w / 60)
                    fail_msg("%s: the slab is %d x %d", name, slab.w, slab.h);
            }
        }
        visitor_leave(&v);
    }
}

static bool has_colour(const struct draw_list *list, struct colour colour)
{
    for (int i = 0; i < list->count; i++)
        if (list->commands[i].kind != DRAW_PICTURE && is_of(list->commands[i].colour, colour))
            return true;
    return false;
}

/* Nothing on the screen has the strong colour but a voice that has it; the focus and what is pressed are looked at, too. */
static void the_strong_colour_is_a_voice_s_alone(void **state)
{
    static const char *const calm[] = {"attract",     "home",           "timeline",      "panel/welcome", "panel/wages",
                                       "panel/fares", "panel/sleepers", "panel/network", "panel/fire",    "colophon"};
    struct visitor v;

    (void)state;
    visitor_come(&v, LANDSCAPE, "panel/strike");
    const struct colour strong = v.exhibit->theme.normal.strong;

    assert_true(has_colour(&visitor_page(&v)->list, strong));
    for (size_t i = 0; i < COUNTOF(calm); i++) {
        visitor_start(&v, calm[i]);
        for (int step = 0; step < 3; step++) {
            const struct frame *frame = visitor_frame(&v);

            for (int l = 0; l < frame->layer_count; l++)
                if (has_colour(&frame->layers[l].list, strong))
                    fail_msg("%s: something has the strong colour", calm[i]);
            for (int l = 0; l < frame->over_count; l++)
                if (has_colour(&frame->over[l], strong))
                    fail_msg("%s: something above the page has the strong colour", calm[i]);
            if (step == 0 && i > 0)
                visitor_key(&v, KEY_TAB);
            else if (i > 0)
                visitor_wait(&v, 95 * 1000); /* the countdown */
        }
    }
    visitor_leave(&v);
}

/* Where it says so, on its card a slab and on the axis the colour; other events are as they were. */
static void an_event_may_say_who_says_so(void **state)
{
    static const struct visitor_edit says[] = {
        {"config/timeline.yaml", "    panels: [welcome, charter]", "    voice: pamphlet\n    panels: [welcome, charter]"}};
    struct visitor v;

    (void)state;
    for (int speaks = 0; speaks < 2; speaks++) {
        visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = "card/charter", .edits = says, .edit_count = speaks});
        const struct colour strong = v.exhibit->theme.normal.strong;

        assert_int_equal(v.exhibit->events[find_event(v.exhibit, "charter")].voice >= 0, speaks);
        assert_int_equal(find_slab(&visitor_overlay(&v)->list, strong).w > 0, speaks);
        visitor_start(&v, "card/opening");
        assert_int_equal(find_slab(&visitor_overlay(&v)->list, strong).w, 0);
        visitor_start(&v, "timeline");
        assert_int_equal(has_colour(&visitor_page(&v)->list, strong), speaks);
        visitor_leave(&v);
    }
}

/* Where an exhibit names no voices, nobody speaks, and everything else stands. */
static void an_exhibit_may_have_no_voices(void **state)
{
    static const struct visitor_edit edits[] = {{"config/exhibit.yaml", "\nvoices:", "\nno_voices:"}};
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = "panel/strike", .edits = edits, .edit_count = 1});
    assert_int_equal(v.exhibit->voice_count, 0);
    assert_false(has_colour(&visitor_page(&v)->list, v.exhibit->theme.normal.strong));
    visitor_start(&v, "panel/charter");
    visitor_open(&v, &scene_difference, find_panel(v.exhibit, "charter"));
    assert_non_null(visitor_overlay(&v));
    assert_false(has_colour(&visitor_overlay(&v)->list, v.exhibit->theme.normal.strong));
    visitor_leave(&v);
}

/* The slab opens who it is that speaks, where that is written; else it answers to nobody. */
static void a_slab_opens_who_that_is(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, LANDSCAPE, "panel/strike");
    const struct panel *panel = &v.exhibit->panels[find_panel(v.exhibit, "strike")];

    visitor_open(&v, &scene_voice, panel->voice);
    visitor_expect(&v, "card/pamphlet");
    assert_true(find_slab(&visitor_overlay(&v)->list, v.exhibit->theme.normal.strong).w > 0);
    visitor_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "panel/strike");
    visitor_start(&v, "panel/welcome");
    const struct targets *targets = visitor_targets(&v);

    assert_null(voice_of(&v, v.exhibit->panels[find_panel(v.exhibit, "welcome")].voice)->help.in);
    for (int i = 0; i < targets->count; i++)
        assert_ptr_not_equal(targets->list[i].action.scene, &scene_voice);
    visitor_leave(&v);
}

/* The pans of panel/charter: the slabs of its two voices. */
struct pans {
    struct rect first, second, card;
    int markers;
};

static struct pans open_scales(struct visitor *v)
{
    int panel = find_panel(v->exhibit, "charter");
    const struct statement *sides = v->exhibit->panels[panel].difference;
    const struct theme_colours *colours = &v->exhibit->theme.normal;
    struct colour first = voice_colour(colours, voice_of(v, sides[0].voice)), second = voice_colour(colours, voice_of(v, sides[1].voice));
    const struct page *page;
    struct pans pans;

    visitor_open(v, &scene_difference, panel);
    visitor_expect(v, "card/charter");
    page = visitor_overlay(v);
    pans = (struct pans){find_slab(&page->list, first), find_slab(&page->list, second), page->targets[1].rect, 0};
    for (int i = 0; i < page->list.count; i++) {
        const struct draw_command *c = &page->list.commands[i];

        pans.markers += c->kind == DRAW_FILL && c->colour.a < 255 && (is_of(c->colour, first) || is_of(c->colour, second));
    }
    return pans;
}

/* As one reads the first stands before the second, level with it; the disputed words of both are marked; and so much of the page is left
 * that its picture is seen. */
static void scales_hang_level_below_the_picture(void **state)
{
    struct visitor v;

    (void)state;
    for (int language = 0; language < 4; language++) {
        visitor_come(&v, LANDSCAPE, "panel/charter");
        visitor_speak(&v, language);
        struct pans pans = open_scales(&v);

        assert_true(pans.first.w > 600 && pans.first.w == pans.second.w);
        assert_int_equal(pans.first.y, pans.second.y);
        assert_true(pans.first.x + pans.first.w < pans.second.x);
        assert_true(pans.markers >= 2);
        assert_true(pans.card.y > 300 && pans.card.y + pans.card.h <= 1080);
        visitor_leave(&v);
    }
}

static void on_a_narrow_screen_one_stands_below_the_other(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, PORTRAIT, "panel/charter");
    visitor_key(&v, KEY_TEXT_SIZE);
    struct pans pans = open_scales(&v);

    assert_int_equal(pans.first.x, pans.second.x);
    assert_true(pans.first.y + pans.first.h < pans.second.y);
    assert_true(pans.card.y > 1920 / 4);
    visitor_leave(&v);
}

/* What is longer than the screen scrolls below its slabs, by finger and by key, and never above the heading. */
static void long_sides_scroll(void **state)
{
#define SAID "It was said again and again, and nobody wrote it down. "
#define SAID_OFTEN SAID SAID SAID SAID SAID SAID SAID SAID SAID SAID
    static const struct visitor_edit edits[] = {
        {"config/panels/charter.yaml", "The state received a fifth", SAID_OFTEN SAID_OFTEN SAID_OFTEN SAID_OFTEN}};
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = "panel/charter", .edits = edits, .edit_count = 1});
    struct pans pans = open_scales(&v);
    const struct scroll_area *scroll = &visitor_overlay(&v)->scroll;

    assert_true(scroll->max_px > 0);
    assert_true(scroll->clip.y >= pans.second.y + pans.second.h && scroll->clip.y + scroll->clip.h <= pans.card.y + pans.card.h);
    visitor_key(&v, KEY_DOWN);
    assert_true(visitor_overlay(&v)->scroll.at_px > 0);
    assert_int_equal(find_slab(&visitor_overlay(&v)->list, v.exhibit->theme.normal.deep).y, pans.second.y);
    visitor_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "panel/charter");
    visitor_leave(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_speaks_stands_on_a_slab),
        cmocka_unit_test(the_strong_colour_is_a_voice_s_alone),
        cmocka_unit_test(an_event_may_say_who_says_so),
        cmocka_unit_test(an_exhibit_may_have_no_voices),
        cmocka_unit_test(a_slab_opens_who_that_is),
        cmocka_unit_test(scales_hang_level_below_the_picture),
        cmocka_unit_test(on_a_narrow_screen_one_stands_below_the_other),
        cmocka_unit_test(long_sides_scroll),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
