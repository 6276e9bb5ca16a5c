/* A sound that is shown: when it begins, and what ends it. Nothing sounds here: what is wished for is read, and what a player would tell is
 * told. */
#include "support/find.h"
#include "support/visitor.h"

#include "speech/naming.h"
#include "tape/devices.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size LANDSCAPE = {1920, 1080};

enum { LENGTH_MS = 2000 };

static const struct visitor_edit spoken[] = {{"config/exhibit.yaml", "screen:", "speech: key\nscreen:"}};

/* To the card of the sound. The exhibit speaks if somebody wants that. */
static int come(struct visitor *v)
{
    visitor_come_as(v, &(struct visitor_plan){.screen = LANDSCAPE, .start = "panel/sleepers", .edits = spoken, .edit_count = 1});
    int panel = find_panel(v->exhibit, "sleepers");

    visitor_open(v, &scene_sound, panel);
    visitor_expect(v, "card/sleepers");
    return panel;
}

static const struct listening_wish *wish(struct visitor *v)
{
    visitor_frame(v);
    return stage_wish(v->stage);
}

static bool is_silent(struct visitor *v)
{
    return !wish(v)->text;
}

static bool plays(struct visitor *v)
{
    return wish(v)->text && wish(v)->recording && strcmp(wish(v)->recording, "assets/sounds/whistle.opus") == 0;
}

static void play(struct visitor *v, int panel)
{
    visitor_touch(v, ACTION_SOUND, panel);
    assert_true(plays(v));
}

/* It sounds, so far. */
static void tell(struct visitor *v, int at_ms)
{
    stage_sounds(v->stage, &(struct hearing_news){wish(v)->serial, at_ms, LENGTH_MS}, v->now_ms);
}

/* Whether the card shows these words. */
static bool shows(struct visitor *v, const char *words)
{
    const struct draw_list *list = &visitor_overlay(v)->list;

    for (int i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_TEXT && strncmp(list->commands[i].text.text, words, strlen(words)) == 0)
            return true;
    return false;
}

static void nothing_sounds_by_itself(void **state)
{
    struct visitor v;
    int panel;

    (void)state;
    visitor_come(&v, LANDSCAPE, "panel/sleepers");
    visitor_wait(&v, 30000);
    assert_true(is_silent(&v));
    panel = find_panel(v.exhibit, "sleepers");
    visitor_open(&v, &scene_sound, panel);
    visitor_wait(&v, 30000);
    assert_true(is_silent(&v));
    assert_true(shows(&v, "0:00"));
    assert_int_equal(stage_deadline(v.stage, v.now_ms) > v.now_ms + 1000, true); /* and nothing runs */
    visitor_leave(&v);
}

static void it_is_played_stopped_and_heard_to_its_end(void **state)
{
    struct visitor v;
    int panel = come(&v);

    (void)state;
    play(&v, panel);
    assert_string_equal(wish(&v)->text, "");
    assert_int_equal(wish(&v)->level_db, -20);
    assert_int_equal(wish(&v)->from_ms, 0);
    tell(&v, 500);
    assert_true(shows(&v, "0:00 of 0:02"));
    visitor_wait(&v, 600);
    assert_true(shows(&v, "0:01 of 0:02")); /* by the clock, until it is told of again */
    assert_true(shows(&v, "Pause"));
    visitor_key(&v, KEY_ENTER); /* where nothing has the focus, Enter means the button */
    visitor_wait(&v, 600);
    assert_true(is_silent(&v));
    assert_true(shows(&v, "Go on"));
    visitor_wait(&v, 5000);
    assert_true(shows(&v, "0:01 of 0:02"));
    play(&v, panel);
    assert_in_range(wish(&v)->from_ms, 1000, 1700);
    tell(&v, 1900);
    visitor_wait(&v, 3000);
    assert_true(shows(&v, "0:02 of 0:02")); /* never past its end */
    stage_said(v.stage, wish(&v)->serial, v.now_ms);
    assert_true(is_silent(&v));
    assert_true(shows(&v, "That was all"));
    assert_true(shows(&v, "Play again"));
    play(&v, panel);
    assert_int_equal(wish(&v)->from_ms, 0);
    visitor_leave(&v);
}

/* Steps of a quarter of a second; where nothing moves, of a whole one; none before it is told of, and none behind its end. */
static void it_moves_only_while_it_sounds(void **state)
{
    struct visitor v;
    int panel = come(&v);

    (void)state;
    play(&v, panel);
    assert_true(stage_deadline(v.stage, v.now_ms) > v.now_ms + 1000);
    tell(&v, 0);
    assert_int_equal(stage_deadline(v.stage, v.now_ms), v.now_ms + 250);
    visitor_wait(&v, 3000);
    assert_true(stage_deadline(v.stage, v.now_ms) > v.now_ms + 1000);
    visitor_leave(&v);
}

/* ---- what ends it ---- */

static void close_it(struct visitor *v)
{
    visitor_key(v, KEY_ESCAPE);
}

static void go_home(struct visitor *v)
{
    visitor_key(v, KEY_HOME);
}

static void come_as_staff(struct visitor *v)
{
    struct devices devices;

    devices_init(&devices, &(struct devices_setup){.stage = v->stage, .exhibit = v->exhibit, .screen = v->screen});
    devices_take(&devices, &(struct tape_event){.kind = TAPE_DISPLAY, .ms = v->now_ms});
}

/* Who has heard it and says nothing is asked, and taken to be gone. */
static void go_away(struct visitor *v)
{
    visitor_wait(v, 200000);
    visitor_expect(v, "attract");
}

static void listen(struct visitor *v)
{
    visitor_key(v, KEY_LISTEN);
}

static void whatever_comes_ends_it(void **state)
{
    static const struct {
        const char *name;
        void (*comes)(struct visitor *v);
        bool voice; /* speaks in its place */
    } rows[] = {
        {"its card is closed", close_it, false}, {"home", go_home, false},        {"staff", come_as_staff, false},
        {"nobody is there", go_away, false},     {"a voice reads", listen, true},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;
        int panel = come(&v);

        play(&v, panel);
        tell(&v, 500);
        rows[i].comes(&v);
        visitor_wait(&v, 100);
        if (plays(&v) || is_silent(&v) == rows[i].voice)
            fail_msg("%s: it still sounds, or nothing does", rows[i].name);
        visitor_leave(&v);
    }
}

/* And the other way round: a sound silences the voice, which does not begin again behind it but to say that it is over. */
static void voice_and_sound_are_never_heard_at_once(void **state)
{
    struct visitor v;
    int panel = come(&v);

    (void)state;
    visitor_key(&v, KEY_LISTEN);
    visitor_wait(&v, 600);
    assert_string_equal(wish(&v)->text, "Hear it: The whistle at the pass");
    play(&v, panel);
    tell(&v, 500);
    visitor_wait(&v, 500);
    assert_true(plays(&v));
    stage_said(v.stage, wish(&v)->serial, v.now_ms);
    assert_string_equal(wish(&v)->text, "That was all of it.");
    visitor_leave(&v);
}

/* Whoever hears a sound is there, however long it is. */
static void who_hears_it_is_there(void **state)
{
    struct visitor v;
    int panel = come(&v);

    (void)state;
    play(&v, panel);
    for (int i = 0; i < 10; i++) {
        visitor_wait(&v, 60000);
        stage_sounds(v.stage, &(struct hearing_news){wish(&v)->serial, i * 60000, 0}, v.now_ms);
    }
    visitor_expect(&v, "card/sleepers");
    visitor_wait(&v, 200000);
    visitor_expect(&v, "attract");
    visitor_leave(&v);
}

/* But nobody stands for hours: one that goes on and on leaves the kiosk to others, and ends with them. */
static void it_holds_the_kiosk_no_longer_than_anybody_stands(void **state)
{
    struct visitor v;
    int panel = come(&v), minutes = 0;

    (void)state;
    play(&v, panel);
    for (bool left = false; !left && minutes < 20; minutes++) {
        stage_sounds(v.stage, &(struct hearing_news){wish(&v)->serial, minutes * 60000, 0}, v.now_ms);
        visitor_wait(&v, 60000);
        left = is_silent(&v);
    }
    assert_in_range(minutes, 11, 15);
    visitor_expect(&v, "attract");
    visitor_leave(&v);
}

static int count_fills(struct visitor *v)
{
    const struct draw_list *list = &visitor_overlay(v)->list;
    int count = 0;

    for (int i = 0; i < list->count; i++)
        count += list->commands[i].kind == DRAW_FILL;
    return count;
}

/* Its bar is full, whether it was known how long it is or not. */
static void at_its_end_its_bar_is_full(void **state)
{
    static const int lengths_ms[] = {LENGTH_MS, 0};
    int fills[COUNTOF(lengths_ms)];

    (void)state;
    for (size_t i = 0; i < COUNTOF(lengths_ms); i++) {
        struct visitor v;
        int panel = come(&v);

        play(&v, panel);
        stage_sounds(v.stage, &(struct hearing_news){wish(&v)->serial, 1000, lengths_ms[i]}, v.now_ms);
        stage_said(v.stage, wish(&v)->serial, v.now_ms);
        assert_true(shows(&v, "That was all of it."));
        fills[i] = count_fills(&v);
        visitor_leave(&v);
    }
    assert_int_equal(fills[1], fills[0]);
}

/* In a language that has no words of its own built in, too. */
static void its_button_speaks_the_language_of_the_card(void **state)
{
    struct visitor v;
    int panel;

    (void)state;
    visitor_come(&v, LANDSCAPE, "panel/sleepers");
    panel = find_panel(v.exhibit, "sleepers");
    visitor_speak(&v, v.exhibit->language_count - 1); /* Thai */
    visitor_open(&v, &scene_sound, panel);
    play(&v, panel);
    assert_true(shows(&v, "หยุดชั่วคราว"));
    visitor_touch(&v, ACTION_SOUND, panel);
    assert_true(shows(&v, "เล่นต่อ"));
    visitor_leave(&v);
}

/* What cannot be heard is read, and may be tried again; what is not there is not tried. */
static void what_cannot_be_heard_says_so(void **state)
{
    static const struct visitor_edit gone[] = {{"config/panels/sleepers.yaml", "whistle.opus", "bell.opus"}};
    struct visitor v;
    int panel = come(&v);

    (void)state;
    play(&v, panel);
    stage_unheard(v.stage, wish(&v)->serial);
    assert_true(is_silent(&v));
    assert_true(shows(&v, "No sound can be heard now."));
    assert_true(shows(&v, "One long tone"));
    play(&v, panel);
    visitor_leave(&v);
    visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = "panel/sleepers", .edits = gone, .edit_count = 1});
    visitor_open(&v, &scene_sound, panel);
    assert_true(shows(&v, "No sound can be heard now."));
    visitor_key(&v, KEY_ENTER);
    assert_true(is_silent(&v));
    for (int i = 0; i < visitor_targets(&v)->count; i++)
        assert_int_not_equal(visitor_targets(&v)->list[i].action.kind, ACTION_SOUND);
    visitor_leave(&v);
}

/* What is told of something that was heard before means nothing. */
static void news_of_before_mean_nothing(void **state)
{
    struct visitor v;
    int panel = come(&v);
    unsigned before;

    (void)state;
    play(&v, panel);
    before = wish(&v)->serial;
    visitor_key(&v, KEY_ESCAPE);
    visitor_wait(&v, 1000);
    visitor_open(&v, &scene_sound, panel);
    play(&v, panel);
    stage_said(v.stage, before, v.now_ms);
    stage_sounds(v.stage, &(struct hearing_news){before, 1500, LENGTH_MS}, v.now_ms);
    assert_true(plays(&v));
    assert_true(shows(&v, "0:00"));
    visitor_leave(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_sounds_by_itself),
        cmocka_unit_test(it_is_played_stopped_and_heard_to_its_end),
        cmocka_unit_test(it_moves_only_while_it_sounds),
        cmocka_unit_test(whatever_comes_ends_it),
        cmocka_unit_test(voice_and_sound_are_never_heard_at_once),
        cmocka_unit_test(who_hears_it_is_there),
        cmocka_unit_test(it_holds_the_kiosk_no_longer_than_anybody_stands),
        cmocka_unit_test(at_its_end_its_bar_is_full),
        cmocka_unit_test(its_button_speaks_the_language_of_the_card),
        cmocka_unit_test(what_cannot_be_heard_says_so),
        cmocka_unit_test(news_of_before_mean_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
