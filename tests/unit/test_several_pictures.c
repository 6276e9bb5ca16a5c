/* Several pictures of a panel: the page shows the first and says how many there are, the picture view leads through all. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_shows_the_first),
        cmocka_unit_test(the_view_leads_through_all),
        cmocka_unit_test(it_opens_on_the_first_again),
    };

    return cmocka_run_group_tests_name("several pictures", tests, NULL, NULL);
}
