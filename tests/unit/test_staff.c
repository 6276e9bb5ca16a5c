/* Staff: the way in, what waits behind it, and the touch screen's test. */
#include "pins/pin.h"
#include "staff/deeds.h"
#include "staff/staff.h"
#include "staff/tries.h"
#include "support/fake_measure.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SCREEN_W = 1920, SCREEN_H = 1080, CORNER = 20, MINUTE_MS = 60 * 1000 };

struct fixture {
    struct visitor visitor;
    struct staff staff;
    int64_t now_ms;
};

/* Of 4711. */
static const struct visitor_edit door = {"config/exhibit.yaml", NULL,
                                         "\nstaff: {pin: \"$y$j9T$NTBpm5TaR98OHj1BfxruP/$5Dc68vr6KTRphWAmJIPRb0zexxAsx.Y4yJzO0UmXfA6\"}\n"};

static struct staff_setup setup_of(const struct fixture *f, int language, unsigned offers)
{
    return (struct staff_setup){.exhibit = f->visitor.exhibit,
                                .measure = fake_measure(NULL),
                                .screen = {SCREEN_W, SCREEN_H},
                                .settings.language = language,
                                .offers = offers,
                                .about = "about",
                                .findings = "one\ntwo\n"};
}

/* Open on Mondays and Fridays. */
static const struct visitor_edit door_and_hours = {
    "config/exhibit.yaml", NULL,
    "\nstaff: {pin: \"$y$j9T$NTBpm5TaR98OHj1BfxruP/$5Dc68vr6KTRphWAmJIPRb0zexxAsx.Y4yJzO0UmXfA6\"}\n"
    "hours: {open: [{days: [monday, friday], times: \"10:00-13:00, 15:00-20:00\"}]}\n"};

static void begin_edited(struct fixture *f, const struct visitor_edit *edit, int language)
{
    struct visitor_plan plan = {.screen = {SCREEN_W, SCREEN_H}, .edits = edit, .edit_count = edit ? 1 : 0};
    struct staff_setup setup;

    visitor_come_as(&f->visitor, &plan);
    setup = setup_of(f, language, STAFF_CAN_RESTART | STAFF_CAN_SWITCH | STAFF_CAN_DIM | STAFF_CAN_TAKE);
    staff_init(&f->staff, &setup);
    f->now_ms = 1000;
}

static void begin_with(struct fixture *f, bool locked, int language)
{
    begin_edited(f, locked ? &door : NULL, language);
}

static void end(struct fixture *f)
{
    staff_finish(&f->staff);
    visitor_leave(&f->visitor);
}

static void touch(struct fixture *f, int64_t id, enum pointer_kind kind, struct point at)
{
    staff_pointer(&f->staff, &(struct pointer_sample){id, kind, at, f->now_ms});
}

static void wait(struct fixture *f, int64_t ms)
{
    f->now_ms += ms;
    staff_tick(&f->staff, f->now_ms);
}

static void come(struct fixture *f)
{
    touch(f, 0, POINTER_DOWN, (struct point){CORNER, CORNER});
    wait(f, 5000);
    touch(f, 0, POINTER_UP, (struct point){CORNER, CORNER});
    assert_int_equal(f->staff.screen, STAFF_PIN);
}

/* Of the action, on the screen as it is shown; where it is not, the test fails. */
static void tap(struct fixture *f, struct action action)
{
    staff_frame(&f->staff, f->now_ms);
    for (int i = 0; i < f->staff.page.target_count; i++) {
        struct rect r = f->staff.page.targets[i].rect;
        struct point at = {(float)r.x + (float)r.w / 2, (float)r.y + (float)r.h / 2};

        if (!action_equal(f->staff.page.targets[i].action, action))
            continue;
        if (f->staff.mirrored)
            at.x = SCREEN_W - at.x;
        touch(f, 1, POINTER_DOWN, at);
        touch(f, 1, POINTER_UP, at);
        return;
    }
    fail_msg("no button asks for %d", action.argument);
}

static void type(struct fixture *f, const char *digits)
{
    for (; *digits; digits++)
        tap(f, deed_action(DEED_DIGIT, *digits - '0'));
    tap(f, deed_action(DEED_ENTER, 0));
}

static void enter_menu(struct fixture *f)
{
    come(f);
    type(f, "4711");
    assert_int_equal(staff_take_wish(&f->staff).kind, STAFF_TRY);
    assert_string_equal(f->staff.pin, "4711");
    staff_answer_pin(&f->staff, true, f->now_ms);
    assert_int_equal(f->staff.screen, STAFF_MENU);
}

/* ---- the way in ---- */

/* Only one finger that lies still in the corner for all of the time leads in. */
static void the_corner_knows_staff(void **state)
{
    static const struct {
        struct point down, moved;
        int fingers;
        int64_t ms;
        bool comes;
    } rows[] = {
        {{CORNER, CORNER}, {CORNER + 3, CORNER}, 1, 5000, true},
        {{CORNER, CORNER}, {CORNER, CORNER}, 1, 4999, false},
        {{CORNER, CORNER}, {CORNER + 90, CORNER}, 1, 9000, false},
        {{CORNER, CORNER}, {CORNER, CORNER}, 2, 9000, false},
        {{900, 500}, {900, 500}, 1, 9000, false},
        {{SCREEN_W - CORNER, CORNER}, {SCREEN_W - CORNER, CORNER}, 1, 9000, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct fixture f;

        begin_with(&f, true, ENGLISH);
        for (int finger = 0; finger < rows[i].fingers; finger++)
            touch(&f, finger, POINTER_DOWN, rows[i].down);
        touch(&f, 0, POINTER_MOVE, rows[i].moved);
        wait(&f, rows[i].ms);
        assert_int_equal(staff_is_there(&f.staff), rows[i].comes);
        end(&f);
    }
}

static void lifting_begins_anew(void **state)
{
    struct fixture f;

    (void)state;
    begin_with(&f, true, ENGLISH);
    touch(&f, 0, POINTER_DOWN, (struct point){CORNER, CORNER});
    assert_int_equal(staff_deadline(&f.staff, f.now_ms), f.now_ms + 5000);
    wait(&f, 4000);
    touch(&f, 0, POINTER_UP, (struct point){CORNER, CORNER});
    assert_true(staff_deadline(&f.staff, f.now_ms) == CLOCK_NEVER);
    touch(&f, 0, POINTER_DOWN, (struct point){CORNER, CORNER});
    wait(&f, 4000);
    assert_false(staff_is_there(&f.staff));
    end(&f);
}

static void without_a_pin_nothing_leads_in(void **state)
{
    struct fixture f;

    (void)state;
    begin_with(&f, false, ENGLISH);
    touch(&f, 0, POINTER_DOWN, (struct point){CORNER, CORNER});
    staff_key(&f.staff, KEY_ESCAPE, false, f.now_ms);
    wait(&f, MINUTE_MS);
    assert_false(staff_is_there(&f.staff));
    assert_true(staff_deadline(&f.staff, f.now_ms) == CLOCK_NEVER);
    end(&f);
}

static void a_key_leads_in_and_digits_are_typed(void **state)
{
    struct fixture f;

    (void)state;
    begin_with(&f, true, ENGLISH);
    staff_key(&f.staff, KEY_ESCAPE, false, f.now_ms);
    wait(&f, 3000);
    staff_key_up(&f.staff, KEY_ESCAPE);
    wait(&f, 3000);
    assert_false(staff_is_there(&f.staff));
    staff_key(&f.staff, KEY_ESCAPE, false, f.now_ms);
    for (int i = 0; i < 5; i++) {
        staff_key(&f.staff, KEY_ESCAPE, true, f.now_ms);
        wait(&f, 1000);
    }
    assert_int_equal(f.staff.screen, STAFF_PIN);
    staff_digit(&f.staff, 4, f.now_ms);
    staff_digit(&f.staff, 7, f.now_ms);
    staff_key(&f.staff, KEY_ENTER, false, f.now_ms);
    assert_int_equal(staff_take_wish(&f.staff).kind, STAFF_TRY);
    assert_string_equal(f.staff.pin, "47");
    staff_answer_pin(&f.staff, true, f.now_ms);
    staff_frame(&f.staff, f.now_ms);
    staff_key(&f.staff, KEY_TAB, false, f.now_ms);
    staff_key(&f.staff, KEY_TAB, false, f.now_ms);
    staff_key(&f.staff, KEY_ENTER, false, f.now_ms);
    assert_int_equal(f.staff.screen, STAFF_TOUCH); /* the first behind the way out */
    end(&f);
}

static void wrong_pins_wait(void **state)
{
    struct fixture f;

    (void)state;
    begin_with(&f, true, ENGLISH);
    come(&f);
    type(&f, "9999");
    assert_int_equal(staff_take_wish(&f.staff).kind, STAFF_TRY);
    tap(&f, deed_action(DEED_DIGIT, 1)); /* while it is looked at, nothing */
    assert_string_equal(f.staff.pin, "9999");
    staff_lock(&f.staff, 60500, f.now_ms);
    staff_answer_pin(&f.staff, false, f.now_ms);
    assert_int_equal(f.staff.screen, STAFF_PIN);
    type(&f, "4711");
    assert_int_equal(staff_take_wish(&f.staff).kind, STAFF_NOTHING);
    assert_int_equal(staff_deadline(&f.staff, f.now_ms), f.now_ms + 500); /* the next whole second is told */
    for (int i = 0; i < 61; i++) {
        touch(&f, 5, POINTER_DOWN, (struct point){960, 2});
        touch(&f, 5, POINTER_UP, (struct point){960, 2});
        wait(&f, 1000);
    }
    type(&f, "4711");
    assert_int_equal(staff_take_wish(&f.staff).kind, STAFF_TRY);
    end(&f);
}

static void tries_double_and_last(void **state)
{
    static const struct {
        int wrong;
        int64_t after_ms, wait_ms;
    } rows[] = {
        {0, 0, 0},      {2, 0, 0},         {3, 0, 60000},   {3, 59999, 1},    {3, 60000, 0},
        {4, 0, 120000}, {5, 1000, 239000}, {9, 0, 3600000}, {40, 0, 3600000}, {3, -86400000, 60000}, /* the clock was set back */
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct tries tries = {0}, again;
        char text[TRIES_TEXT_BYTES];

        for (int j = 0; j < rows[i].wrong; j++)
            tries_add_wrong(&tries, INT64_C(1800000000000));
        tries_text(&tries, text);
        again = tries_read(text);
        assert_int_equal(tries_wait_ms(&again, INT64_C(1800000000000) + rows[i].after_ms), rows[i].wait_ms);
        assert_int_equal(tries_wait_ms(&again, INT64_C(1800000000000) + rows[i].after_ms + rows[i].wait_ms), 0); /* it does pass */
    }
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(tries_read((const char *[]){"", "wrong", "wrong -4 5", "right 3 5"}[i]).wrong, 0);
}

/* ---- behind it ---- */

static void nobody_there_it_leaves(void **state)
{
    struct fixture f;

    (void)state;
    begin_with(&f, true, ENGLISH);
    enter_menu(&f);
    wait(&f, MINUTE_MS - 1);
    assert_true(staff_is_there(&f.staff));
    tap(&f, deed_action(DEED_OPEN, STAFF_TOUCH));
    wait(&f, MINUTE_MS - 1);
    assert_int_equal(f.staff.screen, STAFF_TOUCH);
    wait(&f, 1);
    assert_false(staff_is_there(&f.staff));
    end(&f);
}

static void nothing_dark_happens_unasked(void **state)
{
    static const enum staff_wish_kind rows[] = {STAFF_RESTART, STAFF_RESTART_MACHINE, STAFF_SWITCH_OFF};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct fixture f;

        begin_with(&f, true, i == 0 ? ARABIC : ENGLISH);
        enter_menu(&f);
        tap(&f, deed_action(DEED_ASK, (int)rows[i]));
        assert_int_equal(staff_take_wish(&f.staff).kind, STAFF_NOTHING);
        tap(&f, deed_action(DEED_LEAVE, 1));
        assert_int_equal(f.staff.screen, STAFF_MENU);
        tap(&f, deed_action(DEED_ASK, (int)rows[i]));
        tap(&f, deed_action(DEED_YES, 0));
        assert_int_equal(staff_take_wish(&f.staff).kind, rows[i]);
        end(&f);
    }
}

/* What the machine cannot do is not offered, by its keys neither. */
static void what_cannot_be_done_is_not_offered(void **state)
{
    struct fixture f;

    (void)state;
    begin_with(&f, true, ENGLISH);
    enter_menu(&f);
    f.staff.setup.offers = 0;
    staff_frame(&f.staff, f.now_ms);
    assert_int_equal(f.staff.page.target_count, 3); /* the way out, the touch screen's test, the findings */
    end(&f);
}

static void brightness_has_a_floor(void **state)
{
    struct fixture f;

    (void)state;
    begin_with(&f, true, ENGLISH);
    enter_menu(&f);
    tap(&f, deed_action(DEED_OPEN, STAFF_BRIGHTNESS));
    for (int percent = 90; percent >= 20; percent -= 10) {
        struct staff_wish wish;

        tap(&f, deed_action(DEED_DIM, -1));
        wish = staff_take_wish(&f.staff);
        assert_int_equal(wish.kind, STAFF_SET_BRIGHTNESS);
        assert_int_equal(wish.number, percent < 30 ? 30 : percent);
    }
    end(&f);
}

static void a_stick_is_chosen_from(void **state)
{
    struct fixture f;

    (void)state;
    begin_with(&f, true, ENGLISH);
    enter_menu(&f);
    tap(&f, deed_action(DEED_OPEN, STAFF_STICK));
    assert_int_equal(staff_take_wish(&f.staff).kind, STAFF_LOOK_FOR_STICK);
    staff_tell_stick(&f.staff, &(struct stick_news){STICK_CHOICE, {"a", "b"}, 2}, f.now_ms);
    tap(&f, deed_action(DEED_TAKE, 1));
    struct staff_wish wish = staff_take_wish(&f.staff);

    assert_int_equal(wish.kind, STAFF_TAKE);
    assert_int_equal(wish.number, 1);
    wait(&f, 10 * MINUTE_MS); /* it takes as long as it takes */
    assert_int_equal(f.staff.screen, STAFF_STICK);
    staff_tell_stick(&f.staff, &(struct stick_news){.state = STICK_ACCEPTED}, f.now_ms);
    wait(&f, MINUTE_MS);
    assert_false(staff_is_there(&f.staff));
    end(&f);
}

static bool says(struct fixture *f, const char *text)
{
    const struct draw_list *list = &f->staff.page.list;
    bool found = false;

    staff_frame(&f->staff, f->now_ms);
    for (int i = 0; i < list->count; i++) {
        const struct draw_text *drawn = &list->commands[i].text;

        if (list->commands[i].kind == DRAW_TEXT)
            found = found || (drawn->length == (int)strlen(text) && memcmp(drawn->text, text, strlen(text)) == 0);
    }
    return found;
}

static void hours_are_shown_and_overruled(void **state)
{
    static const struct {
        int language;
        struct date day;
        const char *said;
    } rows[] = {
        {ENGLISH, {2026, 11, 30}, "Today: 10:00\u201313:00, 15:00\u201320:00"}, /* a Monday */
        {ENGLISH, {2026, 11, 29}, "Today: closed"},
        {SPANISH, {2026, 11, 29}, "Hoy: cerrado"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct fixture f;

        begin_edited(&f, &door_and_hours, rows[i].language);
        enter_menu(&f);
        f.staff.setup.offers |= STAFF_HAS_HOURS;
        f.staff.setup.wall_min = hours_day_begins(date_to_day(rows[i].day)) + 23 * 60;
        tap(&f, deed_action(DEED_OPEN, STAFF_HOURS));
        if (!says(&f, rows[i].said))
            fail_msg("nothing says \"%s\"", rows[i].said);
        for (int word = TODAY_CLOSED; word >= TODAY_AS_WRITTEN; word--) {
            struct staff_wish wish;

            tap(&f, deed_action(DEED_HOURS, word));
            wish = staff_take_wish(&f.staff);
            assert_int_equal(wish.kind, STAFF_SET_HOURS);
            assert_int_equal(wish.number, word);
            assert_int_equal(f.staff.setup.today, word);
        }
        end(&f);
    }
}

/* A finger that slides off a button, or onto another, presses neither. */
static void sliding_off_does_nothing(void **state)
{
    struct fixture f;

    (void)state;
    begin_with(&f, true, ENGLISH);
    come(&f);
    staff_frame(&f.staff, f.now_ms);
    struct rect one = f.staff.page.targets[1].rect, two = f.staff.page.targets[2].rect;

    touch(&f, 1, POINTER_DOWN, (struct point){(float)one.x + 5, (float)one.y + 5});
    touch(&f, 1, POINTER_MOVE, (struct point){(float)two.x + 5, (float)two.y + 5});
    touch(&f, 1, POINTER_UP, (struct point){(float)two.x + 5, (float)two.y + 5});
    assert_string_equal(f.staff.pin, "");
    end(&f);
}

/* ---- the test of the touch screen ---- */

static void fingers_reach_squares(void **state)
{
    struct touch_test test;
    int all;

    (void)state;
    touch_test_init(&test, (struct size){SCREEN_W, SCREEN_H}, 2.71F);
    all = touch_test_unreached(&test);
    assert_int_equal(all, test.columns * test.rows);
    for (int64_t id = 0; id < 12; id++) { /* two more than there are */
        touch_test_sample(&test, &(struct pointer_sample){id, POINTER_DOWN, {1, (float)(id * 85)}, 100});
        touch_test_sample(&test, &(struct pointer_sample){id, POINTER_MOVE, {SCREEN_W, (float)(id * 85)}, 108});
    }
    assert_int_equal(all - touch_test_unreached(&test), test.columns * 10); /* all between two samples too */
    assert_true(touch_test_is_touched(&test));
    touch_test_shown(&test, 109);
    assert_int_equal(touch_test_latency_ms(&test), 9);
    touch_test_shown(&test, 500); /* nothing new was shown */
    assert_int_equal(touch_test_latency_ms(&test), 9);
    touch_test_cancel(&test);
    assert_false(touch_test_is_touched(&test));
}

/* As on screens of any size: no more squares than there is room for. */
static void squares_fit_any_screen(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        struct touch_test test;

        touch_test_init(&test, (const struct size[]){{320, 320}, {3840, 2160}, {16384, 1000}, {1080, 1920}}[i], i % 2 ? 1.1F : 30);
        assert_in_range(test.columns * test.rows, 1, TOUCH_CELLS_MAX);
        touch_test_sample(&test, &(struct pointer_sample){0, POINTER_DOWN, {16383, 2159}, 1});
        assert_int_equal(touch_test_unreached(&test), test.columns * test.rows - 1);
    }
}

/* ---- PINs ---- */

static void pins_are_kept_as_hashes(void **state)
{
    static const struct {
        const char *pin;
        bool will_do;
    } rows[] = {{"4711", true},  {"123", false}, {"1234", false},          {"4321", false}, {"0000", false},
                {"12a4", false}, {"", false},    {"1234567890123", false}, {"1357", true}};
    char hash[PIN_HASH_BYTES], other[PIN_HASH_BYTES];

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_int_equal(pin_fault(rows[i].pin) == NULL, rows[i].will_do);
    assert_true(pin_hash("4711", hash) && pin_hash("4711", other));
    assert_string_not_equal(hash, other);
    assert_true(pin_is_hash(hash) && !pin_is_weak_hash(hash));
    assert_true(pin_matches("4711", hash));
    assert_false(pin_matches("4712", hash));
    assert_false(pin_matches("4711", "*0"));
    for (size_t i = 0; i < 5; i++)
        assert_false(pin_is_hash((const char *[]){"", "4711", "$y$", "$y$j9T$short", "$x$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}[i]));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_corner_knows_staff),
        cmocka_unit_test(lifting_begins_anew),
        cmocka_unit_test(without_a_pin_nothing_leads_in),
        cmocka_unit_test(a_key_leads_in_and_digits_are_typed),
        cmocka_unit_test(wrong_pins_wait),
        cmocka_unit_test(tries_double_and_last),
        cmocka_unit_test(nobody_there_it_leaves),
        cmocka_unit_test(nothing_dark_happens_unasked),
        cmocka_unit_test(what_cannot_be_done_is_not_offered),
        cmocka_unit_test(brightness_has_a_floor),
        cmocka_unit_test(a_stick_is_chosen_from),
        cmocka_unit_test(hours_are_shown_and_overruled),
        cmocka_unit_test(sliding_off_does_nothing),
        cmocka_unit_test(fingers_reach_squares),
        cmocka_unit_test(squares_fit_any_screen),
        cmocka_unit_test(pins_are_kept_as_hashes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
