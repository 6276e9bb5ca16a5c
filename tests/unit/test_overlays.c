/* What opens above a page: cards, notices, the picture view, and every way back. */
#include "support/visitor.h"
#include "support/find.h"

#include "cards/card.h"
#include "stage/act.h"
#include "staging/show.h"
#include "staging/sight.h"
#include "stage/stage.h"
#include "text/reading.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};

static void come_as(struct visitor *v, struct size screen, const char *start)
{
    visitor_come(v, screen, start);
    visitor_log(v);
}

static void come(struct visitor *v, const char *start)
{
    come_as(v, SCREEN, start);
}

static void notices_stand_before_panels_once_a_visit(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/network");
    visitor_swipe(&v, (struct point){1500, 500}, (struct point){600, 520}, 200);
    visitor_wait(&v, 1000);
    assert_string_equal(visitor_log(&v), "scene notice/fire lang=en via=touch\n");
    visitor_touch(&v, ACTION_ACCEPT, 0);
    assert_string_equal(visitor_log(&v), "scene panel/fire lang=en via=touch\n");
    visitor_key(&v, KEY_RIGHT);
    visitor_expect(&v, "panel/camp"); /* the same notice was read */
    visitor_wait(&v, 200 * 1000);     /* gone: the next visitor is told again */
    visitor_expect(&v, "attract");
    visitor_key(&v, KEY_ENTER);
    visitor_key(&v, KEY_FIRST);
    for (int i = 0; i < 4; i++)
        visitor_key(&v, KEY_RIGHT);
    visitor_key(&v, KEY_ENTER);
    visitor_expect(&v, "notice/fire");
    visitor_leave(&v);
}

static void notices_can_be_skipped(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/fire");
    visitor_expect(&v, "notice/fire");
    visitor_touch(&v, ACTION_SKIP, 0);
    visitor_expect(&v, "panel/after"); /* past the whole run */
    visitor_key(&v, KEY_LEFT);
    visitor_expect(&v, "notice/camp");
    visitor_key(&v, KEY_LEFT); /* the arrows pass the run too */
    visitor_expect(&v, "panel/network");
    visitor_leave(&v);
}

static void notices_stand_before_event_cards(void **state)
{
    struct visitor v;
    int fire;

    (void)state;
    come(&v, "timeline");
    fire = find_event(v.exhibit, "fire");
    visitor_touch(&v, ACTION_EVENT, fire);
    visitor_expect(&v, "notice/fire");
    visitor_touch(&v, ACTION_ACCEPT, 0);
    visitor_expect(&v, "card/fire");
    visitor_touch(&v, ACTION_PANEL, find_panel(v.exhibit, "fire"));
    visitor_expect(&v, "panel/fire"); /* read on here, read on there */
    visitor_leave(&v);
}

/* The cross on the card, which lies above the ground that closes too. */
static struct point close_key(struct visitor *v)
{
    const struct page *over = visitor_overlay(v);
    struct rect rect = {0, 0, 0, 0};

    for (int i = CARD_GROUND_TARGETS; i < over->target_count; i++)
        if (over->targets[i].action.kind == ACTION_CLOSE)
            rect = over->targets[i].rect;
    return (struct point){(float)rect.x + (float)rect.w / 2, (float)rect.y + (float)rect.h / 2};
}

static void cards_close_in_every_way(void **state)
{
    struct visitor v;
    struct point close;

    (void)state;
    come(&v, "timeline");
    for (int way = 0; way < 4; way++) {
        visitor_touch(&v, ACTION_EVENT, find_event(v.exhibit, "stoppage"));
        visitor_expect(&v, "card/stoppage");
        close = close_key(&v);
        if (way == 0)
            visitor_key(&v, KEY_ESCAPE);
        else if (way == 1) /* outside */
            visitor_tap(&v, 40, 200);
        else if (way == 2)
            visitor_swipe(&v, (struct point){960, 400}, (struct point){960, 800}, 150);
        else
            visitor_tap(&v, close.x, close.y);
        visitor_wait(&v, 1000);
        visitor_expect(&v, "timeline");
    }
    visitor_leave(&v);
}

static void a_tap_inside_a_card_leaves_it_open(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "card/stoppage");
    visitor_tap(&v, 960, 520);
    visitor_wait(&v, 500);
    visitor_expect(&v, "card/stoppage");
    visitor_swipe(&v, (struct point){1200, 500}, (struct point){500, 500}, 200); /* pages do not turn below it */
    visitor_wait(&v, 1000);
    visitor_expect(&v, "card/stoppage");
    visitor_leave(&v);
}

/* Both sides of a difference have their time, though a visitor reads slowly. */
static void a_difference_has_its_time(void **state)
{
    static const struct visitor_edit slow[] = {{"config/exhibit.yaml", "words_per_minute: 150", "words_per_minute: 60"}};
    struct visitor v;
    int panel, words = 0;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = SCREEN, .start = "panel/charter", .edits = slow, .edit_count = COUNTOF(slow)});
    panel = find_panel(v.exhibit, "charter");
    words += reading_words(prose_in(&v.exhibit->panels[panel].difference[0].text, 0));
    words += reading_words(prose_in(&v.exhibit->panels[panel].difference[1].text, 0));
    visitor_open(&v, &scene_difference, panel);
    visitor_wait(&v, 2 * scene_reading_ms(v.exhibit, words) - 2000);
    assert_int_equal(show_countdown(v.stage, v.now_ms), 0);
    visitor_wait(&v, 2000);
    assert_true(show_countdown(v.stage, v.now_ms) > 0);
    visitor_leave(&v);
}

/* One finger scrolls, another opens a card above: the text stays where it was left, and its links are where they are seen. */
static void a_card_ends_the_scrolling_below(void **state)
{
    struct visitor v;
    struct tween *scroll;

    (void)state;
    come_as(&v, (struct size){1024, 768}, "panel/welcome");
    visitor_key(&v, KEY_TEXT_SIZE);
    visitor_wait(&v, 1000);
    while (visitor_page(&v)->scroll.max_px < 200)
        visitor_key(&v, KEY_RIGHT);
    struct rect text = visitor_page(&v)->scroll.rect;
    float x = (float)text.x + (float)text.w / 2, y = (float)text.y + (float)text.h / 2;

    visitor_down(&v, 1, x, y);
    for (int i = 0; i < 10; i++) {
        visitor_wait(&v, 16);
        visitor_move(&v, 1, x, y -= 15);
    }
    scroll = sight_scroll(v.stage);
    assert_true(scroll->held && scroll->from > 50);
    act(v.stage, (struct action){.kind = ACTION_OPEN, .scene = &scene_colophon}, v.now_ms);
    visitor_up(&v, 1, x, y);
    visitor_wait(&v, 1000);
    visitor_key(&v, KEY_ESCAPE);
    assert_true(!scroll->held && scroll->to > 50 && scroll->to == tween_at(scroll, v.now_ms));
    visitor_leave(&v);
}

/* From a card to the panel it was opened on is no way: Esc leads to where one was before. */
static void a_card_does_not_lead_where_one_is(void **state)
{
    struct visitor v;
    int panel;

    (void)state;
    come(&v, "timeline");
    panel = find_panel(v.exhibit, "strike");
    visitor_touch(&v, ACTION_EVENT, find_event(v.exhibit, "stoppage"));
    visitor_touch(&v, ACTION_PANEL, panel);
    visitor_expect(&v, "panel/strike");
    visitor_touch(&v, ACTION_EVENT, find_event(v.exhibit, "stoppage"));
    visitor_expect(&v, "card/stoppage");
    const struct page *card = visitor_overlay(&v);

    for (int i = 0; i < card->target_count; i++)
        assert_false(card->targets[i].action.kind == ACTION_PANEL && card->targets[i].action.argument == panel);
    visitor_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "panel/strike");
    visitor_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "timeline");
    visitor_leave(&v);
}

/* By a link away and by the arrows back: Esc does not stand still. */
static void back_is_never_here(void **state)
{
    struct visitor v;
    int panel;

    (void)state;
    come(&v, "panel/strike");
    panel = find_panel(v.exhibit, "strike");
    act(v.stage, (struct action){.kind = ACTION_PANEL, .argument = panel + 1}, v.now_ms);
    visitor_key(&v, KEY_LEFT);
    visitor_expect(&v, "panel/strike");
    visitor_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "home");
    visitor_leave(&v);
}

/* Its key leads nowhere then, and leaves nothing behind. */
static void an_exhibit_without_a_timeline(void **state)
{
    static const struct visitor_edit no_events[] = {{"config/timeline.yaml", "events:", "nothing:"}};
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = SCREEN, .start = "home", .edits = no_events, .edit_count = COUNTOF(no_events)});
    assert_int_equal(v.exhibit->event_count, 0);
    visitor_touch(&v, ACTION_PANEL, 0);
    visitor_key(&v, KEY_TIMELINE);
    visitor_expect(&v, "panel/welcome");
    visitor_key(&v, KEY_MINUS);
    visitor_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "home");
    visitor_leave(&v);
}

/* A link's line stands below its words, at the end of a paragraph too. */
static void links_are_underlined_close_by(void **state)
{
    struct visitor v;
    int links = 0;

    (void)state;
    come(&v, "panel/welcome");
    visitor_open(&v, &scene_more, find_panel(v.exhibit, "welcome"));

    const struct draw_list *list = &visitor_overlay(&v)->list;

    for (int i = 1; i < list->count; i++) {
        const struct draw_command *line = &list->commands[i], *words = &list->commands[i - 1];

        if (line->kind != DRAW_FILL || words->kind != DRAW_TEXT || line->rect.w != words->rect.w || line->rect.x != words->rect.x)
            continue;
        assert_in_range(line->rect.y - words->text.baseline_px, 1, words->text.type.size_px * 3 / 5);
        links++;
    }
    assert_true(links >= 4);
    visitor_leave(&v);
}

/* No text of a card lies below the key that scrolls it, and all of a label is seen. */
static void nothing_stands_in_a_cards_way(void **state)
{
    static const char *const starts[] = {"colophon", "card/stoppage", "card/opening"};

    (void)state;
    for (size_t s = 0; s < COUNTOF(starts); s++)
        for (int way = 0; way < 12; way++) {
            struct visitor v;
            struct size screen = way % 2 ? (struct size){SCREEN.h, SCREEN.w} : SCREEN;

            come_as(&v, screen, starts[s]);
            visitor_speak(&v, SPANISH + way / 4);
            if (way / 2 % 2)
                visitor_key(&v, KEY_TEXT_SIZE);
            visitor_wait(&v, 1000);

            const struct page *over = visitor_overlay(&v);
            struct rect close = over->targets[over->target_count - 1].rect, inner = over->scroll.rect;

            for (int i = 0; i < over->list.count; i++) {
                const struct draw_command *c = &over->list.commands[i];

                if (c->kind == DRAW_TEXT && !rect_is_empty(rect_common(c->rect, inner)))
                    assert_true(c->rect.x + c->rect.w <= inner.x + inner.w);
            }
            assert_true(inner.x + inner.w <= close.x);
            if (over->scroll.max_px > 0)
                assert_true(rect_is_empty(rect_common(inner, visitor_target(&v, ACTION_SCROLL, 1))));
            visitor_leave(&v);
        }
}

static float zoom(struct visitor *v)
{
    return (float)picture_window_at(&v->stage->picture, v->now_ms).size;
}

static void a_tap_on_the_picture_opens_it(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/charter");
    visitor_open(&v, &scene_picture, find_panel(v.exhibit, "charter"));
    visitor_expect(&v, "picture/charter");
    assert_int_equal(visitor_frame(&v)->area.h, v.stage->style.page.h); /* the bar stays */
    visitor_open(&v, &scene_description, find_panel(v.exhibit, "charter"));
    visitor_expect(&v, "card/charter");
    visitor_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "picture/charter");
    visitor_touch(&v, ACTION_CLOSE, 0);
    visitor_expect(&v, "panel/charter");
    visitor_leave(&v);
}

/* By a finger and by the keyboard; back on the card it came from. */
static void an_events_picture_opens(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "card/tokens-end");
    int item = picture_item_of_event(v.exhibit, find_event(v.exhibit, "tokens-end"));

    visitor_open(&v, &scene_picture, item);
    visitor_expect(&v, "picture/tokens-end");
    visitor_key(&v, KEY_RIGHT);
    visitor_open(&v, &scene_description, item);
    visitor_expect(&v, "card/tokens-end");
    visitor_key(&v, KEY_ESCAPE);
    visitor_touch(&v, ACTION_CLOSE, 0);
    visitor_expect(&v, "card/tokens-end");
    do
        visitor_key(&v, KEY_TAB);
    while (v.stage->focused.action.scene != &scene_picture);
    visitor_key(&v, KEY_ENTER);
    visitor_expect(&v, "picture/tokens-end");
    visitor_leave(&v);
    come(&v, "picture/tokens-end");
    visitor_expect(&v, "picture/tokens-end");
    visitor_leave(&v);
}

static void a_picture_grows_about_the_fingers(void **state)
{
    struct visitor v;
    struct scene scene;
    struct rect before, after;
    struct point at = {1000, 400};

    (void)state;
    come(&v, "picture/charter");
    scene = show_context(v.stage);
    scene.item = overlays_whole(&v.stage->overlays)->scene.item;
    visitor_key(&v, KEY_FIRST);
    visitor_wait(&v, 1000);
    visitor_pinch(&v, at, 150, 450);
    before = picture_rect(&scene, picture_view(&scene), picture_window_at(&v.stage->picture, v.now_ms));
    assert_true(zoom(&v) > 2.5F && zoom(&v) < 3.5F);
    visitor_pinch(&v, at, 200, 400);
    after = picture_rect(&scene, picture_view(&scene), picture_window_at(&v.stage->picture, v.now_ms));
    assert_true(fabsf((at.x - (float)before.x) / (float)before.w - (at.x - (float)after.x) / (float)after.w) < 0.01F);
    assert_true(fabsf((at.y - (float)before.y) / (float)before.h - (at.y - (float)after.y) / (float)after.h) < 0.01F);
    visitor_pinch(&v, at, 800, 200);
    visitor_pinch(&v, at, 400, 250);
    assert_true(zoom(&v) == 1);
    visitor_expect(&v, "picture/charter");
    visitor_leave(&v);
}

/* Fingers and keys on a card mean the card: what lies under it stays as it is. */
static void a_card_shields_what_is_under_it(void **state)
{
    struct visitor v;
    double days;
    float was;

    (void)state;
    come(&v, "picture/charter");
    visitor_open(&v, &scene_description, find_panel(v.exhibit, "charter"));
    was = v.stage->picture.zoom.to;
    for (int i = 0; i < 2; i++) {
        visitor_tap(&v, 960, 540);
        visitor_wait(&v, 100);
    }
    assert_true(v.stage->picture.zoom.to == was);
    visitor_pinch(&v, (struct point){960, 540}, 200, 600);
    assert_true(v.stage->picture.zoom.to == was);
    assert_true(stage_settings(v.stage)->level[SETTING_TEXT] > 0);
    visitor_key(&v, KEY_MINUS);
    assert_false(stage_settings(v.stage)->level[SETTING_TEXT] > 0);
    visitor_key(&v, KEY_PLUS);
    assert_true(v.stage->picture.zoom.to == was);
    visitor_expect(&v, "card/charter");
    visitor_leave(&v);

    come(&v, "timeline");
    days = v.stage->time.motion.to.days;
    visitor_touch(&v, ACTION_EVENT, find_event(v.exhibit, "stoppage"));
    visitor_pinch(&v, (struct point){960, 540}, 200, 600);
    assert_true(stage_settings(v.stage)->level[SETTING_TEXT] > 0);
    visitor_key(&v, KEY_MINUS);
    assert_true(v.stage->time.motion.to.days == days);
    visitor_leave(&v);
}

static void a_double_tap_zooms_and_returns(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "picture/charter");
    float cover = zoom(&v);

    assert_true(cover > 1.2F); /* it fills the page */
    for (int i = 0; i < 2; i++) {
        visitor_tap(&v, 960, 540);
        visitor_wait(&v, 100);
        visitor_tap(&v, 962, 538);
        visitor_wait(&v, 1000);
        assert_true(i == 0 ? zoom(&v) == float_clamp(2.5F * cover, 1, 8) : zoom(&v) == cover);
    }
    visitor_tap(&v, 960, 540);
    visitor_wait(&v, 900); /* too late for a double tap */
    visitor_tap(&v, 960, 540);
    visitor_wait(&v, 900);
    assert_true(zoom(&v) == cover);
    visitor_leave(&v);
}

/* By its cross, Esc, a throw down, fingers that meet when all of it is seen, and a tap beside it; not by a tap on it or a throw up. */
static void a_picture_closes_in_every_way(void **state)
{
    static const struct size screens[] = {{1920, 1080}, {1080, 1920}};
    enum { CROSS, ESCAPE, DOWN, PINCH, BESIDE, ON_IT, UP, WAYS };

    (void)state;
    for (int row = 0; row < 2 * WAYS; row++) {
        struct visitor v;
        int way = row / 2;

        come_as(&v, screens[row % 2], "panel/charter");
        visitor_open(&v, &scene_picture, find_panel(v.exhibit, "charter"));

        struct rect page = v.stage->style.page;
        struct point middle = {(float)page.w / 2, (float)page.h / 2}, low = {middle.x, (float)page.h * 0.8F};

        if (way == CROSS)
            visitor_touch(&v, ACTION_CLOSE, 0);
        if (way == ESCAPE)
            visitor_key(&v, KEY_ESCAPE);
        if (way == DOWN)
            visitor_swipe(&v, middle, low, 160);
        if (way == UP)
            visitor_swipe(&v, low, middle, 160);
        if (way == ON_IT)
            visitor_tap(&v, middle.x, middle.y);
        if (way == PINCH || way == BESIDE) {
            visitor_key(&v, KEY_FIRST); /* all of it */
            visitor_wait(&v, 1000);
            visitor_expect(&v, "picture/charter");
        }
        if (way == PINCH)
            visitor_pinch(&v, middle, 500, 300);
        if (way == BESIDE)
            visitor_tap(&v, page.h > page.w ? middle.x : 30, page.h > page.w ? 30 : middle.y);
        visitor_wait(&v, 1000);
        visitor_expect(&v, way == ON_IT || way == UP ? "picture/charter" : "panel/charter");
        visitor_leave(&v);
    }
}

/* The view moves to a ring that is touched and says its sentence, and touched once more goes back; a key does the same. */
static void a_ring_leads_to_its_detail(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "picture/charter");
    const struct picture *picture = &v.exhibit->panels[find_panel(v.exhibit, "charter")].picture;
    float cover = zoom(&v);

    assert_int_equal(picture->detail_count, 2);
    for (int by_key = 0; by_key < 2; by_key++) {
        int words = 0;

        if (by_key)
            sight_focus_on(v.stage, (struct action){.kind = ACTION_DETAIL, .argument = 0}, v.now_ms);
        if (by_key)
            visitor_key(&v, KEY_ENTER);
        else
            visitor_touch(&v, ACTION_DETAIL, 0);
        visitor_wait(&v, 1000);
        struct scene_window window = picture_window_at(&v.stage->picture, v.now_ms);

        assert_true(window.size > 1.5 * (double)cover && window.detail == 1);
        assert_float_equal(window.x, picture->details[0].at.landscape.focus[0], 0.05);
        assert_float_equal(window.y, picture->details[0].at.landscape.focus[1], 0.05);
        for (int i = 0; i < visitor_page(&v)->list.count; i++)
            words += visitor_page(&v)->list.commands[i].kind == DRAW_TEXT;
        assert_true(words > 0); /* this picture has no caption: they are the sentence */
        visitor_touch(&v, ACTION_DETAIL, 0);
        visitor_wait(&v, 1000);
        assert_true(zoom(&v) == cover && v.stage->picture.detail == 0);
    }
    visitor_leave(&v);
}

static void a_picture_stays_in_its_bounds(void **state)
{
    struct visitor v;
    struct scene scene;

    (void)state;
    come(&v, "picture/charter");
    scene = show_context(v.stage);
    scene.item = overlays_whole(&v.stage->overlays)->scene.item;
    for (int i = 0; i < 6; i++)
        visitor_key(&v, KEY_PLUS);
    visitor_wait(&v, 1000);
    assert_true(zoom(&v) == 8);
    for (int i = 0; i < 10; i++) {
        visitor_swipe(&v, (struct point){300, 300}, (struct point){1700, 900}, 192);
        visitor_wait(&v, 300);
    }

    struct rect rect = picture_rect(&scene, picture_view(&scene), picture_window_at(&v.stage->picture, v.now_ms));

    assert_true(abs(rect.x) <= 1 && abs(rect.y) <= 1); /* its corner, no further */
    visitor_key(&v, KEY_FIRST);
    visitor_wait(&v, 1000);
    assert_true(zoom(&v) == 1);
    visitor_leave(&v);
}

static void everything_returns_when_nobody_is_there(void **state)
{
    struct visitor v;
    struct axis_window all;

    (void)state;
    come(&v, "timeline");
    all = axis_motion_at(&v.stage->time.motion, v.now_ms);
    visitor_pinch(&v, (struct point){900, 600}, 200, 800);
    visitor_key(&v, KEY_RIGHT);
    visitor_key(&v, KEY_ENTER);
    visitor_wait(&v, 300 * 1000);
    visitor_expect(&v, "attract");
    visitor_key(&v, KEY_ENTER);
    visitor_key(&v, KEY_TIMELINE);
    visitor_expect(&v, "timeline");
    assert_true(axis_motion_at(&v.stage->time.motion, v.now_ms + 2000).days == all.days);
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(notices_stand_before_panels_once_a_visit),
        cmocka_unit_test(notices_can_be_skipped),
        cmocka_unit_test(notices_stand_before_event_cards),
        cmocka_unit_test(cards_close_in_every_way),
        cmocka_unit_test(a_tap_inside_a_card_leaves_it_open),
        cmocka_unit_test(a_difference_has_its_time),
        cmocka_unit_test(a_card_ends_the_scrolling_below),
        cmocka_unit_test(a_card_does_not_lead_where_one_is),
        cmocka_unit_test(back_is_never_here),
        cmocka_unit_test(an_exhibit_without_a_timeline),
        cmocka_unit_test(links_are_underlined_close_by),
        cmocka_unit_test(nothing_stands_in_a_cards_way),
        cmocka_unit_test(a_tap_on_the_picture_opens_it),
        cmocka_unit_test(an_events_picture_opens),
        cmocka_unit_test(a_picture_grows_about_the_fingers),
        cmocka_unit_test(a_card_shields_what_is_under_it),
        cmocka_unit_test(a_double_tap_zooms_and_returns),
        cmocka_unit_test(a_picture_closes_in_every_way),
        cmocka_unit_test(a_ring_leads_to_its_detail),
        cmocka_unit_test(a_picture_stays_in_its_bounds),
        cmocka_unit_test(everything_returns_when_nobody_is_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
