/* Days of a museum, made up: readers, browsers, children who mash, two at once, palms, a cleaner, keys, nobody for hours, clocks that are
 * set and screens that are turned. Whoever it was: when they have gone, attract plays as for the first, and nothing has grown.
 *
 *     test_days [VISITS [SEED]]: so many visits instead of a few (check_all.sh has a month's). */
#include "staging/state.h"
#include "support/fake_measure.h"
#include "support/visitor.h"
#include "tape/player.h"

#include <dirent.h>
#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ALONE: some wait ten times as long. */
enum { VISITS = 20, MANY_VISITS = 400, ALONE_MS = 4000 * 1000, LOOK_MS = 30 * 1000, GROWN_BYTES = 512 * 1024 };

static int visits = VISITS;
static unsigned seed = 1973;

#ifdef BASE_ADDRESS_SANITIZER
size_t __sanitizer_get_current_allocated_bytes(void);

static size_t allocated(void)
{
    return __sanitizer_get_current_allocated_bytes();
}
#else
static size_t allocated(void)
{
    return mallinfo2().uordblks + mallinfo2().hblkhd;
}
#endif

static int open_descriptors(void)
{
    DIR *folder = opendir("/proc/self/fd");
    int count = 0;

    assert_non_null(folder);
    while (readdir(folder))
        count++;
    closedir(folder);
    return count;
}

/* ---- visitors, as lines of a tape ---- */

struct dice {
    unsigned state;
};

static int roll(struct dice *dice, int below)
{
    dice->state = dice->state * 1664525u + 1013904223u;
    return (int)((dice->state >> 8) % (unsigned)below);
}

static double place(struct dice *dice)
{
    return roll(dice, 1000) / 1000.0;
}

static void add_tap(struct buffer *tape, struct dice *dice, int after_ms)
{
    buffer_printf(tape, "%d tap %.3f %.3f\n", after_ms, place(dice), place(dice));
}

static void add_swipe(struct buffer *tape, struct dice *dice, int after_ms)
{
    buffer_printf(tape, "%d swipe %.3f %.3f %.3f %.3f %d\n", after_ms, place(dice), place(dice), place(dice), place(dice),
                  60 + roll(dice, 900));
}

static void add_touch(struct buffer *tape, struct dice *dice, int after_ms)
{
    static const char *const names[] = {
        "next",    "next",      "next",     "previous", "home",   "timeline", "event",   "panel",    "close",   "more",       "sources",
        "picture", "closer",    "language", "person",   "term",   "accept",   "skip",    "settings", "setting", "detail",     "back",
        "route",   "languages", "scroll",   "question", "choose", "step",     "numbers", "cluster",  "fit",     "difference", "lower"};

    buffer_printf(tape, "%d touch %s %d if-there\n", after_ms, names[roll(dice, COUNTOF(names))], 1 + roll(dice, 3));
}

static void reader(struct buffer *tape, struct dice *dice)
{
    for (int i = 0; i < 8; i++)
        add_touch(tape, dice, 4000 + roll(dice, 30000));
}

static void browser(struct buffer *tape, struct dice *dice)
{
    for (int i = 0; i < 15; i++)
        (roll(dice, 3) ? add_touch : add_swipe)(tape, dice, 300 + roll(dice, 3000));
}

static void masher(struct buffer *tape, struct dice *dice)
{
    for (int i = 0; i < 60; i++)
        (roll(dice, 4) ? add_tap : add_swipe)(tape, dice, roll(dice, 180));
}

static void two_at_once(struct buffer *tape, struct dice *dice)
{
    for (int i = 0; i < 12; i++) {
        add_swipe(tape, dice, 500 + roll(dice, 2000));
        (roll(dice, 2) ? add_tap : add_touch)(tape, dice, roll(dice, 200));
    }
}

/* One rests for a minute, another is never lifted. */
static void palms(struct buffer *tape, struct dice *dice)
{
    buffer_printf(tape, "100 tap %.3f %.3f 60000\n50 finger 77 down %.3f %.3f\n", place(dice), place(dice), place(dice), place(dice));
    for (int i = 0; i < 6; i++)
        add_touch(tape, dice, 1000 + roll(dice, 6000));
}

static void cleaner(struct buffer *tape, struct dice *dice)
{
    for (int i = 0; i < 25; i++)
        buffer_printf(tape, "%d swipe 0.02 %.3f 0.98 %.3f 700\n%d swipe 0.98 %.3f 0.03 %.3f 650\n", 300 + roll(dice, 400), place(dice),
                      place(dice), roll(dice, 60), place(dice), place(dice));
    buffer_printf(tape, "200 display\n1000 focus-lost\n");
}

static void typist(struct buffer *tape, struct dice *dice)
{
    static const char *const keys[] = {"right", "left", "up",       "down",     "enter",    "escape", "tab",       "first", "last",
                                       "home",  "plus", "timeline", "language", "contrast", "minus",  "page-down", "for-me"};

    for (int i = 0; i < 25; i++)
        buffer_printf(tape, "%d key %s\n", 40 + roll(dice, 1500), keys[roll(dice, COUNTOF(keys))]);
    buffer_printf(tape, "100 key down down\n"); /* and never up */
}

static void technician(struct buffer *tape, struct dice *dice)
{
    buffer_printf(tape, "500 size 1080 1920\n800 display\n");
    browser(tape, dice);
    buffer_printf(tape, "900 size 1920 1080\n10 day 20%02d-%02d-11\n", 10 + roll(dice, 40), 1 + roll(dice, 12));
}

static void (*const guests[])(struct buffer *tape, struct dice *dice) = {reader,  browser, masher,     two_at_once, palms,
                                                                         cleaner, typist,  technician, reader,      browser};

/* ---- what is left when they have gone ---- */

struct house {
    const struct exhibit *exhibit;
    struct stage *stage;
    struct dice dice;
    int64_t now_ms; /* of the stage's clock */
    int turns_most; /* of the loop, while attract played after the first visit */
    size_t most_early, most_late;
};

/* Until attract plays because nobody was there, or to the tape's end. Returns how often the loop came round. */
static int play(struct house *house, const char *lines, bool until_gone)
{
    struct buffer text = {0};
    struct tape tape;
    struct tape_fault fault;
    struct player player;
    int turns = 0;
    bool gone = false;

    tape_head_write(&text, &(struct tape_head){.screen = {1920, 1080}});
    buffer_printf(&text, "%s", lines);
    if (!tape_open(&tape, (struct bytes){text.bytes, text.length}, &fault))
        fail_msg("%d: %s", fault.line, fault.why);
    tape.ms = house->now_ms;
    player_init(&player, &tape, house->stage, house->exhibit);
    while (!(until_gone && gone) && player_turn(&player)) {
        turns++;
        for (const char *line; (line = stage_log(house->stage));)
            gone = strstr(line, "scene attract") && strstr(line, "via=idle");
    }
    house->now_ms = player.now_ms;
    assert_true(gone || !until_gone);
    buffer_finish(&text);
    return turns;
}

static void expect_nobody(const struct house *house, int visit)
{
    const struct settings none = {0};
    char scene[SCENE_NAME_BYTES];

    stage_scene(house->stage, scene);
    if (strcmp(scene, "attract") != 0 || memcmp(stage_settings(house->stage), &none, sizeof(none)) != 0)
        fail_msg("after visit %d (seed %u) the screen shows %s", visit, seed, scene);
    assert_true(hands_free(&house->stage->hands));
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++)
        assert_false(house->stage->hands.gestures.contacts[i].used);
}

/* Somebody comes, is gone, and attract plays for a while. */
static void visit(struct house *house, int number)
{
    struct buffer lines = {0};
    char look[40];

    add_tap(&lines, &house->dice, 500);
    guests[number < (int)COUNTOF(guests) ? number : roll(&house->dice, COUNTOF(guests))](&lines, &house->dice);
    add_tap(&lines, &house->dice, 1500); /* so that somebody was there */
    buffer_printf(&lines, "%d wait\n", ALONE_MS);
    play(house, lines.bytes, true);
    expect_nobody(house, number);
    snprintf(look, sizeof(look), "%d wait\n", LOOK_MS);

    int turns = play(house, look, false);

    if (number == 0)
        house->turns_most = 2 * turns;
    if (turns > house->turns_most)
        fail_msg("after visit %d (seed %u) attract takes %d turns", number, seed, turns);
    buffer_finish(&lines);
}

/* What is kept for pages and words grows to what the largest need, and no further. */
static void note_memory(struct house *house, int number)
{
    size_t *most = number < visits / 2 ? &house->most_early : &house->most_late, now = allocated();

    if (now > *most)
        *most = now;
}

static void days_leave_nothing_behind(void **state)
{
    struct visitor v;
    int descriptors = open_descriptors();

    (void)state;
    visitor_come(&v, (struct size){1920, 1080}, NULL);

    struct house house = {.exhibit = v.exhibit, .stage = v.stage, .dice = {seed}, .now_ms = v.now_ms};
    int opened = open_descriptors();

    for (int i = 0; i < visits; i++) {
        visit(&house, i);
        note_memory(&house, i);
    }
    size_t slack = visits < MANY_VISITS ? house.most_early / 2 : GROWN_BYTES; /* by then the largest pages have been seen */

    if (house.most_late > house.most_early + slack)
        fail_msg("it grew from %zu to %zu bytes (seed %u)", house.most_early, house.most_late, seed);
    print_message("%d visits, %lld hours, %zu and %zu bytes\n", visits, (long long)(house.now_ms / 3600000), house.most_early,
                  house.most_late);
    assert_int_equal(open_descriptors(), opened);
    visitor_leave(&v);
    assert_int_equal(open_descriptors(), descriptors);
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(days_leave_nothing_behind)};

    visits = argc > 1 ? int_max(2, (int)strtol(argv[1], NULL, 10)) : VISITS;
    seed = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : seed;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
