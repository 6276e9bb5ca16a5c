/* The choice of a language: by touch, by keys, and where there are many. */
#include "support/visitor.h"

#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};

static void come(struct visitor *v)
{
    visitor_come(v, SCREEN, "panel/charter");
    visitor_log(v);
}

static void of_two_the_key_takes_the_other(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = SCREEN, .start = "home", .edits = &visitor_two_languages, .edit_count = 1});
    visitor_log(&v);
    visitor_key(&v, KEY_LANGUAGE);
    visitor_touch(&v, ACTION_LANGUAGE, ENGLISH);
    assert_string_equal(visitor_log(&v), "settings lang=es text=normal contrast=normal via=key\n"
                                         "settings lang=en text=normal contrast=normal via=touch\n");
    visitor_leave(&v);
}

static void languages_are_chosen_by_touch(void **state)
{
    struct visitor v;

    (void)state;
    come(&v);
    visitor_open(&v, &scene_languages, 0);
    assert_string_equal(visitor_log(&v), "scene card/languages lang=en via=touch\n");
    visitor_touch(&v, ACTION_LANGUAGE, THAI);
    assert_string_equal(visitor_log(&v), "scene panel/charter lang=en via=touch\nsettings lang=th text=normal contrast=normal via=touch\n");
    visitor_open(&v, &scene_languages, 0);
    visitor_touch(&v, ACTION_LANGUAGE, THAI); /* the one in use */
    assert_string_equal(visitor_log(&v), "scene card/languages lang=th via=touch\nscene panel/charter lang=th via=touch\n");
    visitor_leave(&v);
}

static void languages_are_chosen_by_keys(void **state)
{
    static const struct {
        int count;
        enum key keys[4];
        int language;
    } rows[] = {
        {3, {KEY_LANGUAGE, KEY_RIGHT, KEY_ENTER}, 1},
        {4, {KEY_LANGUAGE, KEY_RIGHT, KEY_RIGHT, KEY_ENTER}, 2},
        {3, {KEY_LANGUAGE, KEY_DOWN, KEY_ENTER}, 1},
        {3, {KEY_LANGUAGE, KEY_LANGUAGE, KEY_ENTER}, 1}, /* one choice, not two above each other */
        {4, {KEY_LANGUAGE, KEY_LANGUAGE, KEY_LANGUAGE, KEY_ENTER}, 2},
        {2, {KEY_LANGUAGE, KEY_ENTER}, 0}, /* the focus begins at the present one */
        {2, {KEY_LANGUAGE, KEY_ESCAPE}, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;

        come(&v);
        for (int k = 0; k < rows[i].count; k++)
            visitor_key(&v, rows[i].keys[k]);
        assert_int_equal(stage_settings(v.stage)->language, rows[i].language);
        visitor_expect(&v, "panel/charter");
        visitor_leave(&v);
    }
}

static void letters_and_contrast_leave_the_languages_open(void **state)
{
    struct visitor v;

    (void)state;
    come(&v);
    visitor_key(&v, KEY_LANGUAGE);
    visitor_key(&v, KEY_TEXT_SIZE);
    visitor_key(&v, KEY_CONTRAST);
    visitor_expect(&v, "card/languages");
    visitor_tap(&v, 40, 200); /* outside: nothing is chosen */
    visitor_expect(&v, "panel/charter");
    assert_int_equal(stage_settings(v.stage)->language, 0);
    visitor_leave(&v);
}

static void check_choice(const struct visitor_plan *plan)
{
    struct visitor v;

    visitor_come_as(&v, plan);
    visitor_key(&v, KEY_LANGUAGE);
    for (int large = 0; large < 2; large++) {
        struct rect heading = visitor_overlay(&v)->scroll.rect;

        for (int l = 0; l < v.exhibit->language_count; l++) {
            struct rect key = visitor_target(&v, ACTION_LANGUAGE, l);

            assert_true(key.y >= heading.y + heading.h && key.y + key.h <= v.stage->style.page.h);
            assert_true(key.w >= v.stage->style.target_px && key.h >= v.stage->style.target_px);
        }
        assert_true(heading.h > 0 || (large && v.exhibit->language_count > 7)); /* it gives way to a dozen large keys */
        visitor_key(&v, KEY_TEXT_SIZE);
    }
    visitor_leave(&v);
}

/* Every language has its key below the heading, however many there are, on screens small and large. */
static void all_languages_are_offered(void **state)
{
    static const char *const lists[] = {"languages: [en, es, de, fr, it, pt, nl]", "languages: [en, es, de, fr]",
                                        "languages: [en, es, de, fr, it, pt, nl, sv, da, fi, et, lv]"};
    static const char *const inches[] = {"diagonal_inches: 32", "diagonal_inches: 15", "diagonal_inches: 10"};

    (void)state;
    for (size_t i = 0; i < COUNTOF(lists) * COUNTOF(inches); i++)
        for (int portrait = 0; portrait < 2; portrait++) {
            struct visitor_edit edits[] = {{"config/exhibit.yaml", "languages: [en, es, ar, th]", lists[i / COUNTOF(inches)]},
                                           {"config/exhibit.yaml", "diagonal_inches: 32", inches[i % COUNTOF(inches)]}};
            struct size screen = portrait ? (struct size){SCREEN.h, SCREEN.w} : SCREEN;

            check_choice(&(struct visitor_plan){.screen = screen, .start = "panel/charter", .edits = edits, .edit_count = COUNTOF(edits)});
        }
}

/* At home each by its name while there is room beside the title; else behind one key. */
static void home_offers_all_languages(void **state)
{
    static const struct {
        const char *languages;
        struct size screen;
        bool named, large_named;
    } homes[] = {
        {"languages: [en, es, pt]", {1920, 1080}, true, true},
        {"languages: [en, es, pt]", {1080, 1920}, true, false},
        {"languages: [en, es, de, fr, it, pt, nl, sv, da, fi, et, lv]", {1920, 1080}, false, false},
        {"languages: [en, es, de, fr, it, pt, nl, sv, da, fi, et, lv]", {1080, 1920}, false, false},
        {"languages: [en, es, de, fr, it, pt, nl, sv, da, fi, et, lv]", {1024, 768}, false, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(homes); i++) {
        struct visitor_edit edit = {"config/exhibit.yaml", "languages: [en, es, ar, th]", homes[i].languages};
        struct visitor v;

        visitor_come_as(&v, &(struct visitor_plan){.screen = homes[i].screen, .start = "home", .edits = &edit, .edit_count = 1});
        for (int large = 0; large < 2; large++) {
            const struct page *page = visitor_page(&v);
            int names = 0;

            for (int t = 0; t < page->target_count; t++) {
                struct rect rect = page->targets[t].rect;

                assert_true(rect.w > 0 && rect.h > 0 && rect.x >= 0 && rect.x + rect.w <= homes[i].screen.w);
                names += page->targets[t].action.kind == ACTION_LANGUAGE;
            }
            assert_int_equal(names, (large ? homes[i].large_named : homes[i].named) ? v.exhibit->language_count : 0);
            visitor_key(&v, KEY_TEXT_SIZE);
        }
        if (!homes[i].named) {
            visitor_open(&v, &scene_languages, 0);
            visitor_expect(&v, "card/languages");
        }
        visitor_leave(&v);
    }
}

/* However many languages there are, those that passers-by are invited in stand side by side in the bar. */
static void the_invitation_has_room(void **state)
{
    static const char *const lists[] = {"languages: [en, es]", "languages: [en, es, ar, th]",
                                        "languages: [en, es, ar, th, de, fr, it, pt, nl, sv, da, fi]"};
    static const int fewest[] = {2, 4, 4};

    (void)state;
    for (size_t i = 0; i < COUNTOF(lists) * 2; i++) {
        struct visitor_edit edit = {"config/exhibit.yaml", "languages: [en, es, ar, th]", lists[i / 2]};
        struct size screen = i % 2 ? (struct size){SCREEN.h, SCREEN.w} : SCREEN;
        struct visitor v;
        int end = 0, buttons = 0;

        visitor_come_as(&v, &(struct visitor_plan){.screen = screen, .edits = &edit, .edit_count = 1});
        const struct targets *targets = visitor_targets(&v);

        for (int t = 0; t < targets->count; t++) {
            struct rect box = targets->list[t].rect;

            if (targets->list[t].action.kind != ACTION_WAKE || box.w == screen.w)
                continue;
            assert_true(box.x >= end && box.y >= 0 && box.x + box.w <= screen.w && box.y + box.h <= screen.h);
            end = box.x + box.w;
            buttons++;
        }
        assert_true(buttons >= fewest[i / 2]);
        visitor_leave(&v);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_two_the_key_takes_the_other), cmocka_unit_test(languages_are_chosen_by_touch),
        cmocka_unit_test(languages_are_chosen_by_keys),   cmocka_unit_test(letters_and_contrast_leave_the_languages_open),
        cmocka_unit_test(all_languages_are_offered),      cmocka_unit_test(home_offers_all_languages),
        cmocka_unit_test(the_invitation_has_room),
    };

    return cmocka_run_group_tests_name("languages", tests, NULL, NULL);
}
