/* Many hands on the glass: what pinches and drags whatever else lies there, and what is nobody at all. */
#include "support/finger_script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* One pixel is one millimetre here. */
static const struct gesture_setup setup = {.px_per_mm = 1};

static const struct {
    const char *name, *script, *expected;
} scripts[] = {
    /* clang-format off */
    {"a palm before a pinch",
     "0 p down 150 150; 1500 a down 100 50; 1510 b down 200 50; 1530 b move 210 50; 1540 a move 90 50; 1550 a up 90 50; 1560 b up 210 50; 1570 p up 150 150",
     "press p; long p 600; press a; press b; release b; release a; pinch-begin 155,50 1.000; pinch 150,50 1.091 from 155,50; "
     "pinch-end 150,50 1.091 from 155,50; release p"},
    {"a palm that rests, and trembles",
     "0 p down 150 150; 3100 p move 152 150; 3200 a down 100 50; 3210 b down 200 50; 3215 p move 150 150; 3230 b move 210 50; 3240 p move 152 150; 3250 b up 210 50",
     "press p; long p 600; release p; press a; press b; release b; release a; pinch-begin 155,50 1.000; pinch-end 155,50 1.000 from 155,50"},
    {"eight fingers before a pinch",
     "0 c down 10 9; 1 d down 30 9; 2 e down 50 9; 3 f down 70 9; 4 g down 90 9; 5 h down 110 9; 6 i down 130 9; 7 j down 150 9; 4000 a down 100 50; "
     "4010 b down 200 50; 4020 b move 210 50; 4030 b up 210 50",
     "press c; press d; press e; press f; press g; press h; press i; press j; long c 600; release c; long d 601; release d; long e 602; release e; long f 603; release f; "
     "long g 604; release g; long h 605; release h; long i 606; release i; long j 607; release j; press a; press b; release b; "
     "release a; pinch-begin 155,50 1.000; pinch-end 155,50 1.000 from 155,50"},
    {"others land, slide and lift beside a pinch",
     "0 a down 100 50; 10 b down 200 50; 20 b move 210 50; 30 a move 90 50; 40 c down 150 90; 50 d down 160 90; 60 c move 190 90; 70 c up 190 90; 80 d up 160 90; "
     "90 b move 250 50; 100 b up 250 50",
     "press a; press b; release b; release a; pinch-begin 155,50 1.000; pinch 150,50 1.091 from 155,50; press c; press d; release c; release d; "
     "pinch 170,50 1.455 from 155,50; pinch-end 170,50 1.455 from 155,50"},
    {"a tap beside a pinch is none",
     "0 a down 100 50; 10 b down 200 50; 20 c down 300 50; 30 b move 210 50; 40 c up 300 50; 50 b up 210 50; 60 a up 100 50",
     "press a; press b; press c; release b; release a; pinch-begin 155,50 1.000; release c; pinch-end 155,50 1.000 from 155,50"},
    {"a palm that came together with two fingers: the one that moves already is taken",
     "0 a down 100 50; 5 p down 150 150; 10 b down 200 50; 20 a move 97 50; 30 b move 210 50; 40 b up 210 50; 50 a up 97 50; 99 p up 150 150",
     "press a; press p; press b; release b; release a; pinch-begin 153.5,50 1.000; pinch-end 153.5,50 1.000 from 153.5,50; tap p"},
    {"or it is given up for the finger that moves later",
     "0 a down 100 50; 8 p down 210 150; 10 b down 200 50; 20 b move 210 50; 30 a move 90 50; 40 b move 270 50; 50 b up 270 50; 60 a up 90 50; 70 p up 210 150",
     "press a; press p; press b; release b; release p; pinch-begin 210,100 1.000; release a; pinch-end 210,100 1.000 from 210,100; "
     "pinch-begin 150,50 1.000; pinch 180,50 1.500 from 150,50; pinch-end 180,50 1.500 from 150,50"},
    {"a finger that lands later takes no part, though one of the two stands still",
     "0 a down 100 50; 10 b down 200 50; 20 b move 210 50; 30 c down 150 90; 40 c move 190 90; 50 b move 320 50; 60 b up 320 50",
     "press a; press b; release b; release a; pinch-begin 155,50 1.000; press c; release c; pinch 210,50 2.000 from 155,50; "
     "pinch-end 210,50 2.000 from 155,50"},
    {"one finger drags while others lie there",
     "0 p down 150 150; 10 q down 200 150; 1100 a down 100 50; 1120 a move 110 50; 1500 a up 110 50; 1600 p up 150 150; 1610 q up 200 150",
     "press p; press q; long p 600; long q 610; press a; release a; drag-begin a 110,50 from 100,50; drag-end a 0,0; release p; release q"},
    {"a drag that came to rest gives way",
     "0 a down 100 50; 20 a move 110 50; 3100 a move 109 50; 3200 b down 200 50; 3220 b move 210 50; 3500 b up 210 50; 3600 a move 150 50; 3700 a up 150 50",
     "press a; release a; drag-begin a 110,50 from 100,50; drag a 109,50; press b; release b; drag-cancel a 109,50; drag-begin b 210,50 from 200,50; drag-end b 0,0"},
    {"a drag under way pinches with a later finger",
     "0 a down 100 50; 20 a move 110 50; 2000 a move 118 50; 2500 b down 218 50; 2600 b move 228 50; 2700 b up 228 50",
     "press a; release a; drag-begin a 110,50 from 100,50; drag a 118,50; press b; release b; drag-cancel a 118,50; pinch-begin 173,50 1.000; "
     "pinch-end 173,50 1.000 from 173,50"},
    {"two fingers beside a drag pinch, and the drag ends",
     "0 c down 300 150; 20 c move 320 150; 2000 c move 340 150; 2100 a down 100 50; 2110 b down 200 50; 2120 b move 210 50; 2130 c move 380 150; 2140 b up 210 50",
     "press c; release c; drag-begin c 320,150 from 300,150; drag c 340,150; press a; press b; release b; release a; drag-cancel c 340,150; "
     "pinch-begin 155,50 1.000; pinch-end 155,50 1.000 from 155,50"},
    /* clang-format on */
};

static void scripts_play(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(scripts); i++)
        finger_script_expect(scripts[i].name, scripts[i].script, scripts[i].expected);
}

/* The times of the samples that tell of somebody. */
static const struct {
    const char *name, *script, *expected;
} visits[] = {
    {"a tap", "0 a down 50 50; 90 a up 50 50", "0 90 "},
    {"a finger at rest", "0 a down 50 50; 5000 a up 50 50", "0 "},
    {"one that trembles", "0 a down 50 50; 10 a move 52 50; 20 a move 50 50; 4000 a move 53 50; 5000 a up 50 50", "0 "},
    {"by all of the slop", "0 a down 50 50; 10 a move 54 50; 20 a move 46 50; 30 a move 54 50; 4000 a move 46 50", "0 "},
    {"at the edge of the slop",
     "0 a down 50 50; 10 a move 55 50; 20 a move 45 50; 30 a move 55 50; 40 a move 45 50; 50 a move 55 50; 4000 a up 45 50", "0 10 "},
    {"one that rests, moves, and rests",
     "0 a down 50 50; 2000 a move 60 50; 2100 a move 70 50; 2200 a move 69 50; 9000 a move 70 50; 9100 a up 70 50", "0 2000 2100 "},
    {"and moves on", "0 a down 50 50; 2000 a move 60 50; 8000 a move 60 90; 8100 a up 60 90", "0 2000 8000 8100 "},
    {"a palm that shifts", "0 a down 50 50; 3500 a move 90 50; 3600 a move 130 50; 3700 a up 130 50", "0 "},
    {"a slow drag", "0 a down 50 50; 900 a move 55 50; 1800 a move 57 50; 2700 a move 59 50; 3600 a move 61 50", "0 900 1800 2700 3600 "},
    {"a pinch held still",
     "0 a down 50 50; 10 b down 90 50; 20 b move 99 50; 30 a move 51 50; 5000 a move 50 50; 5010 b move 98 50; 5020 b up 98 50",
     "0 10 20 "},
    {"fingers nobody knows", "0 a move 50 50; 10 a up 90 50; 20 a cancel 90 50", ""},
    {"what was taken away", "0 a down 50 50; 10 cancel-all; 20 a move 90 50; 30 a up 90 50", "0 "},
    {"a lost finger", "0 a down 50 50; 10 a cancel 50 50", "0 "},
};

static void somebody_is_there(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(visits); i++) {
        struct gestures gestures;
        struct buffer out = {0};

        gestures_init(&gestures, setup);
        buffer_add(&out, "", 0);
        for (const char *at = visits[i].script; at; at = strchr(at, ';')) {
            at += *at == ';';
            if (finger_script_step(&gestures, at))
                buffer_printf(&out, "%ld ", strtol(at, NULL, 10));
        }
        if (strcmp(out.bytes, visits[i].expected) != 0)
            fail_msg("%s:\n got %s\nwant %s", visits[i].name, out.bytes, visits[i].expected);
        buffer_finish(&out);
    }
}

/* How many of a hundred downs are felt. */
static int felt_downs(int every_ms, float step_px)
{
    struct gestures gestures;
    struct gesture gesture;
    int felt = 0, taps = 0;

    gestures_init(&gestures, setup);
    for (int i = 0; i < 100; i++) {
        struct pointer_sample sample = {i, POINTER_DOWN, {50 + step_px * (float)i, 50}, (int64_t)i * every_ms};

        felt += gestures_sample(&gestures, &sample);
        sample.kind = POINTER_UP;
        sample.ms += 10;
        gestures_sample(&gestures, &sample);
        while (gestures_next(&gestures, &gesture))
            taps += gesture.kind == GESTURE_TAP;
    }
    assert_int_equal(taps, felt);
    return felt;
}

static void what_chatters_is_nobody(void **state)
{
    static const struct {
        int every_ms;
        float step_px;
        int felt;
    } rows[] = {{20, 0, 40}, {499, 0, 40}, {500, 0, 100}, {20, 9, 40}, {20, 10, 100}, {200, 300, 100}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        int felt = felt_downs(rows[i].every_ms, rows[i].step_px);

        if (felt != rows[i].felt)
            fail_msg("every %d ms, %g px apart: %d felt, not %d", rows[i].every_ms, (double)rows[i].step_px, felt, rows[i].felt);
    }
}

static void an_ignored_finger_does_nothing(void **state)
{
    struct gestures gestures;
    struct buffer out = {0};

    (void)state;
    gestures_init(&gestures, setup);
    assert_true(finger_script_step(&gestures, "0 a down 50 50"));
    gestures_ignore(&gestures, 'a');
    gestures_ignore(&gestures, 'b'); /* nobody */
    assert_false(finger_script_step(&gestures, "20 a move 90 50"));
    assert_false(finger_script_step(&gestures, "700 a up 90 50"));
    finger_script_play(&gestures, "710 tick; 800 a down 50 50; 850 a up 50 50", &out);
    assert_string_equal(out.bytes, "press a; tap a");
    buffer_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scripts_play),
        cmocka_unit_test(somebody_is_there),
        cmocka_unit_test(what_chatters_is_nobody),
        cmocka_unit_test(an_ignored_finger_does_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
