/* The card "For me": its rows say what is so. */
#include "page/aloud.h"
#include "stage/act.h"
#include "staging/state.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct size WIDE = {1920, 1080}, TALL = {1080, 1920};

/* To the card, of an exhibit that hangs at that height. */
static void come_to(struct visitor *v, struct size screen, int lower_edge_mm)
{
    char hung[128];
    const struct visitor_edit edit = {"config/exhibit.yaml", "  width: 1920\n  height: 1080\n", hung};

    snprintf(hung, sizeof(hung), "  width: %d\n  height: %d\n  lower_edge_mm: %d\n", screen.w, screen.h, lower_edge_mm);
    visitor_come_as(v, &(struct visitor_plan){.screen = screen, .start = "card/settings", .edits = &edit, .edit_count = 1});
}

static void choose(struct visitor *v, enum setting setting, int level)
{
    act(v->stage, (struct action){.kind = ACTION_SETTING, .argument = setting_choice(setting, level)}, v->now_ms);
    visitor_wait(v, 1000);
}

/* A bar of large letters may leave no room within reach: then nobody is told that it is low, and what was set comes back with the room. */
static void no_row_says_what_is_not_so(void **state)
{
    static const struct {
        const struct size *screen;
        int lower_edge_mm, text;
        bool helps;
    } rows[] = {
        {&WIDE, 1100, TEXT_LARGEST, true},
        {&TALL, 900, TEXT_LARGEST, true},
        {&TALL, 1070, TEXT_LARGE, false},
        {&TALL, 1070, TEXT_LARGEST, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;

        come_to(&v, *rows[i].screen, rows[i].lower_edge_mm);
        choose(&v, SETTING_REACH, 1);
        for (int text = rows[i].text;; text = TEXT_USUAL) {
            bool helps = text == TEXT_USUAL || rows[i].helps;

            choose(&v, SETTING_TEXT, text);
            bool row = targets_find(visitor_targets(&v),
                                    (struct target_id){{.kind = ACTION_SETTING, .argument = setting_choice(SETTING_REACH, 1)}, 0}) >= 0;

            if (row != helps || (v.stage->style.reach.parts > 0) != helps || v.stage->style.reach.helps != helps)
                fail_msg("%dx%d at %d mm, text %d: row %d, %d parts", v.screen.w, v.screen.h, rows[i].lower_edge_mm, text, row,
                         v.stage->style.reach.parts);
            if (text == TEXT_USUAL)
                break;
        }
        visitor_leave(&v);
    }
}

/* ---- reading aloud ---- */

static const struct visitor_edit speaks = {"config/exhibit.yaml", NULL, "speech: key\n"},
                                 waits = {"config/exhibit.yaml", NULL, "speech: jack\n"};

static void come_to_voice(struct visitor *v, const struct visitor_edit *edit, const char *scene)
{
    visitor_come_as(v, &(struct visitor_plan){.screen = WIDE, .start = scene, .edits = edit, .edit_count = edit != NULL});
}

static bool has_row(struct visitor *v, enum aloud_row row)
{
    visitor_frame(v);
    return targets_find(visitor_targets(v), (struct target_id){aloud_action(row, 0), 0}) >= 0;
}

/* The volume is that of sounds, too, and this exhibit has one. */
static void it_is_offered_where_the_exhibit_speaks(void **state)
{
    struct visitor v;

    (void)state;
    come_to_voice(&v, NULL, "card/settings");
    assert_true(!has_row(&v, ALOUD_ON) && !has_row(&v, ALOUD_SPEED) && has_row(&v, ALOUD_VOLUME));
    visitor_leave(&v);
    come_to_voice(&v, &speaks, "card/settings");
    assert_true(has_row(&v, ALOUD_ON) && has_row(&v, ALOUD_SPEED) && has_row(&v, ALOUD_VOLUME));
    visitor_leave(&v);
    come_to_voice(&v, &waits, "card/settings"); /* without a headset everybody would hear it */
    assert_false(has_row(&v, ALOUD_ON));
    stage_headset(v.stage, true, v.now_ms);
    assert_true(has_row(&v, ALOUD_ON));
    stage_headset(v.stage, false, v.now_ms);
    assert_false(has_row(&v, ALOUD_ON));
    visitor_leave(&v);
}

static uint64_t drawn(struct visitor *v)
{
    visitor_frame(v);
    return draw_hash(&visitor_overlay(v)->list);
}

/* Scrolled to, if need be. */
static void touch_row(struct visitor *v, enum action_kind kind, int argument)
{
    for (int i = 0; i < 9; i++) {
        const struct scroll_area *scroll = &visitor_overlay(v)->scroll;
        struct rect row = visitor_target(v, kind, argument);

        if (scroll->max_px == 0 || row.y + row.h <= scroll->clip.y + scroll->clip.h)
            break;
        act(v->stage, (struct action){.kind = ACTION_SCROLL, .argument = 1}, v->now_ms);
        visitor_wait(v, 1000);
    }
    visitor_touch(v, kind, argument);
}

/* Touched, each is drawn as it is and does what it says; what is set stays until the visit ends, also when the voice is silent meanwhile.
 */
static void what_is_touched_is_heard_and_drawn(void **state)
{
    struct visitor v;
    uint64_t before;

    (void)state;
    come_to_voice(&v, &speaks, "card/settings");
    visitor_frame(&v);
    before = drawn(&v);
    for (int level = 0; level < ALOUD_SPEEDS; level += 2) {
        touch_row(&v, aloud_action(ALOUD_SPEED, level).kind, aloud_action(ALOUD_SPEED, level).argument);
        assert_true(drawn(&v) != before);
        before = drawn(&v);
    }
    touch_row(&v, ACTION_LISTEN_VOLUME, ALOUD_VOLUMES);
    assert_true(drawn(&v) != before);
    before = drawn(&v);
    assert_null(stage_wish(v.stage)->text); /* nobody asked for a voice */
    touch_row(&v, ACTION_LISTEN, 2);
    assert_true(drawn(&v) != before);
    assert_string_equal(stage_wish(v.stage)->text, "For me");
    assert_int_equal(stage_wish(v.stage)->speed, 2);
    assert_int_equal(stage_wish(v.stage)->level_db, v.exhibit->speech.level_db + 20);
    touch_row(&v, ACTION_LISTEN, 2); /* it is so already */
    assert_true(listening_aloud(&v.stage->listening).on);
    touch_row(&v, ACTION_LISTEN, 1);
    assert_true(drawn(&v) == before && !stage_wish(v.stage)->text);
    visitor_key(&v, KEY_ESCAPE);
    visitor_key(&v, KEY_LISTEN);
    visitor_frame(&v);
    assert_int_equal(stage_wish(v.stage)->speed, 2);
    visitor_wait(&v, 300 * 1000);
    visitor_expect(&v, "attract");
    visitor_key(&v, KEY_LISTEN);
    visitor_frame(&v);
    assert_int_equal(stage_wish(v.stage)->speed, ALOUD_USUAL_SPEED);
    assert_int_equal(stage_wish(v.stage)->level_db, v.exhibit->speech.level_db);
    visitor_leave(&v);
}

/* All as usual: the voice, too, which goes on if it did. */
static void all_of_it_is_taken_back(void **state)
{
    struct visitor v;

    (void)state;
    come_to_voice(&v, &speaks, "card/settings");
    touch_row(&v, ACTION_LISTEN, 2);
    touch_row(&v, ACTION_LISTEN_SPEED, 1);
    touch_row(&v, ACTION_LISTEN_VOLUME, 2);
    visitor_touch(&v, ACTION_USUAL, 0);
    const struct aloud aloud = listening_aloud(&v.stage->listening);

    assert_true(aloud.on && aloud.speed == ALOUD_USUAL_SPEED && aloud.volume == 0);
    visitor_leave(&v);
}

/* Whoever has only ears hears how each stands. */
static void a_voice_tells_how_it_stands(void **state)
{
    static const char *const said[] = {"Reading aloud, No: off, key", "Reading aloud, Yes: on, key", "Speed of the voice, Slower: off, key",
                                       "Speed of the voice, As usual: on, key", "Volume, Loudest: off, key"};
    struct visitor v;
    size_t found = 0;

    (void)state;
    come_to_voice(&v, &speaks, "card/settings");
    touch_row(&v, ACTION_LISTEN, 2);
    for (int i = 0; i < 60 && found < COUNTOF(said); i++) {
        visitor_key(&v, KEY_TAB);
        visitor_wait(&v, 1000);
        const char *text = stage_wish(v.stage)->text;

        found += text && strncmp(text, said[found], strlen(said[found])) == 0;
    }
    assert_int_equal(found, COUNTOF(said));
    visitor_leave(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_row_says_what_is_not_so),         cmocka_unit_test(it_is_offered_where_the_exhibit_speaks),
        cmocka_unit_test(what_is_touched_is_heard_and_drawn), cmocka_unit_test(all_of_it_is_taken_back),
        cmocka_unit_test(a_voice_tells_how_it_stands),
    };

    return cmocka_run_group_tests_name("for_me", tests, NULL, NULL);
}
