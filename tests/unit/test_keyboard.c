/* The keyboard: presses, keys that stay down, and switches that no finger moves. */
#include "input/keyboard.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Steps: "MS KEY KIND", KEY c or r (contrast, right), KIND one of down, again (as the window system repeats it), up; "MS lost". Strokes:
 * the time and what it was, but not those that are none. */
static const struct {
    const char *name, *script, *expected;
} scripts[] = {
    /* clang-format off */
    {"presses", "0 c down; 80 c up; 900 c down; 980 c up", "0 press; 900 press; "},
    {"quick ones", "0 c down; 30 c up; 60 c down; 90 c up; 91 r down; 92 r up", "0 press; 60 press; 91 press; "},
    {"held", "0 c down; 500 c again; 540 c again; 600 c up; 700 c down", "0 press; 500 held; 540 held; 700 press; "},
    {"another key meanwhile", "0 c down; 500 c again; 520 r down; 530 r up; 900 c up; 950 c down", "0 press; 500 held; 520 press; 950 press; "},
    {"stuck", "0 c down; 9999 c again; 10000 c again; 20000 c again; 90000 c up; 90100 c down; 91000 c again", "0 press; 9999 held; 90100 press; 91000 held; "},
    {"a repeat without its press", "50 c again; 90 c again", ""},
    {"held while the window lost the keyboard",
     "0 c down; 500 c again; 1000 c up; 1000 lost; 2000 c down; 2040 c again; 2050 c up; 2050 lost; 2060 c down; 2100 c up; 2200 c down",
     "0 press; 500 held; 2000 held; 2040 held; 2060 held; 2200 press; "},
    {"let go before", "0 c down; 50 c up; 100 lost; 200 c down", "0 press; 200 press; "},
    {"the other keys meanwhile", "0 c down; 100 c up; 100 lost; 200 r down", "0 press; 200 press; "},
    /* clang-format on */
};

static void play_step(struct keyboard *keyboard, const char *step, struct buffer *out)
{
    int ms = 0;
    char name = 0, word[16] = "";

    if (sscanf(step, "%d %c %15[a-z]", &ms, &name, word) == 3 && (name == 'c' || name == 'r')) {
        enum key key = name == 'c' ? KEY_CONTRAST : KEY_RIGHT;
        bool again = strcmp(word, "again") == 0;

        if (!again && strcmp(word, "down") != 0) {
            assert_string_equal(word, "up");
            keyboard_up(keyboard, key, ms);
            return;
        }
        enum key_stroke stroke = keyboard_down(keyboard, key, again, ms);

        if (stroke != STROKE_NONE)
            buffer_printf(out, "%d %s; ", ms, stroke == STROKE_PRESS ? "press" : "held");
        return;
    }
    assert_int_equal(sscanf(step, "%d %15[a-z]", &ms, word), 2);
    assert_string_equal(word, "lost");
    keyboard_lost(keyboard, ms);
}

static void scripts_play(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(scripts); i++) {
        struct keyboard keyboard;
        struct buffer out = {0};

        keyboard_init(&keyboard);
        buffer_add(&out, "", 0);
        for (const char *at = scripts[i].script; at; at = strchr(at, ';')) {
            at += *at == ';';
            play_step(&keyboard, at, &out);
        }
        if (strcmp(out.bytes, scripts[i].expected) != 0)
            fail_msg("%s:\n got %s\nwant %s", scripts[i].name, out.bytes, scripts[i].expected);
        buffer_finish(&out);
    }
}

static void what_chatters_is_nobody(void **state)
{
    static const struct {
        int every_ms, presses;
    } rows[] = {{1, 40}, {25, 40}, {499, 40}, {500, 100}, {900, 100}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct keyboard keyboard;
        int64_t now = 1000;
        int presses = 0;

        keyboard_init(&keyboard);
        for (int n = 0; n < 100; n++, now += rows[i].every_ms) {
            presses += keyboard_down(&keyboard, KEY_LANGUAGE, false, now) == STROKE_PRESS;
            keyboard_up(&keyboard, KEY_LANGUAGE, now);
        }
        if (presses != rows[i].presses)
            fail_msg("every %d ms: %d presses, not %d", rows[i].every_ms, presses, rows[i].presses);
        assert_int_equal(keyboard_down(&keyboard, KEY_HOME, false, now), STROKE_PRESS);
        assert_int_equal(keyboard_down(&keyboard, KEY_LANGUAGE, false, now + 500), STROKE_PRESS); /* after a pause it is believed again */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scripts_play),
        cmocka_unit_test(what_chatters_is_nobody),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
