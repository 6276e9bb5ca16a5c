/* A key that stays down: it scrolls and pans, and does nothing else. */
#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};

enum { REPEATS = 150, EVERY_MS = 40 }; /* longer than any page or timeline */

/* Held down: returns how many pictures came. */
static int hold(struct visitor *v, enum key key, int repeats)
{
    uint64_t before = frame_hash(visitor_frame(v));
    int changes = 0;

    for (int i = 0; i < repeats; i++) {
        stage_key_held(v->stage, key, v->now_ms);
        visitor_wait(v, EVERY_MS);
        uint64_t now = frame_hash(visitor_frame(v));

        changes += now != before;
        before = now;
    }
    return changes;
}

static bool is_in(enum key key, const enum key *keys)
{
    for (int i = 0; keys[i] != KEY_COUNT; i++)
        if (keys[i] == key)
            return true;
    return false;
}

/* What moves where. first: a key pressed twice before, so that there is somewhere to go: a third look closer may be the last. */
static const struct {
    const char *start;
    enum key first, moving[16];
} rows[] = {
    {"home", KEY_TAB, {KEY_COUNT}},
    {"panel/strike", KEY_TAB, {KEY_COUNT}}, /* all of its text is seen */
    {"card/charter", KEY_TAB, {KEY_COUNT}},
    {"timeline", KEY_PLUS, {KEY_RIGHT, KEY_LEFT, KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_PLUS, KEY_MINUS, KEY_COUNT}},
    {"picture/strike", KEY_PLUS, {KEY_RIGHT, KEY_LEFT, KEY_UP, KEY_DOWN, KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_PLUS, KEY_MINUS, KEY_COUNT}},
};

static void only_what_pans_moves(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, NULL);
    for (size_t i = 0; i < COUNTOF(rows); i++)
        for (enum key key = 0; key < KEY_COUNT; key++) {
            visitor_start(&v, rows[i].start);
            for (int times = 0; times < 2; times++)
                visitor_key(&v, rows[i].first);
            visitor_wait(&v, 2000);
            visitor_log(&v);
            int changes = hold(&v, key, REPEATS);

            if ((changes > 0) != is_in(key, rows[i].moving))
                fail_msg("%s, key %d: %d changes", rows[i].start, (int)key, changes);
            assert_string_equal(visitor_log(&v), ""); /* no other scene, no setting */
        }
    visitor_leave(&v);
}

/* At a text longer than its place. */
static void come_to_a_long_text(struct visitor *v)
{
    static const struct visitor_edit longer = {
        "config/panels/strike.yaml", "body:\n  en: >-\n",
        "body:\n  en: >-\n    One more word, and one more word, and one more word, and one more word, "
        "and one more word, and one more word.\n\n"};
    struct visitor_edit edits[12];

    for (size_t i = 0; i < COUNTOF(edits); i++)
        edits[i] = longer;
    visitor_come_as(v, &(struct visitor_plan){.screen = {1024, 600}, .start = "panel/strike", .edits = edits, .edit_count = 12});
    assert_true(visitor_page(v)->scroll.max_px > 0);
    visitor_key(v, KEY_TAB);
    visitor_log(v);
}

static void a_text_scrolls_to_its_end_and_no_further(void **state)
{
    static const struct {
        enum key down, up;
    } ways[] = {{KEY_DOWN, KEY_UP}, {KEY_PAGE_DOWN, KEY_PAGE_UP}};
    struct visitor v;

    (void)state;
    come_to_a_long_text(&v);
    for (size_t i = 0; i < COUNTOF(ways); i++) {
        float most = (float)visitor_page(&v)->scroll.max_px;

        assert_true(hold(&v, ways[i].down, REPEATS) > 0);
        assert_true(v.stage->pager.scroll.to == most);
        assert_true(hold(&v, ways[i].up, REPEATS) > 0);
        assert_true(v.stage->pager.scroll.to == 0);
        visitor_expect(&v, "panel/strike");
    }
    visitor_key(&v, KEY_UP); /* a press at the end turns the page, as ever */
    assert_true(strcmp(visitor_scene(v.stage), "panel/strike") != 0);
    visitor_leave(&v);
}

/* A stuck key does not take the text out of a finger's hold. */
static void a_finger_comes_first(void **state)
{
    struct visitor v;
    float at;

    (void)state;
    come_to_a_long_text(&v);
    visitor_down(&v, 1, 800, 400);
    visitor_move(&v, 1, 800, 360);
    visitor_move(&v, 1, 800, 340);
    at = tween_at(&v.stage->pager.scroll, v.now_ms);
    assert_true(v.stage->hands.drag == DRAG_SCROLL);
    hold(&v, KEY_DOWN, 20);
    assert_true(tween_at(&v.stage->pager.scroll, v.now_ms) == at);
    visitor_move(&v, 1, 800, 330);
    assert_true(tween_at(&v.stage->pager.scroll, v.now_ms) == at + 10);
    visitor_leave(&v);
}

/* Another's finger turns the page while the key is down: it goes on where it was pressed, and nowhere else. */
static void a_held_key_stays_with_its_page(void **state)
{
    struct visitor v;

    (void)state;
    come_to_a_long_text(&v);
    visitor_touch(&v, ACTION_PREVIOUS, 0);
    visitor_key(&v, KEY_TAB);
    visitor_touch(&v, ACTION_NEXT, 0);
    visitor_expect(&v, "panel/strike");
    assert_int_equal(hold(&v, KEY_DOWN, 20), 0);
    visitor_key(&v, KEY_TAB);
    assert_true(hold(&v, KEY_DOWN, 20) > 0);
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_pans_moves),
        cmocka_unit_test(a_text_scrolls_to_its_end_and_no_further),
        cmocka_unit_test(a_finger_comes_first),
        cmocka_unit_test(a_held_key_stays_with_its_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
