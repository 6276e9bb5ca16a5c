/* Gestures: little scripts of fingers with what must come of them, and promises kept under random fingers. */
#include "support/finger_script.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* One pixel is one millimetre here. */
static const struct gesture_setup setup = {.px_per_mm = 1};

/* ---- scripts ---- */

/* In the words of support/finger_script.h. */
static const struct {
    const char *name, *script, *expected;
} scripts[] = {
    /* clang-format off */
    {"tap", "0 a down 50 50; 90 a up 50 50", "press a; tap a"},
    {"tap with a rolling fingertip", "0 a down 50 50; 40 a move 52 53; 90 a up 53 52", "press a; tap a"},
    {"the slop itself is still a tap", "0 a down 50 50; 40 a move 54 50; 90 a up 54 50", "press a; tap a"},
    {"sliding out and back is no tap",
     "0 a down 50 50; 20 a move 60 50; 40 a move 50 50; 200 a up 50 50",
     "press a; release a; drag-begin a 60,50 from 50,50; drag a 50,50; drag-end a 0,0"},
    {"an up elsewhere counts as a move",
     "0 a down 50 50; 50 a up 60 50",
     "press a; release a; drag-begin a 60,50 from 50,50; drag-end a 200,0 flick"},
    {"double tap is two taps", "0 a down 5 5; 50 a up 5 5; 150 a down 5 5; 200 a up 5 5", "press a; tap a; press a; tap a"},
    {"long press", "0 a down 50 50; 599 tick; 600 tick; 900 a up 50 50", "press a; long a 600; release a"},
    {"long press without a tick", "0 a down 50 50; 601 a up 50 50", "press a; long a 600; release a"},
    {"a long press may become a drag",
     "0 a down 50 50; 700 a move 60 50; 950 a up 60 50",
     "press a; long a 600; release a; drag-begin a 60,50 from 50,50; drag-end a 0,0"},
    {"a palm rests", "0 a down 50 50; 2999 tick; 3000 tick; 3500 a move 90 50; 4000 a up 90 50", "press a; long a 600; release a"},
    {"a resting palm does not hinder",
     "0 a down 50 50; 3100 b down 80 50; 3120 b move 90 50; 3400 b up 90 50; 3500 c down 60 60; 3550 c up 60 60",
     "press a; long a 600; release a; press b; release b; drag-begin b 90,50 from 80,50; drag-end b 0,0; press c; tap c"},
    {"cancel of a press", "0 a down 50 50; 50 a cancel 50 50; 60 a up 50 50", "press a; release a"},
    {"cancel of a drag",
     "0 a down 50 50; 20 a move 60 50; 50 a cancel 60 50",
     "press a; release a; drag-begin a 60,50 from 50,50; drag-cancel a 60,50"},
    {"a lost up: silent for 10 s",
     "0 a down 50 50; 20 a move 60 50; 10019 tick; 10020 tick; 10030 a move 90 50; 10040 a up 90 50",
     "press a; release a; drag-begin a 60,50 from 50,50; drag-cancel a 60,50"},
    {"a lost up: the id comes down again", "0 a down 50 50; 200 a down 70 70; 250 a up 70 70", "press a; release a; press a; tap a"},
    {"unknown ids", "0 b move 5 5; 5 b up 5 5; 9 b cancel 5 5", ""},
    {"flick",
     "0 a down 100 50; 16 a move 110 50; 32 a move 120 50; 48 a move 130 50; 60 a up 130 50",
     "press a; release a; drag-begin a 110,50 from 100,50; drag a 120,50; drag a 130,50; drag-end a 625,0 flick"},
    {"a slow drag is no flick",
     "0 a down 100 50; 100 a move 110 50; 200 a move 120 50; 210 a up 120 50",
     "press a; release a; drag-begin a 110,50 from 100,50; drag a 120,50; drag-end a 100,0"},
    {"the slowest flick",
     "0 a down 100 50; 50 a move 106 50; 100 a move 112 50; 110 a up 112 50",
     "press a; release a; drag-begin a 106,50 from 100,50; drag a 112,50; drag-end a 120,0 flick"},
    {"a rest before the end",
     "0 a down 100 50; 16 a move 120 50; 32 a move 140 50; 133 a up 140 50",
     "press a; release a; drag-begin a 120,50 from 100,50; drag a 140,50; drag-end a 0,0"},
    {"no rest yet",
     "0 a down 100 50; 16 a move 120 50; 32 a move 140 50; 132 a up 140 50",
     "press a; release a; drag-begin a 120,50 from 100,50; drag a 140,50; drag-end a 1250,0 flick"},
    {"a rest in spite of repeated samples",
     "0 a down 100 50; 16 a move 120 50; 60 a move 120 50; 118 a move 120 50; 119 a up 120 50",
     "press a; release a; drag-begin a 120,50 from 100,50; drag-end a 0,0"},
    {"only the last 80 ms count",
     "0 a down 100 50; 20 a move 200 50; 100 a move 200 58; 150 a move 200 63; 160 a up 200 63",
     "press a; release a; drag-begin a 200,50 from 100,50; drag a 200,58; drag a 200,63; drag-end a 0,100"},
    {"all at the same time",
     "7 a down 100 50; 7 a move 110 50; 7 a move 120 50; 7 a up 120 50",
     "press a; release a; drag-begin a 110,50 from 100,50; drag a 120,50; drag-end a 2000,0 flick"},
    {"time running backwards",
     "100 a down 100 50; 90 a move 110 50; 50 a move 120 50; 40 a up 120 50",
     "press a; release a; drag-begin a 110,50 from 100,50; drag a 120,50; drag-end a 2000,0 flick"},
    {"two visitors tap at once", "0 a down 50 50; 10 b down 900 50; 80 a up 50 50; 90 b up 900 50", "press a; press b; tap a; tap b"},
    {"so do two close fingers", "0 a down 50 50; 10 b down 90 50; 80 b up 90 50; 90 a up 50 50", "press a; press b; tap b; tap a"},
    {"a tap beside a drag",
     "0 a down 50 50; 20 a move 60 50; 30 b down 90 50; 40 a move 70 50; 90 b up 90 50; 300 a up 70 50",
     "press a; release a; drag-begin a 60,50 from 50,50; press b; drag a 70,50; tap b; drag-end a 0,0"},
    {"one drag at a time",
     "0 a down 50 50; 20 a move 60 50; 30 b down 900 50; 40 b move 920 50; 50 b move 940 50; 60 b up 940 50; 300 a up 60 50",
     "press a; release a; drag-begin a 60,50 from 50,50; press b; release b; drag-end a 0,0"},
    {"the next drag after the first",
     "0 a down 50 50; 20 a move 60 50; 30 b down 900 50; 40 a up 60 50; 60 b move 920 50; 300 b up 920 50",
     "press a; release a; drag-begin a 60,50 from 50,50; press b; drag-end a 500,0 flick; release b; drag-begin b 920,50 from 900,50; drag-end b 0,0"},
    {"pinch",
     "0 a down 100 50; 10 b down 200 50; 20 b move 210 50; 30 a move 45 50; 40 b up 210 50; 50 a move 10 50; 60 a up 10 50",
     "press a; press b; release b; release a; pinch-begin 155,50 1.000; pinch 127.5,50 1.500 from 155,50; pinch-end 127.5,50 1.500 from 155,50"},
    {"a pinch takes over a drag",
     "0 a down 100 50; 10 a move 110 50; 20 b down 210 50; 30 b move 216 50; 40 b move 110 50; 50 a up 110 50; 60 b up 110 50",
     "press a; release a; drag-begin a 110,50 from 100,50; press b; release b; drag-cancel a 110,50; pinch-begin 163,50 1.000; pinch 110,50 0.009 from 163,50; " "pinch-end 110,50 0.009 from 163,50"},
    {"the finger a pinch leaves does nothing, a new one does",
     "0 a down 100 50; 10 b down 200 50; 20 b move 210 50; 30 b up 210 50; 40 b down 300 50; 50 b move 330 50; 60 a move 10 50; 500 b up 330 50",
     "press a; press b; release b; release a; pinch-begin 155,50 1.000; pinch-end 155,50 1.000 from 155,50; press b; release b; drag-begin b 330,50 from 300,50; drag-end b 0,0"},
    {"too far apart for a pinch",
     "0 a down 100 50; 10 b down 400 50; 20 b move 410 50; 30 a move 90 50; 40 a up 90 50; 300 b up 410 50",
     "press a; press b; release b; drag-begin b 410,50 from 400,50; release a; drag-end b 0,0"},
    {"a cancelled finger ends a pinch",
     "0 a down 100 50; 10 b down 200 50; 20 b move 210 50; 30 a cancel 100 50; 60 b up 210 50",
     "press a; press b; release b; release a; pinch-begin 155,50 1.000; pinch-end 155,50 1.000 from 155,50"},
    {"both fingers in one place",
     "0 a down 100 50; 10 b down 106 50; 20 b move 100 50; 30 b move 110 50; 40 b up 110 50; 50 a up 100 50",
     "press a; press b; release b; release a; pinch-begin 100,50 1.000; pinch 105,50 10.000 from 100,50; pinch-end 105,50 10.000 from 100,50"},
    {"a finger that comes after one of two has gone pinches with the other",
     "0 a down 100 50; 10 b down 900 50; 20 a up 100 50; 30 c down 950 50; 40 c move 960 50; 50 b up 900 50; 60 c up 960 50",
     "press a; press b; tap a; press c; release c; release b; pinch-begin 930,50 1.000; pinch-end 930,50 1.000 from 930,50"},
    {"focus lost",
     "0 a down 100 50; 10 b down 900 50; 20 b move 920 50; 30 cancel-all; 40 a up 100 50; 50 b up 920 50; 9999 tick",
     "press a; press b; release b; drag-begin b 920,50 from 900,50; release a; drag-cancel b 920,50"},
    {"focus lost in a pinch",
     "0 a down 100 50; 10 b down 200 50; 20 b move 210 50; 30 cancel-all; 40 a up 100 50; 50 b up 210 50",
     "press a; press b; release b; release a; pinch-begin 155,50 1.000; pinch-end 155,50 1.000 from 155,50"},
    /* clang-format on */
};

static void scripts_play(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(scripts); i++)
        finger_script_expect(scripts[i].name, scripts[i].script, scripts[i].expected);
}

/* ---- moments ---- */

static void sizes_are_physical(void **state)
{
    struct gestures gestures;
    struct buffer out = {0};

    (void)state;
    gestures_init(&gestures, (struct gesture_setup){.px_per_mm = 10});
    finger_script_play(
        &gestures, "0 a down 500 500; 10 a move 540 500; 20 a up 540 500; 30 a down 500 500; 50 a move 541 500; 60 a cancel 541 500", &out);
    assert_string_equal(out.bytes, "press a; tap a; press a; release a; drag-begin a 541,500 from 500,500; drag-cancel a 541,500");
    buffer_finish(&out);
}

static void deadlines(void **state)
{
    static const struct {
        const char *script;
        int64_t expected;
    } rows[] = {
        {"0 tick", CLOCK_NEVER},
        {"5 a down 0 0", 605},
        {"5 a down 0 0; 605 tick", 3005},
        {"5 a down 0 0; 3005 tick", 10005},
        {"5 a down 0 0; 20 a move 50 0", 10020},
        {"5 a down 0 0; 20 a move 50 0; 30 b down 99 0", 630},
        {"5 a down 0 0; 30 a up 0 0", CLOCK_NEVER},
        {"5 a down 0 0; 10005 tick", CLOCK_NEVER},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct gestures gestures;
        struct buffer out = {0};

        gestures_init(&gestures, setup);
        finger_script_play(&gestures, rows[i].script, &out);
        if (gestures_deadline(&gestures) != rows[i].expected)
            fail_msg("%s: %lld", rows[i].script, (long long)gestures_deadline(&gestures));
        buffer_finish(&out);
    }
}

/* A device of 1,000 samples a second: a last jerk of 8 ms does not make the velocity. */
static void velocity_of_a_fast_device(void **state)
{
    struct gestures gestures;
    struct gesture gesture;
    char step[64];

    (void)state;
    gestures_init(&gestures, setup);
    finger_script_step(&gestures, "0 a down 0 0");
    for (int i = 1; i <= 100; i++) {
        snprintf(step, sizeof(step), "%d a move %d 0", i, i <= 92 ? i : 92 + (i - 92) * 10);
        finger_script_step(&gestures, step);
    }
    finger_script_step(&gestures, "100 a up 172 0");
    while (gestures_next(&gestures, &gesture))
        ;
    assert_int_equal(gesture.kind, GESTURE_DRAG_END);
    assert_true(gesture.velocity.x > 1500 && gesture.velocity.x < 2500);
}

/* Nobody takes gestures for a while: moves melt together, everything else waits. */
static void queue_keeps_ends(void **state)
{
    struct gestures gestures;
    struct buffer out = {0};
    char step[64];

    (void)state;
    gestures_init(&gestures, setup);
    finger_script_step(&gestures, "0 a down 0 0");
    for (int i = 1; i <= 500; i++) {
        snprintf(step, sizeof(step), "%d a move %d 0", i * 10, i * 10);
        finger_script_step(&gestures, step);
        if (i == 200)
            finger_script_step(&gestures, "2000 b down 900 900");
        if (i == 210)
            finger_script_step(&gestures, "2100 b up 900 900");
    }
    finger_script_step(&gestures, "5000 a up 5000 0");
    finger_script_take(&gestures, &out);
    assert_string_equal(out.bytes,
                        "press a; release a; drag-begin a 10,0 from 0,0; drag a 5000,0; press b; tap b; drag-end a 1000,0 flick");
    buffer_finish(&out);
}

static void downs_beyond_the_queue_are_ignored(void **state)
{
    struct gestures gestures;
    struct gesture gesture;
    int presses = 0, taps = 0;
    char step[64];

    (void)state;
    gestures_init(&gestures, setup);
    for (int i = 0; i < 1000; i++) {
        snprintf(step, sizeof(step), "%d a down 5 5", i * 10);
        finger_script_step(&gestures, step);
        snprintf(step, sizeof(step), "%d a up 5 5", i * 10 + 5);
        finger_script_step(&gestures, step);
    }
    while (gestures_next(&gestures, &gesture)) {
        presses += gesture.kind == GESTURE_PRESS;
        taps += gesture.kind == GESTURE_TAP;
    }
    assert_true(presses > GESTURE_CONTACTS_MAX);
    assert_int_equal(presses, taps);
}

static void eleven_fingers(void **state)
{
    struct gestures gestures;
    struct gesture gesture;
    int presses = 0;
    char step[64];

    (void)state;
    gestures_init(&gestures, setup);
    for (int i = 0; i < 11; i++) {
        snprintf(step, sizeof(step), "%d %c down %d 5", i, 'a' + i, i * 400);
        finger_script_step(&gestures, step);
        while (gestures_next(&gestures, &gesture))
            presses++;
    }
    assert_int_equal(presses, GESTURE_CONTACTS_MAX);
    finger_script_step(&gestures, "3100 tick"); /* all rest; the next one takes the place of one of them */
    while (gestures_next(&gestures, &gesture))
        ;
    finger_script_step(&gestures, "3200 z down 5 5");
    assert_true(gestures_next(&gestures, &gesture));
    assert_int_equal(gesture.kind, GESTURE_PRESS);
    assert_int_equal(gesture.id, 'z');
}

/* ---- random fingers ---- */

static uint32_t seed = 1;

static int pick(int low, int high)
{
    seed = seed * 1664525u + 1013904223u;
    return low + (int)((seed >> 8) % (uint32_t)(high - low + 1));
}

enum { FINGERS = 14 };

/* What the header promises, followed gesture by gesture. */
struct promises {
    bool pressed[FINGERS], long_pressed[FINGERS];
    int64_t dragging; /* id, -1 for none */
    bool pinching;
    int count[FINGER_SCRIPT_KINDS];
};

static void follow(struct promises *promises, const struct gesture *gesture)
{
    int64_t id = gesture->id;

    promises->count[gesture->kind]++;
    assert_true(isfinite(gesture->velocity.x) && isfinite(gesture->velocity.y) && isfinite(gesture->scale) && gesture->scale > 0);
    if (!finger_script_is_pinch(gesture->kind))
        assert_true(id >= 0 && id < FINGERS);
    switch (gesture->kind) {
    case GESTURE_PRESS:
        assert_false(promises->pressed[id]);
        promises->pressed[id] = true;
        promises->long_pressed[id] = false;
        break;
    case GESTURE_RELEASE:
    case GESTURE_TAP:
        assert_true(promises->pressed[id]);
        assert_false(gesture->kind == GESTURE_TAP && promises->long_pressed[id]);
        promises->pressed[id] = false;
        break;
    case GESTURE_LONG_PRESS:
        assert_true(promises->pressed[id] && !promises->long_pressed[id]);
        promises->long_pressed[id] = true;
        break;
    case GESTURE_DRAG_BEGIN:
        assert_int_equal(promises->dragging, -1);
        assert_false(promises->pressed[id] || promises->pinching);
        promises->dragging = id;
        break;
    case GESTURE_DRAG:
        assert_int_equal(promises->dragging, id);
        break;
    case GESTURE_DRAG_END:
    case GESTURE_DRAG_CANCEL:
        assert_int_equal(promises->dragging, id);
        promises->dragging = -1;
        break;
    case GESTURE_PINCH_BEGIN:
        assert_true(!promises->pinching && promises->dragging == -1);
        promises->pinching = true;
        break;
    case GESTURE_PINCH:
        assert_true(promises->pinching);
        break;
    case GESTURE_PINCH_END:
        assert_true(promises->pinching);
        promises->pinching = false;
        break;
    }
}

static void follow_all(struct gestures *gestures, struct promises *promises)
{
    struct gesture gesture;

    while (gestures_next(gestures, &gesture))
        follow(promises, &gesture);
}

struct hands {
    int64_t now_ms;
    struct point at[FINGERS];
};

static void random_step(struct gestures *gestures, struct hands *hands)
{
    static const enum pointer_kind kinds[] = {POINTER_DOWN, POINTER_DOWN, POINTER_UP, POINTER_UP, POINTER_CANCEL};
    int finger = pick(0, pick(0, 1) ? 2 : FINGERS - 1), reach = pick(0, 5) ? 2 : pick(0, 200);
    enum pointer_kind kind = pick(0, 9) < 5 ? POINTER_MOVE : kinds[pick(0, (int)COUNTOF(kinds) - 1)];
    struct point *at = &hands->at[finger];

    if (kind == POINTER_DOWN)
        *at = (struct point){(float)pick(0, 1000), (float)pick(0, 300)};
    else
        *at = (struct point){at->x + (float)pick(-reach, reach), at->y + (float)pick(-reach, reach)};
    hands->now_ms += pick(0, 60) == 0 ? pick(0, 12000) : pick(0, 30);
    if (pick(0, 4) == 0)
        gestures_tick(gestures, hands->now_ms);
    gestures_sample(gestures, &(struct pointer_sample){finger, kind, *at, hands->now_ms - (pick(0, 20) ? 0 : pick(0, 50))});
}

static void check_all_ended(struct gestures *gestures, struct promises *promises, int64_t now)
{
    struct gesture gesture;

    gestures_cancel_all(gestures, now);
    follow_all(gestures, promises);
    for (int i = 0; i < FINGERS; i++)
        assert_false(promises->pressed[i]);
    assert_int_equal(promises->dragging, -1);
    assert_false(promises->pinching);
    assert_true(gestures_deadline(gestures) == CLOCK_NEVER);
    gestures_tick(gestures, now + 100000);
    assert_false(gestures_next(gestures, &gesture));
}

static void random_fingers(void **state)
{
    struct promises promises = {.dragging = -1};

    (void)state;
    for (int round = 0; round < 300; round++) {
        struct gestures gestures;
        struct hands hands = {.now_ms = pick(0, 100000)};
        int patience = pick(0, 1) ? 1 : pick(1, 300); /* steps between two looks into the queue */

        gestures_init(&gestures, setup);
        for (int step = 0; step < 1000; step++) {
            random_step(&gestures, &hands);
            if (pick(1, patience) == 1)
                follow_all(&gestures, &promises);
        }
        check_all_ended(&gestures, &promises, hands.now_ms);
    }
    for (size_t kind = 0; kind < COUNTOF(promises.count); kind++)
        if (promises.count[kind] < 100)
            fail_msg("only %d of %s", promises.count[kind], finger_script_kind((enum gesture_kind)kind));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scripts_play),     cmocka_unit_test(sizes_are_physical),
        cmocka_unit_test(deadlines),        cmocka_unit_test(velocity_of_a_fast_device),
        cmocka_unit_test(queue_keeps_ends), cmocka_unit_test(downs_beyond_the_queue_are_ignored),
        cmocka_unit_test(eleven_fingers),   cmocka_unit_test(random_fingers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
