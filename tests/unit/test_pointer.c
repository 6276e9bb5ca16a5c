/* Pointers: rotated panels, and what drivers do to fingers and mice. */
#include "input/pointer.h"

#include "base/mem.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- rotation ---- */

/* A panel of 1920x1080 as mounted; the upright screen is 1080x1920 when it stands. Corners of the panel, clockwise from its top left. */
static void corners(void **state)
{
    static const struct {
        int rotation;
        struct size size;
        struct point expected[4];
    } rows[] = {
        {0, {1920, 1080}, {{0, 0}, {1919, 0}, {1919, 1079}, {0, 1079}}},
        {90, {1080, 1920}, {{0, 1919}, {0, 0}, {1079, 0}, {1079, 1919}}},
        {180, {1920, 1080}, {{1919, 1079}, {0, 1079}, {0, 0}, {1919, 0}}},
        {270, {1080, 1920}, {{1079, 0}, {1079, 1919}, {0, 1919}, {0, 0}}},
    };
    static const struct point panel[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        for (int corner = 0; corner < 4; corner++) {
            struct raw_pointer raw = {RAW_FINGER, POINTER_DOWN, 1, panel[corner].x, panel[corner].y, 0};
            struct pointer_sample samples[2];
            struct pointer pointer;

            pointer_init(&pointer, rows[i].size, rows[i].rotation);
            assert_int_equal(pointer_translate(&pointer, &raw, samples), 1);
            if (fabsf(samples[0].at.x - rows[i].expected[corner].x) > 0.01f || fabsf(samples[0].at.y - rows[i].expected[corner].y) > 0.01f)
                fail_msg("rotation %d, corner %d: %g,%g", rows[i].rotation, corner, (double)samples[0].at.x, (double)samples[0].at.y);
        }
}

/* Turning clockwise by a quarter carries a point a quarter of the way along the top to a quarter of the way down the right side. */
static void inner_points(void **state)
{
    static const struct {
        int rotation;
        float x, y;
    } rows[] = {{0, 0.25f, 0.125f}, {90, 0.875f, 0.25f}, {180, 0.75f, 0.875f}, {270, 0.125f, 0.75f}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct raw_pointer raw = {RAW_MOUSE, POINTER_DOWN, 0, rows[i].x, rows[i].y, 0};
        struct pointer_sample samples[2];
        struct pointer pointer;

        pointer_init(&pointer, (struct size){800, 400}, rows[i].rotation);
        assert_int_equal(pointer_translate(&pointer, &raw, samples), 1);
        assert_true(fabsf(samples[0].at.x - 200) < 0.01f && fabsf(samples[0].at.y - 50) < 0.01f);
    }
}

static void outside_is_clamped(void **state)
{
    static const struct {
        float x, y;
        struct point expected;
    } rows[] = {
        {1.0f, 1.0f, {99, 49}},    {1.5f, 7.0f, {99, 49}}, {-0.1f, -3.0f, {0, 0}},
        {0.9999f, 0.5f, {99, 25}}, {NAN, 0.5f, {0, 25}},   {INFINITY, -INFINITY, {99, 0}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct raw_pointer raw = {RAW_FINGER, POINTER_DOWN, 1, rows[i].x, rows[i].y, 0};
        struct pointer_sample samples[2];
        struct pointer pointer;

        pointer_init(&pointer, (struct size){100, 50}, 0);
        assert_int_equal(pointer_translate(&pointer, &raw, samples), 1);
        if (samples[0].at.x != rows[i].expected.x || samples[0].at.y != rows[i].expected.y)
            fail_msg("row %zu: %g,%g", i, (double)samples[0].at.x, (double)samples[0].at.y);
    }
}

/* ---- drivers ---- */

/* Steps: "MS SOURCE KIND X", SOURCE f or g (fingers 1 and 2), h (finger 3) or m; X in hundredths. Samples: kind, source, x in pixels of a
 * screen 100 wide. */
static const struct {
    const char *name, *script, *expected;
} scripts[] = {
    /* clang-format off */
    {"a finger", "0 f down 10; 16 f move 20; 32 f up 20", "down f 10; move f 20; up f 20"},
    {"a mouse alone", "0 m down 10; 16 m move 20; 32 m up 20; 40 m move 30", "down m 10; move m 20; up m 20"},
    {"a mouse that hovers", "0 m move 10; 16 m move 20; 30 m up 20; 40 m cancel 20", ""},
    {"a click echoes during the touch", "0 f down 10; 1 m down 10; 90 f up 10; 91 m up 10", "down f 10; up f 10"},
    {"before it: the press is taken back",
     "0 m down 10; 1 f down 10; 90 f up 10; 91 m up 10",
     "down m 10; cancel m 10; down f 10; up f 10"},
    {"after it", "0 f down 10; 90 f up 10; 91 m down 10; 92 m up 10; 789 m down 10; 789 m up 10", "down f 10; up f 10"},
    {"a real mouse later", "0 f down 10; 90 f up 10; 790 m down 30; 800 m up 30", "down f 10; up f 10; down m 30; up m 30"},
    {"an echo that moves", "0 f down 10; 1 m down 10; 20 f move 30; 21 m move 30; 40 f up 30; 41 m up 30", "down f 10; move f 30; up f 30"},
    {"a second finger does not wake the mouse",
     "0 f down 10; 5 g down 50; 20 f up 10; 800 m down 10; 810 g up 50",
     "down f 10; down g 50; up f 10; up g 50"},
    {"the first touch after a re-plug comes as a click only",
     "0 m down 10; 90 m up 10; 2000 f down 20; 2090 f up 20",
     "down m 10; up m 10; down f 20; up f 20"},
    {"and becomes a finger with its first move",
     "0 m down 10; 16 m move 12; 17 f down 12; 33 f move 20; 34 m move 20; 50 f up 20; 51 m up 20",
     "down m 10; move m 12; cancel m 12; down f 12; move f 20; up f 20"},
    {"moves and ups of unknown fingers", "0 f move 10; 5 f up 10; 9 f cancel 10; 20 m down 30; 40 m up 30", "down m 30; up m 30"},
    {"an unknown finger leaves the mouse alone", "0 m down 30; 5 f move 10; 40 m up 30", "down m 30; up m 30"},
    {"a lost up: the same finger comes down again", "0 f down 10; 500 f down 20; 590 f up 20", "down f 10; down f 20; up f 20"},
    {"a finger that lies there: the mouse hears again after 3 s",
     "0 f down 10; 2999 m down 10; 3000 m down 20; 3010 m up 20; 3020 f up 10",
     "down f 10; down m 20; up m 20; up f 10"},
    {"though it trembles",
     "0 f down 10; 9000 f move 11; 9001 m down 30; 9010 f move 10; 9020 m move 40; 9030 m up 40",
     "down f 10; move f 11; down m 30; move f 10; move m 40; up m 40"},
    {"its end may have an echo, before it or after",
     "0 f down 10; 5000 m down 10; 5001 f up 10; 5600 m down 10; 5701 m down 20",
     "down f 10; down m 10; cancel m 10; up f 10; down m 20"},
    {"a lost up: that finger is not known any more", "0 f down 10; 10000 m down 20; 10010 m up 20; 10020 f up 10", "down f 10; down m 20; up m 20"},
    {"a mouse whose button stays down gives way", "0 m down 10; 5000 f down 20; 5010 f up 20; 5020 m move 40; 9000 f down 20; 9010 f up 20",
     "down m 10; cancel m 10; down f 20; up f 20; down f 20; up f 20"},
    {"a cancelled finger", "0 f down 10; 20 f cancel 10; 30 f up 10; 40 m down 10; 720 m down 20", "down f 10; cancel f 10; down m 20"},
    {"a cancelled mouse", "0 m down 10; 20 m cancel 10; 30 m up 10", "down m 10; cancel m 10"},
    {"a lost mouse up", "0 m down 10; 500 m down 20; 600 m up 20", "down m 10; down m 20; up m 20"},
    {"fingers leave in any order",
     "0 f down 1; 1 g down 2; 2 h down 3; 3 g up 2; 4 f move 5; 5 h move 6; 6 f up 5; 7 h up 6",
     "down f 1; down g 2; down h 3; up g 2; move f 5; move h 6; up f 5; up h 6"},
    {"time running backwards", "100 f down 1; 50 f up 1; 40 m down 1; 90 m down 1", "down f 1; up f 1"},
    /* clang-format on */
};

static const char *const kind_names[] = {
    [POINTER_DOWN] = "down", [POINTER_MOVE] = "move", [POINTER_UP] = "up", [POINTER_CANCEL] = "cancel"};

static struct raw_pointer read_step(const char *step)
{
    struct raw_pointer raw = {0};
    int ms = 0, x = 0;
    char source = 0, word[16] = "";

    if (sscanf(step, "%d %c %15[a-z] %d", &ms, &source, word, &x) != 4)
        fail_msg("no step: %s", step);
    for (size_t i = 0; i < COUNTOF(kind_names); i++)
        if (strcmp(word, kind_names[i]) == 0)
            raw.kind = (enum pointer_kind)i;
    raw.source = source == 'm' ? RAW_MOUSE : RAW_FINGER;
    raw.id = source == 'm' ? 0 : source;
    raw.x = (float)x / 100;
    raw.ms = ms;
    return raw;
}

static void scripts_play(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(scripts); i++) {
        struct pointer pointer;
        struct buffer out = {0};

        pointer_init(&pointer, (struct size){100, 100}, 0);
        buffer_add(&out, "", 0);
        for (const char *at = scripts[i].script; at; at = strchr(at, ';')) {
            struct pointer_sample samples[2];

            at += *at == ';';
            struct raw_pointer raw = read_step(at);
            int count = pointer_translate(&pointer, &raw, samples);

            for (int k = 0; k < count; k++) {
                char source = samples[k].id == POINTER_MOUSE_ID ? 'm' : (char)samples[k].id;

                assert_true(samples[k].ms == raw.ms);
                buffer_printf(&out, "%s%s %c %.0f", out.length ? "; " : "", kind_names[samples[k].kind], source, (double)samples[k].at.x);
            }
        }
        if (strcmp(out.bytes, scripts[i].expected) != 0)
            fail_msg("%s:\n got %s\nwant %s", scripts[i].name, out.bytes, scripts[i].expected);
        buffer_finish(&out);
    }
}

static void eleven_fingers(void **state)
{
    struct pointer_sample samples[2];
    struct pointer pointer;

    (void)state;
    pointer_init(&pointer, (struct size){100, 100}, 0);
    for (int id = 0; id <= GESTURE_CONTACTS_MAX; id++) {
        struct raw_pointer raw = {RAW_FINGER, POINTER_DOWN, id, 0.5f, 0.5f, id};

        assert_int_equal(pointer_translate(&pointer, &raw, samples), id < GESTURE_CONTACTS_MAX);
    }
    pointer_init(&pointer, (struct size){100, 100}, 0);
    assert_int_equal(pointer_translate(&pointer, &(struct raw_pointer){RAW_MOUSE, POINTER_DOWN, 0, 0.5f, 0.5f, 20}, samples), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(corners),      cmocka_unit_test(inner_points),   cmocka_unit_test(outside_is_clamped),
        cmocka_unit_test(scripts_play), cmocka_unit_test(eleven_fingers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
