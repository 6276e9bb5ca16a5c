/* The stage: every way a visitor can go, and what happens when nobody is there. */
#include "support/fake_measure.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};

/* The scene name of a panel by its place in the exhibit. */
static const char *panel_name(const struct visitor *v, int panel)
{
    static char name[160];

    snprintf(name, sizeof(name), "panel/%s", v->exhibit->panels[panel].id);
    return name;
}

static void expect_log(struct visitor *v, const char *scene, const char *rest)
{
    char line[256];

    snprintf(line, sizeof(line), "scene %s lang=%s\n", scene, rest);
    assert_string_equal(visitor_log(v), line);
}

static void come(struct visitor *v, const char *start)
{
    visitor_come(v, SCREEN, start);
    visitor_log(v);
}

static void starts_where_told(void **state)
{
    static const char *const bad[] = {"panel/", "panel/nowhere", "nonsense", "", "panels/fire"};
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, NULL);
    expect_log(&v, "attract", "en via=auto");
    for (size_t i = 0; i < COUNTOF(bad); i++) {
        struct stage_setup setup = {.exhibit = v.exhibit, .measure = fake_measure(NULL), .screen = SCREEN, .start = bad[i]};

        assert_null(stage_create(&setup));
    }
    visitor_leave(&v);
    visitor_come(&v, SCREEN, "panel/strike");
    expect_log(&v, "panel/strike", "en via=auto");
    visitor_leave(&v);
}

static void a_touch_down_wakes_and_does_nothing_else(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, NULL);
    visitor_down(&v, 1, 500, 600);
    expect_log(&v, "home", "en via=touch");
    visitor_wait(&v, 60);
    visitor_up(&v, 1, 500, 600);
    visitor_wait(&v, 1000);
    assert_string_equal(visitor_log(&v), "");
    visitor_leave(&v);
}

static void keys_wake_but_escape_does_not(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, NULL);
    visitor_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "attract");
    visitor_key(&v, KEY_RIGHT);
    expect_log(&v, "home", "en via=key");
    visitor_key(&v, KEY_ESCAPE);
    expect_log(&v, "attract", "en via=key");
    visitor_leave(&v);
}

enum { LAST = 9 }; /* of the exhibit's panels */

/* From a start, one key leads to one scene: the table of the keyboard. panel -1: home, -2: attract, -3: the end. */
static void keyboard_table(void **state)
{
    static const struct {
        int from;
        enum key key;
        int to;
    } rows[] = {
        {3, KEY_RIGHT, 4},      {3, KEY_LEFT, 2},  {3, KEY_FIRST, 0},    {3, KEY_LAST, LAST},  {3, KEY_HOME, -1},     {3, KEY_ESCAPE, -1},
        {3, KEY_DOWN, 4},       {3, KEY_UP, 2},    {3, KEY_PAGE_UP, 2},  {0, KEY_LEFT, -1},    {LAST, KEY_RIGHT, -3}, {3, KEY_PAGE_DOWN, 4},
        {3, KEY_ENTER, 3},      {3, KEY_TAB, 3},   {-1, KEY_HOME, -1},   {-1, KEY_ESCAPE, -2}, {-1, KEY_RIGHT, -1},   {-1, KEY_PLUS, -1},
        {-1, KEY_LANGUAGE, -1}, {3, KEY_MINUS, 3}, {3, KEY_CONTRAST, 3},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;
        char start[160] = "home";

        visitor_come(&v, SCREEN, NULL);
        if (rows[i].from >= 0)
            snprintf(start, sizeof(start), "%s", panel_name(&v, rows[i].from));
        visitor_leave(&v);
        visitor_come_as(&v, &(struct visitor_plan){.screen = SCREEN, .start = start, .edits = &visitor_two_languages, .edit_count = 1});
        visitor_key(&v, rows[i].key);
        visitor_wait(&v, 1000);
        visitor_expect(&v, rows[i].to == -3   ? "end"
                           : rows[i].to == -2 ? "attract"
                           : rows[i].to == -1 ? "home"
                                              : panel_name(&v, rows[i].to));
        visitor_leave(&v);
    }
}

static void home_focus_opens_a_card(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "home");
    visitor_key(&v, KEY_LAST);
    visitor_key(&v, KEY_ENTER);
    visitor_expect(&v, panel_name(&v, v.exhibit->chapters[v.exhibit->chapter_count - 1].panels[0]));
    visitor_wait(&v, 1000);
    visitor_key(&v, KEY_ESCAPE); /* back to where one came from */
    visitor_expect(&v, "home");
    visitor_key(&v, KEY_FIRST);
    visitor_key(&v, KEY_RIGHT);
    visitor_key(&v, KEY_ENTER);
    visitor_expect(&v, panel_name(&v, v.exhibit->chapters[1].panels[0]));
    visitor_leave(&v);
}

static void tab_reaches_everything_and_comes_round(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    visitor_key(&v, KEY_BACK_TAB); /* the last key of the bar: the settings */
    visitor_key(&v, KEY_ENTER);
    assert_string_equal(visitor_log(&v), "scene card/settings lang=en via=key\n");
    visitor_key(&v, KEY_ESCAPE);
    visitor_log(&v);
    for (int i = 0; i < 6; i++) /* settings, language, timeline, next, previous, home */
        visitor_key(&v, KEY_BACK_TAB);
    visitor_key(&v, KEY_TAB);
    visitor_key(&v, KEY_ENTER);
    visitor_expect(&v, "panel/charter");
    visitor_leave(&v);
}

static void a_tap_on_every_bar_key(void **state)
{
    struct visitor v;
    struct point at;

    (void)state;
    visitor_come_as(&v,
                    &(struct visitor_plan){.screen = SCREEN, .start = "panel/strike", .edits = &visitor_two_languages, .edit_count = 1});
    visitor_log(&v);
    at = visitor_find(&v, ACTION_NEXT, 0);
    visitor_tap(&v, at.x, at.y);
    expect_log(&v, "panel/wages", "en via=touch");
    visitor_wait(&v, 1000);
    at = visitor_find(&v, ACTION_PREVIOUS, 0);
    visitor_tap(&v, at.x, at.y);
    visitor_log(&v);
    visitor_wait(&v, 1000);
    at = visitor_find(&v, ACTION_LANGUAGE, 1);
    visitor_tap(&v, at.x, at.y);
    assert_string_equal(visitor_log(&v), "settings lang=es text=normal contrast=normal via=touch\n");
    at = visitor_find(&v, ACTION_HOME, 0);
    visitor_tap(&v, at.x, at.y);
    expect_log(&v, "home", "es via=touch");
    visitor_leave(&v);
}

static void sliding_off_a_key_does_nothing(void **state)
{
    struct visitor v;
    struct point at;

    (void)state;
    come(&v, "panel/strike");
    at = visitor_find(&v, ACTION_NEXT, 0);
    visitor_down(&v, 1, at.x, at.y);
    visitor_wait(&v, 50);
    visitor_move(&v, 1, at.x - 150, at.y);
    visitor_wait(&v, 50);
    visitor_up(&v, 1, at.x - 150, at.y);
    visitor_wait(&v, 500);
    assert_string_equal(visitor_log(&v), "");
    visitor_leave(&v);
}

static void a_swipe_turns_the_page(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "home");
    visitor_swipe(&v, (struct point){1500, 500}, (struct point){600, 520}, 200);
    expect_log(&v, panel_name(&v, 0), "en via=touch");
    visitor_wait(&v, 1000);
    visitor_swipe(&v, (struct point){1500, 500}, (struct point){600, 520}, 200);
    expect_log(&v, panel_name(&v, 1), "en via=touch");
    visitor_wait(&v, 1000);
    visitor_swipe(&v, (struct point){500, 500}, (struct point){1400, 480}, 200);
    expect_log(&v, panel_name(&v, 0), "en via=touch");
    visitor_leave(&v);
}

static int offset_of(struct visitor *v)
{
    return visitor_frame(v)->layers[0].x_px;
}

static void a_swipe_let_go_returns(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    visitor_down(&v, 1, 1500, 500);
    for (int x = 1500; x > 1200; x -= 20) {
        visitor_wait(&v, 16);
        visitor_move(&v, 1, (float)x, 500);
    }
    assert_int_equal(visitor_frame(&v)->layer_count, 2);
    assert_true(offset_of(&v) < -200 && offset_of(&v) > -300); /* follows the finger, less the slop */
    visitor_wait(&v, 400);                                     /* a rest: no flick */
    visitor_up(&v, 1, 1220, 500);
    visitor_wait(&v, 1000);
    assert_int_equal(visitor_frame(&v)->layer_count, 1);
    assert_string_equal(visitor_log(&v), "");
    visitor_leave(&v);
}

static void a_swipe_can_be_reversed(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    visitor_down(&v, 1, 1700, 500);
    for (int x = 1700; x > 400; x -= 50) {
        visitor_wait(&v, 16);
        visitor_move(&v, 1, (float)x, 500);
    }
    for (int x = 400; x < 1650; x += 50) {
        visitor_wait(&v, 16);
        visitor_move(&v, 1, (float)x, 500);
    }
    visitor_wait(&v, 300);
    visitor_up(&v, 1, 1640, 500);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/strike");
    assert_string_equal(visitor_log(&v), "");
    visitor_leave(&v);
}

static void a_touch_catches_a_turn_without_a_jump(void **state)
{
    struct visitor v;
    int caught;

    (void)state;
    come(&v, "panel/strike");
    visitor_swipe(&v, (struct point){1500, 500}, (struct point){1200, 500}, 96);
    visitor_wait(&v, 48);
    caught = offset_of(&v);
    assert_true(caught < 0);
    visitor_down(&v, 1, 900, 500);
    visitor_wait(&v, 200);
    assert_int_equal(offset_of(&v), caught);
    for (int x = 900; x <= 1700; x += 40) {
        int before = offset_of(&v);

        visitor_move(&v, 1, (float)x, 500);
        assert_true(offset_of(&v) - before <= 41 && offset_of(&v) >= before);
        visitor_wait(&v, 16);
    }
    visitor_up(&v, 1, 1700, 500);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/strike");
    visitor_leave(&v);
}

static void a_caught_turn_goes_on_when_let_go(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    visitor_swipe(&v, (struct point){1500, 500}, (struct point){1200, 500}, 96);
    visitor_wait(&v, 48);
    visitor_tap(&v, 900, 500);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/wages");
    assert_int_equal(visitor_frame(&v)->layer_count, 1);
    visitor_leave(&v);
}

static void a_caught_turn_goes_to_the_nearer_side(void **state)
{
    struct visitor v;
    float x = 900;

    (void)state;
    come(&v, "panel/strike");
    visitor_swipe(&v, (struct point){1500, 500}, (struct point){1200, 500}, 96);
    visitor_wait(&v, 48);
    visitor_down(&v, 1, x, 500);
    for (; offset_of(&v) < -1080 || offset_of(&v) > -1040; x += offset_of(&v) < -1060 ? 20 : -20) { /* beyond the middle, barely */
        visitor_move(&v, 1, x, 500);
        visitor_wait(&v, 16);
        assert_true(x > 100 && x < 1800);
    }
    visitor_wait(&v, 400);
    visitor_up(&v, 1, x, 500);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/wages");
    visitor_leave(&v);
}

/* A key took the turn out of the finger's hold: the finger does nothing more, the next one is heard. */
static void a_key_in_a_caught_turn_leaves_taps_alive(void **state)
{
    static const char *const starts[] = {"panel/strike", "timeline"};
    struct visitor v;

    (void)state;
    for (size_t i = 0; i < COUNTOF(starts); i++) {
        come(&v, starts[i]);
        visitor_swipe(&v, (struct point){1500, 500}, (struct point){1200, 500}, 96);
        visitor_wait(&v, 48);
        visitor_down(&v, 1, 900, 500);
        visitor_key(&v, KEY_RIGHT);
        visitor_wait(&v, 60);
        visitor_up(&v, 1, 900, 500);
        visitor_wait(&v, 2000);
        visitor_touch(&v, ACTION_HOME, 0);
        visitor_expect(&v, "home");
        visitor_leave(&v);
    }
}

static void keys_in_quick_succession(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/welcome");
    for (int i = 0; i < 5; i++) {
        visitor_key(&v, KEY_RIGHT);
        visitor_wait(&v, 48);
        assert_true(visitor_frame(&v)->layer_count >= 1);
    }
    visitor_wait(&v, 1000);
    visitor_expect(&v, panel_name(&v, 5)); /* one page a key, whatever was still in motion */
    visitor_leave(&v);
}

static void pinching_changes_the_text_size(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    for (int turn = 0; turn < 2; turn++) {
        float from = turn == 0 ? 100 : 400, to = turn == 0 ? 400 : 100;

        visitor_down(&v, 1, 1200 - from, 500);
        visitor_down(&v, 2, 1200 + from, 500);
        for (int i = 1; i <= 12; i++) {
            float d = from + (to - from) * (float)i / 12;

            visitor_wait(&v, 16);
            visitor_move(&v, 1, 1200 - d, 500);
            visitor_move(&v, 2, 1200 + d, 500);
        }
        visitor_up(&v, 1, 1200 - to, 500);
        visitor_up(&v, 2, 1200 + to, 500);
        visitor_wait(&v, 500);
        assert_int_equal(stage_settings(v.stage)->level[SETTING_TEXT], turn == 0);
    }
    visitor_expect(&v, "panel/strike");
    visitor_leave(&v);
}

static void a_held_palm_hinders_nobody(void **state)
{
    struct visitor v;
    struct point at;

    (void)state;
    come(&v, "panel/strike");
    visitor_down(&v, 9, 300, 800);
    visitor_wait(&v, 5000);
    at = visitor_find(&v, ACTION_NEXT, 0);
    visitor_tap(&v, at.x, at.y);
    expect_log(&v, "panel/wages", "en via=touch");
    visitor_wait(&v, 1000);
    visitor_swipe(&v, (struct point){1500, 500}, (struct point){600, 520}, 200);
    expect_log(&v, "panel/fares", "en via=touch");
    visitor_leave(&v);
}

static void nothing_advances_before_or_after_a_touch(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    visitor_wait(&v, 3600 * 1000);
    assert_string_equal(visitor_log(&v), ""); /* idle arms with the first touch */
    visitor_key(&v, KEY_CONTRAST);
    visitor_log(&v);
    visitor_wait(&v, 89 * 1000);
    assert_string_equal(visitor_log(&v), "");
    visitor_leave(&v);
}

static void idle_asks_then_returns_everything(void **state)
{
    struct visitor v;
    uint64_t calm;

    (void)state;
    come(&v, "panel/strike");
    visitor_speak(&v, ARABIC);
    visitor_key(&v, KEY_TEXT_SIZE);
    visitor_key(&v, KEY_CONTRAST);
    visitor_log(&v);
    visitor_wait(&v, 89 * 1000);
    calm = frame_hash(visitor_frame(&v));
    visitor_wait(&v, 2000);
    assert_true(frame_hash(visitor_frame(&v)) != calm); /* the countdown */
    visitor_down(&v, 1, 500, 500);
    visitor_wait(&v, 60);
    visitor_up(&v, 1, 500, 500);
    assert_true(frame_hash(visitor_frame(&v)) == calm); /* stays, and did nothing else */
    visitor_wait(&v, 109 * 1000);
    assert_string_equal(visitor_log(&v), "");
    visitor_wait(&v, 2 * 1000);
    expect_log(&v, "attract", "en via=idle");
    assert_false(stage_settings(v.stage)->level[SETTING_TEXT] || stage_settings(v.stage)->level[SETTING_CONTRAST]);
    assert_int_equal(stage_settings(v.stage)->language, 0);
    visitor_leave(&v);
}

static void the_same_twice_is_the_same(void **state)
{
    uint64_t hashes[2][12];

    (void)state;
    for (int run = 0; run < 2; run++) {
        struct visitor v;

        come(&v, NULL);
        for (int i = 0; i < 12; i++) {
            visitor_key(&v, (enum key)(i % KEY_COUNT));
            visitor_wait(&v, 100 * i);
            hashes[run][i] = frame_hash(visitor_frame(&v));
        }
        visitor_leave(&v);
    }
    assert_memory_equal(hashes[0], hashes[1], sizeof(hashes[0]));
}

/* A restless crowd for an hour of the virtual clock: whatever it does, frames stay whole. */
static void a_restless_crowd(void **state)
{
    struct visitor v;
    unsigned random = 12345;

    (void)state;
    come(&v, NULL);
    for (int i = 0; i < 20000; i++) {
        random = random * 1103515245u + 12345u;
        int64_t finger = random >> 16 & 3;
        float x = (float)(random >> 8 & 2047) - 60, y = (float)(random >> 4 & 1151) - 30;
        const struct frame *frame;

        switch (random >> 28) {
        case 0:
        case 1:
        case 2:
            visitor_down(&v, finger, x, y);
            break;
        case 3:
        case 4:
        case 5:
        case 6:
        case 7:
            visitor_move(&v, finger, x, y);
            break;
        case 8:
        case 9:
            visitor_up(&v, finger, x, y);
            break;
        case 10:
            visitor_key(&v, (enum key)(random % KEY_COUNT));
            break;
        case 11:
            stage_cancel(v.stage, v.now_ms);
            break;
        default:
            visitor_wait(&v, random % 300);
        }
        frame = visitor_frame(&v);
        assert_in_range(frame->layer_count, 1, 2);
        assert_true(frame->layers[0].x_px <= 0 && frame->layers[0].x_px > -SCREEN.w - frame->gutter.w_px);
        if (frame->layer_count == 2)
            assert_int_equal(frame->layers[1].x_px - frame->layers[0].x_px, SCREEN.w + frame->gutter.w_px);
        else
            assert_int_equal(frame->layers[0].x_px, 0);
        visitor_log(&v);
    }
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(starts_where_told),
        cmocka_unit_test(a_touch_down_wakes_and_does_nothing_else),
        cmocka_unit_test(keys_wake_but_escape_does_not),
        cmocka_unit_test(keyboard_table),
        cmocka_unit_test(home_focus_opens_a_card),
        cmocka_unit_test(tab_reaches_everything_and_comes_round),
        cmocka_unit_test(a_tap_on_every_bar_key),
        cmocka_unit_test(sliding_off_a_key_does_nothing),
        cmocka_unit_test(a_swipe_turns_the_page),
        cmocka_unit_test(a_swipe_let_go_returns),
        cmocka_unit_test(a_swipe_can_be_reversed),
        cmocka_unit_test(a_touch_catches_a_turn_without_a_jump),
        cmocka_unit_test(a_caught_turn_goes_on_when_let_go),
        cmocka_unit_test(a_caught_turn_goes_to_the_nearer_side),
        cmocka_unit_test(a_key_in_a_caught_turn_leaves_taps_alive),
        cmocka_unit_test(keys_in_quick_succession),
        cmocka_unit_test(pinching_changes_the_text_size),
        cmocka_unit_test(a_held_palm_hinders_nobody),
        cmocka_unit_test(nothing_advances_before_or_after_a_touch),
        cmocka_unit_test(idle_asks_then_returns_everything),
        cmocka_unit_test(the_same_twice_is_the_same),
        cmocka_unit_test(a_restless_crowd),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
