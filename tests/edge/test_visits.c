/* Seven visits: what each visitor comes to see, in the letters that they see it in, and that the exhibit is as it was when they have gone.
 * To the exhibit of the tests with fingers that were recorded on a kiosk (e2e/record_visits.py), to that of the curators with the plans of
 * which they were made. test_visits where TAPE EXHIBIT NAME NTH: where on the screen a thing stands once that tape has been played. */
#include "base/log.h"
#include "commands/lettering.h"
#include "load/builtin.h"
#include "load/load.h"
#include "fonts/faces.h"
#include "support/golden.h"
#include "tape/place.h"
#include "tape/player.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const visits[] = {"two-minutes", "three-hands", "reads-everything", "wheelchair", "in-spanish", "mid-attract", "loss"};

enum { STAYS_MS = 1500, WORDS_BYTES = 256 };

/* An exhibit with its letters. */
struct house {
    struct files *files, complete;
    struct findings *findings;
    struct loaded *loaded;
    const struct exhibit *exhibit;
    struct lettering lettering;
    struct faces *faces;
};

struct tour {
    struct buffer text, story;
    struct tape tape;
    struct player player;
    struct stage *stage;
    uint64_t hash;
    int missed, stays;
    bool gone; /* they have left, and nobody has come since */
};

static void house_open(struct house *house, const char *folder)
{
    *house = (struct house){.files = files_open(folder), .findings = findings_create()};
    assert_non_null(house->files);
    house->complete = builtin_below(house->files);
    house->loaded = load_exhibit(house->files, house->findings);
    house->exhibit = loaded_exhibit(house->loaded);
    lettering_init(&house->lettering, house->exhibit);
    house->faces = faces_create(&house->complete, &house->lettering.setup);
    assert_non_null(house->faces);
}

static void house_close(struct house *house)
{
    faces_destroy(house->faces);
    loaded_destroy(house->loaded);
    findings_destroy(house->findings);
    files_close(house->files);
}

/* ---- what one sees ---- */

/* The words in the largest letters, which one reads first. */
static void find_largest(const struct draw_list *list, char words[WORDS_BYTES])
{
    int size_px = 0;

    words[0] = '\0';
    for (int i = 0; i < list->count; i++) {
        const struct draw_command *command = &list->commands[i];
        size_t length = strlen(words);

        if (command->kind != DRAW_TEXT || command->text.type.size_px < size_px)
            continue;
        if (command->text.type.size_px > size_px)
            length = 0;
        size_px = command->text.type.size_px;
        snprintf(words + length, WORDS_BYTES - length, "%s%.*s", length ? " " : "", command->text.length, command->text.text);
    }
}

static void print_time(struct tour *seen)
{
    int64_t now = seen->player.now_ms;

    buffer_printf(&seen->story, "%3d:%02d.%03d ", (int)(now / 60000), (int)(now / 1000 % 60), (int)(now % 1000));
}

/* Of the page and, where a card lies over it and its bar, of that; and how much answers to a finger. */
static void tell_what_stays(struct tour *seen)
{
    const struct frame *frame = stage_frame(seen->stage, seen->player.now_ms);
    char words[WORDS_BYTES];

    if (frame_hash(frame) == seen->hash)
        return;
    seen->hash = frame_hash(frame);
    seen->stays++;
    find_largest(&frame->layers[0].list, words);
    print_time(seen);
    buffer_printf(&seen->story, "  \"%s\"", words);
    for (int i = 1; i < frame->over_count; i++) {
        find_largest(&frame->over[i], words);
        if (words[0])
            buffer_printf(&seen->story, ", over it \"%s\"", words);
    }
    buffer_printf(&seen->story, ", %d to touch\n", stage_targets(seen->stage)->count);
}

static void tell_turn(struct tour *seen)
{
    for (const char *line; (line = stage_log(seen->stage));) {
        print_time(seen);
        buffer_printf(&seen->story, "%s\n", line);
        seen->gone |= strstr(line, "via=idle") != NULL;
    }
    if (seen->player.missed_count > seen->missed) {
        print_time(seen);
        buffer_printf(&seen->story, "nothing to touch: %s %d\n", seen->player.missed.name, seen->player.missed.nth);
    }
    seen->missed = seen->player.missed_count;
    if (player_due(&seen->player) - seen->player.now_ms >= STAYS_MS)
        tell_what_stays(seen);
}

/* ---- a visit ---- */

static void tour_begin(struct tour *seen, const struct house *house, const char *path)
{
    struct tape_fault fault;

    *seen = (struct tour){0};
    if (!files_read_path(path, TAPE_BYTES_MAX, &seen->text))
        fail_msg("%s cannot be read", path);
    if (!tape_open(&seen->tape, (struct bytes){seen->text.bytes, seen->text.length}, &fault))
        fail_msg("%s:%d: %s", path, fault.line, fault.why);
    seen->stage = stage_create(
        &(struct stage_setup){.exhibit = house->exhibit, .measure = faces_measure(house->faces), .screen = seen->tape.head.screen});
    player_init(&seen->player, &seen->tape, seen->stage, house->exhibit);
}

static void tour_end(struct tour *seen)
{
    stage_destroy(seen->stage);
    buffer_finish(&seen->text);
    buffer_finish(&seen->story);
}

/* Until they have left, or the tape ends. */
static void play(struct tour *seen)
{
    do
        tell_turn(seen);
    while (!seen->gone && player_turn(&seen->player));
}

/* Nobody is there, and nothing is left of who was. */
static void is_as_before(const struct tour *seen, const char *path)
{
    char scene[SCENE_NAME_BYTES];

    stage_scene(seen->stage, scene);
    if (!seen->gone || strcmp(scene, "attract") != 0)
        fail_msg("%s is over, and the screen shows %s:\n%s", path, scene, seen->story.bytes);
    assert_memory_equal(stage_settings(seen->stage), &(struct settings){0}, sizeof(struct settings));
}

static void each_is_seen_as_ever(void **state)
{
    struct house house;

    (void)state;
    house_open(&house, "tests/exhibit");
    for (size_t i = 0; i < COUNTOF(visits); i++) {
        struct tour seen;
        char path[64];

        snprintf(path, sizeof(path), "tests/visits/%s.tape", visits[i]);
        tour_begin(&seen, &house, path);
        play(&seen);
        is_as_before(&seen, path);
        snprintf(path, sizeof(path), "tests/visits/%s.seen", visits[i]);
        golden_compare(path, &seen.story);
        tour_end(&seen);
    }
    house_close(&house);
}

/* Nothing that a visitor reaches for is not there, and much is seen. */
static void each_finds_its_way_through_the_curators_exhibit(void **state)
{
    struct house house;

    (void)state;
    house_open(&house, ".");
    for (size_t i = 0; i < COUNTOF(visits); i++) {
        struct tour seen;
        char path[64];

        snprintf(path, sizeof(path), "tests/visits/%s.plan", visits[i]);
        tour_begin(&seen, &house, path);
        play(&seen);
        is_as_before(&seen, path);
        if (seen.missed > 0 || seen.stays < 3)
            fail_msg("%s: %d touches of nothing, %d pictures:\n%s", visits[i], seen.missed, seen.stays, seen.story.bytes);
        tour_end(&seen);
    }
    house_close(&house);
}

/* ---- for who records ---- */

/* 1: it is not there. */
static int tell_where(char **arguments)
{
    struct tape_touch touch = {.nth = (int)strtol(arguments[3], NULL, 10)};
    struct house house;
    struct tour seen;
    struct point at;

    snprintf(touch.name, sizeof(touch.name), "%s", arguments[2]);
    house_open(&house, arguments[1]);
    tour_begin(&seen, &house, arguments[0]);
    play(&seen);

    bool found = place_find(seen.stage, &touch, seen.player.now_ms, &at);
    struct size screen = seen.tape.head.screen;

    if (found)
        printf("%.4f %.4f\n", (double)at.x / screen.w, (double)at.y / screen.h);
    tour_end(&seen);
    house_close(&house);
    return found ? 0 : 1;
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_seen_as_ever),
        cmocka_unit_test(each_finds_its_way_through_the_curators_exhibit),
    };

    log_start();
    if (argc == 6 && strcmp(argv[1], "where") == 0)
        return tell_where(argv + 2);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
