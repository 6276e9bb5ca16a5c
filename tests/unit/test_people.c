/* People: cards that links of texts open, and what these say and lead to. */
#include "support/visitor.h"
#include "support/find.h"

#include "stage/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size LANDSCAPE = {1920, 1080};

static void come(struct visitor *v, const char *start)
{
    visitor_come(v, LANDSCAPE, start);
    visitor_log(v);
}

static void touch_person(struct visitor *v, const char *id)
{
    visitor_touch(v, ACTION_PERSON, find_person(v->exhibit, id));
}

/* Where the card in front leads, as one reads: "panel/fire card/pamphlet ". */
static const char *ways(struct visitor *v)
{
    static char text[512];
    const struct page *card = visitor_overlay(v);
    size_t length = 0;

    text[0] = '\0';
    for (int i = 0; i < card->target_count; i++) {
        struct action action = card->targets[i].action;

        if (action.kind == ACTION_PANEL)
            length += (size_t)snprintf(text + length, sizeof(text) - length, "panel/%s ", v->exhibit->panels[action.argument].id);
        if (action.kind == ACTION_EVENT)
            length += (size_t)snprintf(text + length, sizeof(text) - length, "card/%s ", v->exhibit->events[action.argument].id);
        assert_true(length < sizeof(text));
    }
    return text;
}

/* Whether a run of text on the card in front begins so. */
static bool says(struct visitor *v, const char *words)
{
    const struct draw_list *list = &visitor_overlay(v)->list;

    for (int i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_TEXT && strncmp(list->commands[i].text.text, words, strlen(words)) == 0)
            return true;
    return false;
}

/* What one comes from is not offered: it lies below the card. */
static void a_card_leads_to_where_they_appear(void **state)
{
    static const struct {
        const char *start, *person, *ways;
    } rows[] = {
        {"home", "vera", "panel/strike card/stoppage "}, {"home", "soto", "panel/welcome panel/fire "},
        {"home", "hahn", "panel/strike card/pamphlet "}, {"panel/strike", "vera", "card/stoppage "},
        {"card/stoppage", "vera", "panel/strike "},      {"card/pamphlet", "hahn", "panel/strike "},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;
        char name[64];

        snprintf(name, sizeof(name), "person/%s", rows[i].person);
        come(&v, strcmp(rows[i].start, "home") == 0 ? name : rows[i].start);
        if (strcmp(rows[i].start, "home") != 0)
            touch_person(&v, rows[i].person);
        visitor_expect(&v, name);
        assert_string_equal(ways(&v), rows[i].ways);
        visitor_leave(&v);
    }
}

/* From a panel to the person, on to an event, to the person again, and all the way back. */
static void one_comes_back_from_card_to_card(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    touch_person(&v, "vera");
    visitor_touch(&v, ACTION_EVENT, find_event(v.exhibit, "stoppage"));
    touch_person(&v, "vera");
    assert_string_equal(visitor_log(&v), "scene person/vera lang=en via=touch\nscene card/stoppage lang=en via=touch\n"
                                         "scene person/vera lang=en via=touch\n");
    assert_string_equal(ways(&v), ""); /* panel and event lie below */
    for (int i = 0; i < 3; i++)
        visitor_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "panel/strike");
    visitor_leave(&v);
}

static void a_notice_stands_before_their_panels(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "person/soto");
    visitor_touch(&v, ACTION_PANEL, find_panel(v.exhibit, "fire"));
    visitor_expect(&v, "notice/fire");
    visitor_touch(&v, ACTION_ACCEPT, 0);
    visitor_expect(&v, "panel/fire");
    touch_person(&v, "soto");
    assert_string_equal(ways(&v), "panel/welcome ");
    visitor_leave(&v);
}

static void keys_open_them_too(void **state)
{
    struct visitor v;
    bool opened = false;

    (void)state;
    come(&v, "card/stoppage");
    for (int i = 0; i < 8 && !opened; i++) {
        visitor_key(&v, KEY_TAB);
        visitor_key(&v, KEY_ENTER);
        opened = strcmp(visitor_scene(v.stage), "person/vera") == 0;
        if (!opened && strcmp(visitor_scene(v.stage), "card/stoppage") != 0)
            visitor_start(&v, "card/stoppage");
    }
    assert_true(opened);
    visitor_leave(&v);
}

static void a_life_is_told_as_far_as_it_is_known(void **state)
{
    static const struct {
        const char *person, *what, *with;
        int language;
        const char *says;
    } rows[] = {
        {"vera", NULL, NULL, ENGLISH, "17 April 1869 – 1934"},
        {"vera", NULL, NULL, SPANISH, "17 de abril de 1869 – 1934"},
        {"soto", NULL, NULL, ENGLISH, "Born c. 1880"},
        {"hahn", NULL, NULL, ENGLISH, "Died November 1931"},
        {"hahn", NULL, NULL, SPANISH, "Fallecimiento: noviembre de 1931"},
        {"vera", "    died: 1934\n", "", ENGLISH, "Born 17 April 1869"},
        {"vera", "died: 1934", "died: 1869-11-02", ENGLISH, "17 April – 2 November 1869"},
        {"soto", "born: c. 1880", "born: -0044-03-15\n    died: 0014", ENGLISH, "15 March 44 BC – AD 14"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor_edit edit = {"config/people.yaml", rows[i].what, rows[i].with};
        struct visitor v;
        char name[64];

        snprintf(name, sizeof(name), "person/%s", rows[i].person);
        visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = name, .edits = &edit, .edit_count = rows[i].what ? 1 : 0});
        visitor_speak(&v, rows[i].language);
        visitor_expect(&v, name);
        if (!says(&v, rows[i].says))
            fail_msg("row %zu does not say %s", i, rows[i].says);
        visitor_leave(&v);
    }
}

static void nothing_of_a_life_may_be_known(void **state)
{
    static const struct visitor_edit edit = {"config/people.yaml", "    died: 1931-11\n", ""};
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = "person/hahn", .edits = &edit, .edit_count = 1});
    assert_true(says(&v, "E. Hahn"));
    assert_false(says(&v, "Died") || says(&v, "Born"));
    visitor_leave(&v);
}

/* A name in one language alone counts for all: the panel is the same. */
static void a_link_in_any_language_counts(void **state)
{
    static const struct visitor_edit edits[] = {
        {"config/panels/charter.yaml", "  es: >-\n", "  es: >-\n    [Alguien](person:soto) estuvo aquí.\n"}};
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = "person/soto", .edits = edits, .edit_count = COUNTOF(edits)});
    assert_string_equal(ways(&v), "panel/welcome panel/charter panel/fire ");
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_card_leads_to_where_they_appear),    cmocka_unit_test(one_comes_back_from_card_to_card),
        cmocka_unit_test(a_notice_stands_before_their_panels),  cmocka_unit_test(keys_open_them_too),
        cmocka_unit_test(a_life_is_told_as_far_as_it_is_known), cmocka_unit_test(nothing_of_a_life_may_be_known),
        cmocka_unit_test(a_link_in_any_language_counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
