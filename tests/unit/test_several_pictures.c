/* Several pictures of a panel: the page shows the first and says how many there are, the picture view leads through all. */
#include "cards/card.h"
#include "staging/show.h"
#include "stage/act.h"
#include "support/find.h"
#include "staging/state.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ITEM(name) "  - {file: assets/illustrations/" name ".svg, alternative: {en: \"Of " name ".\", es: a, ar: a, th: a}}\n"

static const struct visitor_edit three = {"config/panels/strike.yaml", "picture:\n",
                                          "pictures:\n" ITEM("fire") ITEM("camp") ITEM("wages") "picture:\n"};

static void come(struct visitor *v, const char *start)
{
    visitor_come_as(v, &(struct visitor_plan){.screen = {1920, 1080}, .start = start, .edits = &three, .edit_count = 1});
}

static bool shows(const struct page *page, const char *name)
{
    for (int i = 0; page && i < page->list.count; i++)
        if (page->list.commands[i].kind == DRAW_PICTURE && strstr(page->list.commands[i].picture.path, name))
            return true;
    return false;
}

static bool says(const struct page *page, const char *words)
{
    for (int i = 0; i < page->list.count; i++)
        if (page->list.commands[i].kind == DRAW_TEXT && strncmp(page->list.commands[i].text.text, words, strlen(words)) == 0)
            return true;
    return false;
}

static void the_page_shows_the_first(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    assert_true(shows(visitor_page(&v), "fire.svg"));
    assert_true(says(visitor_page(&v), "1/3"));
    visitor_start(&v, "panel/after");
    assert_false(says(visitor_page(&v), "1/"));
    visitor_leave(&v);
}

/* Each step, by which it comes to a picture. */
static void expect(struct visitor *v, const char *name)
{
    visitor_wait(v, 1000);
    visitor_expect(v, "picture/strike");
    if (!shows(visitor_page(v), name)) /* it fills the screen: there is no page below it */
        fail_msg("%s is not shown", name);
}

static void the_view_leads_through_all(void **state)
{
    const struct point left = {500, 500}, right = {1300, 520};
    struct visitor v;

    (void)state;
    come(&v, "picture/strike");
    expect(&v, "fire.svg");
    visitor_key(&v, KEY_RIGHT);
    expect(&v, "camp.svg");
    visitor_touch(&v, ACTION_PICTURE, 1);
    expect(&v, "wages.svg");
    visitor_key(&v, KEY_RIGHT); /* there is none beyond */
    expect(&v, "wages.svg");
    visitor_swipe(&v, left, right, 200);
    expect(&v, "camp.svg");
    visitor_swipe(&v, right, left, 200);
    expect(&v, "wages.svg");
    visitor_touch(&v, ACTION_PICTURE, -1);
    expect(&v, "camp.svg");
    visitor_touch(&v, ACTION_CLOSER, 1); /* an enlarged picture is moved, not left */
    visitor_key(&v, KEY_RIGHT);
    visitor_swipe(&v, left, right, 200);
    expect(&v, "camp.svg");
    visitor_key(&v, KEY_FIRST);
    expect(&v, "camp.svg");
    visitor_key(&v, KEY_LEFT);
    expect(&v, "fire.svg");
    visitor_key(&v, KEY_RIGHT);
    visitor_key(&v, KEY_ESCAPE);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/strike");
    visitor_leave(&v);
}

static void it_opens_on_the_first_again(void **state)
{
    struct visitor v;
    int strike = 0;

    (void)state;
    come(&v, "panel/strike");
    while (strcmp(v.exhibit->panels[strike].id, "strike") != 0)
        strike++;
    for (int i = 0; i < 2; i++) {
        visitor_open(&v, &scene_picture, strike);
        expect(&v, "fire.svg");
        visitor_key(&v, KEY_RIGHT);
        expect(&v, "camp.svg");
        visitor_key(&v, KEY_ESCAPE);
        visitor_wait(&v, 1000);
    }
    visitor_leave(&v);
}

/* Two hands may touch before the next picture is drawn: the second finds a detail of a picture that has gone. */
static void a_detail_of_a_picture_that_has_gone_is_none(void **state)
{
    static const struct visitor_edit detailed = {
        "config/panels/strike.yaml", "picture:\n",
        "pictures:\n"
        "  - file: assets/illustrations/fire.svg\n"
        "    alternative: {en: a, es: a, ar: a, th: a}\n"
        "    details:\n"
        "      - {at: [30%, 40%], text: {en: a, es: a, ar: a, th: a}}\n"
        "      - {at: [60%, 40%], text: {en: b, es: b, ar: b, th: b}}\n" ITEM("camp") "picture:\n"};
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = {1920, 1080}, .start = "picture/strike", .edits = &detailed, .edit_count = 1});
    visitor_wait(&v, 1000);
    struct point next = visitor_find(&v, ACTION_PICTURE, 1), ring = visitor_find(&v, ACTION_DETAIL, 1);
    const struct pointer_sample samples[] = {
        {1, POINTER_DOWN, next, v.now_ms},
        {1, POINTER_UP, next, v.now_ms + 50},
        {2, POINTER_DOWN, ring, v.now_ms + 50},
        {2, POINTER_UP, ring, v.now_ms + 90},
    };

    for (size_t i = 0; i < COUNTOF(samples); i++)
        stage_pointer(v.stage, &samples[i], VIA_TOUCH);
    v.now_ms += 90;
    assert_int_equal(v.stage->picture.detail, 0);
    expect(&v, "camp.svg");
    visitor_leave(&v);
}

/* The bar's keys answer while it does, so that one more card may come above it. */
static void a_card_opens_while_a_picture_grows_out_of_another(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, (struct size){1920, 1080}, "card/tokens-end");
    int event = find_event(v.exhibit, "tokens-end");
    struct action picture = {.kind = ACTION_OPEN, .scene = &scene_picture, .argument = picture_item_of_event(v.exhibit, event)};

    visitor_wait(&v, 1000);
    act(v.stage, picture, v.now_ms);
    visitor_wait(&v, 50);
    act(v.stage, (struct action){.kind = ACTION_OPEN, .scene = &scene_languages}, v.now_ms);
    const struct frame *frame = visitor_frame(&v);

    assert_true(tween_running(&v.stage->picture.on_page, v.now_ms));
    assert_int_equal(frame->over_count, 5); /* the card, the picture, the bar, the languages, and the marks */
    assert_true(frame->over_count <= FRAME_OVER_MAX);
    visitor_wait(&v, 1000);
    visitor_leave(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_card_opens_while_a_picture_grows_out_of_another),
        cmocka_unit_test(the_page_shows_the_first),
        cmocka_unit_test(the_view_leads_through_all),
        cmocka_unit_test(it_opens_on_the_first_again),
        cmocka_unit_test(a_detail_of_a_picture_that_has_gone_is_none),
    };

    return cmocka_run_group_tests_name("several pictures", tests, NULL, NULL);
}
