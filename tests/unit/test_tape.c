/* Tapes: what lines say, what no tape is, and that what was seen once is seen again. */
#include "support/fake_measure.h"
#include "support/visitor.h"
#include "tape/fingerprint.h"
#include "tape/player.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};

/* ---- lines ---- */

static void lines_say_the_same_when_read_and_written(void **state)
{
    static const char *const lines[] = {
        "0 finger 3 down 0.251300007 0.699999988",
        "16 finger 9007199254740993 move -0.5 1.25",
        "1 finger 0 up 0 1",
        "0 finger 0 cancel 0 1",
        "250 mouse down 0.5 0.333333343",
        "8 mouse move 0.100000001 0.5",
        "8 mouse up 0.5 0.5",
        "1000000 key page-up down",
        "30 key text-size held",
        "5 key back-tab up",
        "5 key minus tap",
        "7 focus-lost",
        "7 display",
        "0 size 1080 1920",
        "0 day 2028-02-29",
        "0 counted who-remembers 12",
        "16 tick",
        "0 paint",
        "4 whole",
        "2000 wait",
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(lines); i++) {
        char line[TAPE_LINE_BYTES], why[TAPE_WHY_BYTES] = "";
        struct tape_event event;
        struct buffer out = {0};

        snprintf(line, sizeof(line), "%s", lines[i]);
        if (!tape_line_read(line, 4000, &event, why))
            fail_msg("%s: %s", lines[i], why);
        assert_true(event.ms >= 4000);
        if (event.kind == TAPE_POINTER)
            assert_true(event.pointer.ms == event.ms);
        tape_line_write(&out, &event, 4000);
        out.bytes[out.length - 1] = '\0';
        assert_string_equal(out.bytes, lines[i]);
        buffer_finish(&out);
    }
}

static void people_may_write_shorter(void **state)
{
    char tap[] = "5\ttap  0.25 0.5", rest[] = "5 tap 0.25 0.5 4000", swipe[] = "5 swipe 0 0.5 1 0.25 300", key[] = "0 key left",
         touch[] = "0 touch next", third[] = "0 touch event 3 if-there", any[] = "0 touch skip if-there", why[TAPE_WHY_BYTES];
    struct tape_event event;

    (void)state;
    assert_true(tape_line_read(tap, 0, &event, why));
    assert_int_equal(event.kind, TAPE_STROKE);
    assert_true(event.stroke.to.x == 0.25F && event.stroke.to.y == 0.5F && event.stroke.ms > 0);
    assert_true(tape_line_read(rest, 0, &event, why));
    assert_int_equal(event.stroke.ms, 4000);
    assert_true(tape_line_read(swipe, 0, &event, why));
    assert_true(event.stroke.from.x == 0 && event.stroke.to.y == 0.25F && event.stroke.ms == 300);
    assert_true(tape_line_read(key, 0, &event, why));
    assert_true(event.key == KEY_LEFT && event.press == TAPE_TAP);
    assert_true(tape_line_read(touch, 0, &event, why));
    assert_true(strcmp(event.touch.name, "next") == 0 && event.touch.nth == 1 && !event.touch.optional);
    assert_true(tape_line_read(third, 0, &event, why));
    assert_true(event.touch.nth == 3 && event.touch.optional);
    assert_true(tape_line_read(any, 0, &event, why));
    assert_true(event.touch.nth == 1 && event.touch.optional);
}

/* A tape is told with its first fault, in the line where it is. */
static void what_is_no_tape_is_told(void **state)
{
    static const struct {
        const char *text;
        int line;
        const char *why;
    } rows[] = {
        {"", 0, "no tape"},
        {"screen 1920 1080\n", 1, "no tape"},
        {"vitrina tape\n", 1, "no tape"},
        {"vitrina tape 1x\n", 1, "no tape"},
        {"# mine\n\nvitrina tape 2\nscreen 1920 1080\n", 3, "form 2"},
        {"vitrina tape 1\n", 1, "for which screen"},
        {"vitrina tape 1\nscreen 1920\n", 2, "'screen 1920' is no line of a tape's head"},
        {"vitrina tape 1\nscreen 1920 1080 3\n", 2, "is no line of a tape's head"},
        {"vitrina tape 1\nscreen 1920 1080\n5 jump\n", 3, "'jump' is no word of a tape"},
        {"vitrina tape 1\nscreen 1920 1080\n\n5 tick\nkey left\n", 5, "'left' is no word"},
        {"vitrina tape 1\nscreen 1920 1080\nfive tick\n", 3, "'five tick' is no line of"},
        {"vitrina tape 1\nscreen 1920 1080\nexhibit 12x\n", 3, "'exhibit 12x' is no line of"},
        {"vitrina tape 1\nscreen 1920 1080\n0 tick\n-5 tick\n", 4, "'-5' is no whole number"},
        {"vitrina tape 1\nscreen 1920 1080\n1000000001 tick\n", 3, "is no whole number"},
        {"vitrina tape 1\nscreen 1920 1080\n5 tick 5\n", 3, "followed by 0 to 0 words"},
        {"vitrina tape 1\nscreen 1920 1080\n5 tap 0.5\n", 3, "followed by 2 to 3 words, not by 1"},
        {"vitrina tape 1\nscreen 1920 1080\n5 tap 0.5 nan\n", 3, "'nan' is no share"},
        {"vitrina tape 1\nscreen 1920 1080\n5 key sideways\n", 3, "'sideways' is none of its words"},
        {"vitrina tape 1\nscreen 1920 1080\n5 key left twice\n", 3, "'twice' is none of its words"},
        {"vitrina tape 1\nscreen 1920 1080\n5 finger a down 0 0\n", 3, "'a' is no whole number"},
        {"vitrina tape 1\nscreen 1920 1080\n5 size 0 5\n", 3, "a width and a height"},
        {"vitrina tape 1\nscreen 1 1\n100 tap 0.5 0.5\n", 2, "for which screen"},
        {"vitrina tape 1\nscreen 1920 1080\n5 day 2027-02-29\n", 3, "is no day"},
        {"vitrina tape 1\nscreen 1920 1080\n5 touch next 0\n", 3, "the first of them is 1"},
        {"vitrina tape 1\nscreen 1920 1080\n5 touch next 1 maybe\n", 3, "'maybe' is not"},
        {"vitrina tape 1\nscreen 1920 1080\n5 touch a\x1b[2J\n5 hop\x1b[2J", 4, "'hop\\x1B[2J' is no word"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct tape tape;
        struct tape_fault fault = {0};

        if (tape_open(&tape, (struct bytes){rows[i].text, strlen(rows[i].text)}, &fault))
            fail_msg("row %zu is taken for a tape", i);
        assert_int_equal(fault.line, rows[i].line);
        if (!strstr(fault.why, rows[i].why))
            fail_msg("row %zu: '%s' does not say '%s'", i, fault.why, rows[i].why);
    }
}

static void a_head_says_the_same_when_read_and_written(void **state)
{
    static const char text[] = "vitrina tape 1\nprogram 0.1.0\nopened 2026-11-30 09:59:59\nexhibit 00f3c2d1e0ffffff\nscreen 1080 1920\n"
                               "start panel/strike\nrecorded\n";
    struct tape tape;
    struct tape_fault fault;
    struct tape_event event;
    struct buffer out = {0};

    (void)state;
    assert_true(tape_open(&tape, (struct bytes){text, strlen(text)}, &fault));
    assert_true(tape.head.recorded && tape.head.screen.w == 1080);
    assert_false(tape_next(&tape, &event));
    tape_head_write(&out, &tape.head);
    assert_string_equal(out.bytes, text);
    buffer_finish(&out);
}

/* ---- playing ---- */

/* The log, each line with its time, and what was missed. */
static char *play(const char *text, const struct visitor *visitor)
{
    struct tape tape;
    struct tape_fault fault;
    struct player player;
    struct buffer out = {0};
    int missed = 0;

    if (!tape_open(&tape, (struct bytes){text, strlen(text)}, &fault))
        fail_msg("%d: %s", fault.line, fault.why);

    struct stage_setup setup = {.exhibit = visitor->exhibit,
                                .measure = fake_measure(NULL),
                                .screen = tape.head.screen,
                                .start = tape.head.start[0] ? tape.head.start : NULL};
    struct stage *stage = stage_create(&setup);

    assert_non_null(stage);
    player_init(&player, &tape, stage, visitor->exhibit);
    do {
        for (const char *line; (line = stage_log(stage));)
            buffer_printf(&out, "%lld %s\n", (long long)player.now_ms, line);
        if (player.missed_count > missed)
            buffer_printf(&out, "%lld no %s %d\n", (long long)player.now_ms, player.missed.name, player.missed.nth);
        missed = player.missed_count;
    } while (player_turn(&player));
    assert_true(player_due(&player) == CLOCK_NEVER);
    stage_destroy(stage);
    return out.bytes;
}

static void what_people_wrote_is_played(void **state)
{
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"vitrina tape 1\nscreen 1920 1080\n5000 key right\n3000 touch panel\n1000 touch next\n1000 swipe 0.8 0.5 0.2 0.5 200\n"
         "1000 touch difference\n1000 touch skip if-there\n0 touch person 7\n1000 wait\n",
         "0 scene attract lang=en via=auto\n5000 scene home lang=en via=key\n8060 scene panel/welcome lang=en via=touch\n"
         "9060 scene panel/charter lang=en via=touch\n10200 scene panel/strike lang=en via=touch\n11000 no difference 1\n12000 no person "
         "7\n"},
        {"vitrina tape 1\nscreen 1080 1920\nstart panel/strike\n100 touch timeline\n100 tap 0.5 0.001 5000\n300 key escape\n",
         "0 scene panel/strike lang=en via=auto\n160 scene timeline lang=en via=touch\n500 scene panel/strike lang=en via=key\n"},
    };
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, NULL);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        char *said = play(rows[i].text, &v);

        assert_string_equal(said, rows[i].expected);
        free(said);
    }
    visitor_leave(&v);
}

/* What a run writes down as it goes: touches and keys at odd times, frames when they came. */
static void tell(struct devices *devices, struct tape_event event, struct buffer *text)
{
    static int64_t since_ms;

    since_ms = text->length == 0 ? 0 : since_ms;
    tape_line_write(text, &event, since_ms);
    since_ms = event.ms;
    devices_take(devices, &event);
}

struct seen {
    uint64_t hashes[4096];
    int count;
};

/* A stage that is left alone for a while, then swiped, written on and turned by hands that do not wait for it. */
static void run_by_hand(const struct visitor *v, struct buffer *text, struct seen *seen)
{
    struct stage *stage =
        stage_create(&(struct stage_setup){.exhibit = v->exhibit, .measure = fake_measure(NULL), .screen = SCREEN, .now_ms = 0});
    struct devices devices;
    unsigned random = 7;
    int64_t now = 0;

    devices_init(&devices, &(struct devices_setup){.stage = stage, .exhibit = v->exhibit, .screen = SCREEN});
    for (int i = 0; i < 2000; i++) {
        random = random * 1103515245u + 12345u;
        now += random >> 16 & (i % 100 < 90 ? 15 : 4095);

        struct raw_pointer pointer = {RAW_FINGER,
                                      (enum pointer_kind)(random >> 20 & 3),
                                      random >> 22 & 1,
                                      (float)(random >> 9 & 1023) / 1023,
                                      (float)(random >> 5 & 255) / 255,
                                      now};
        struct tape_event input = {.kind = TAPE_POINTER, .ms = now, .pointer = pointer};

        if (i % 7 == 0)
            input =
                (struct tape_event){.kind = TAPE_KEY, .ms = now, .key = (enum key)(random >> 8 % KEY_COUNT) % KEY_COUNT, .press = TAPE_TAP};
        else if (i % 301 == 0)
            input = (struct tape_event){.kind = i % 2 ? TAPE_FOCUS : TAPE_DISPLAY, .ms = now};
        else if (i % 401 == 0)
            input = (struct tape_event){.kind = TAPE_SIZE, .ms = now, .size = i % 2 ? (struct size){1080, 1920} : SCREEN};
        tell(&devices, input, text);
        now += random >> 24 & 7;
        if (random >> 27 & 1)
            continue;
        tell(&devices, (struct tape_event){.kind = TAPE_TICK, .ms = now}, text);
        stage_tick(stage, now);
        tell(&devices, (struct tape_event){.kind = TAPE_PAINT, .ms = now}, text);
        seen->hashes[seen->count++] = frame_hash(stage_frame(stage, now));
        if (random >> 28 & 1)
            continue;
        tell(&devices, (struct tape_event){.kind = TAPE_WHOLE, .ms = now}, text);
        stage_painted(stage, now);
        while (stage_log(stage))
            continue;
    }
    stage_destroy(stage);
}

static void what_was_recorded_shows_the_same_frames(void **state)
{
    struct visitor v;
    struct buffer lines = {0}, text = {0};
    struct seen *seen = mem_alloc(sizeof(*seen));
    struct tape tape;
    struct tape_fault fault;
    struct player player;
    int paints = 0, others = 0;

    (void)state;
    visitor_come(&v, SCREEN, NULL);
    run_by_hand(&v, &lines, seen);
    tape_head_write(&text, &(struct tape_head){.screen = SCREEN, .recorded = true});
    buffer_add(&text, lines.bytes, lines.length);
    assert_true(tape_open(&tape, (struct bytes){text.bytes, text.length}, &fault));

    struct stage *stage = stage_create(&(struct stage_setup){.exhibit = v.exhibit, .measure = fake_measure(NULL), .screen = SCREEN});

    player_init(&player, &tape, stage, v.exhibit);
    for (bool painted = player.next.kind == TAPE_PAINT; player_turn(&player); painted = player.next.kind == TAPE_PAINT) {
        if (!painted)
            continue;
        uint64_t hash = frame_hash(stage_frame(stage, player.now_ms));

        assert_true(hash == seen->hashes[paints]);
        others += paints > 0 && hash != seen->hashes[paints - 1];
        paints++;
    }
    assert_int_equal(paints, seen->count);
    assert_true(others > 500); /* so something was seen */
    stage_destroy(stage);
    visitor_leave(&v);
    buffer_finish(&lines);
    buffer_finish(&text);
    free(seen);
}

/* Another text, or another file, is another exhibit. */
static void fingerprints_tell_exhibits_apart(void **state)
{
    struct files *one = files_open("tests/exhibit"), *other = files_open("tests/maps");

    (void)state;
    assert_non_null(one);
    assert_non_null(other);
    assert_true(fingerprint_of(one) == fingerprint_of(one));
    assert_true(fingerprint_of(one) != fingerprint_of(other));
    assert_true(fingerprint_of(other) != 0);
    files_close(one);
    files_close(other);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_say_the_same_when_read_and_written),
        cmocka_unit_test(people_may_write_shorter),
        cmocka_unit_test(what_is_no_tape_is_told),
        cmocka_unit_test(a_head_says_the_same_when_read_and_written),
        cmocka_unit_test(what_people_wrote_is_played),
        cmocka_unit_test(what_was_recorded_shows_the_same_frames),
        cmocka_unit_test(fingerprints_tell_exhibits_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
