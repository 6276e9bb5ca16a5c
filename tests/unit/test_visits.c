/* Seven visits, written as tapes, to the exhibit of the tests and to that of the curators: what each visitor comes to see, and that the
 * exhibit is as it was when they have gone. */
#include "support/fake_measure.h"
#include "support/golden.h"
#include "support/visitor.h"
#include "tape/player.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const visits[] = {"two-minutes", "three-hands", "reads-everything", "wheelchair", "in-spanish", "mid-attract", "loss"};

enum { STAYS_MS = 1500, HEADLINE_BYTES = 80 };

struct visit_seen {
    struct buffer story;
    struct player player;
    struct stage *stage;
    uint64_t hash;
    int missed, stays;
    bool gone; /* they have left, and nobody has come since */
};

/* ---- what one sees ---- */

/* The words in the largest letters, which one reads first. */
static void add_largest(const struct draw_list *list, int *size_px, char headline[HEADLINE_BYTES])
{
    for (int i = 0; i < list->count; i++) {
        const struct draw_command *command = &list->commands[i];
        size_t length = strlen(headline);

        if (command->kind != DRAW_TEXT || command->text.type.size_px < *size_px)
            continue;
        if (command->text.type.size_px > *size_px)
            length = 0;
        *size_px = command->text.type.size_px;
        snprintf(headline + length, HEADLINE_BYTES - length, "%s%.*s", length ? " " : "", command->text.length, command->text.text);
    }
}

static void print_time(struct visit_seen *seen)
{
    int64_t now = seen->player.now_ms;

    buffer_printf(&seen->story, "%3d:%02d.%03d ", (int)(now / 60000), (int)(now / 1000 % 60), (int)(now % 1000));
}

static void tell_what_stays(struct visit_seen *seen)
{
    const struct frame *frame = stage_frame(seen->stage, seen->player.now_ms);
    char headline[HEADLINE_BYTES] = "";
    int size_px = 0;

    if (frame_hash(frame) == seen->hash)
        return;
    seen->hash = frame_hash(frame);
    seen->stays++;
    add_largest(&frame->layers[0].list, &size_px, headline);
    print_time(seen);
    buffer_printf(&seen->story, "  \"%s\"\n", headline);
}

static void tell_turn(struct visit_seen *seen)
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

static struct buffer read_tape(const char *name)
{
    struct files *files = files_open("tests/visits");
    struct buffer text = {0};
    char path[64];

    assert_non_null(files);
    snprintf(path, sizeof(path), "%s.tape", name);
    assert_int_equal(files->read(files->context, path, TAPE_BYTES_MAX, &text), FILES_OK);
    files_close(files);
    return text;
}

static void play(struct visit_seen *seen, const struct exhibit *exhibit, const char *name)
{
    struct buffer text = read_tape(name);
    struct tape tape;
    struct tape_fault fault;
    char scene[SCENE_NAME_BYTES];

    *seen = (struct visit_seen){0};
    if (!tape_open(&tape, (struct bytes){text.bytes, text.length}, &fault))
        fail_msg("%s.tape:%d: %s", name, fault.line, fault.why);
    seen->stage = stage_create(&(struct stage_setup){.exhibit = exhibit, .measure = fake_measure(NULL), .screen = tape.head.screen});
    player_init(&seen->player, &tape, seen->stage, exhibit);
    do
        tell_turn(seen);
    while (!seen->gone && player_turn(&seen->player));
    stage_scene(seen->stage, scene);
    if (!seen->gone || strcmp(scene, "attract") != 0)
        fail_msg("%s is over, and the screen shows %s", name, scene);
    assert_memory_equal(stage_settings(seen->stage), &(struct settings){0}, sizeof(struct settings));
    stage_destroy(seen->stage);
    buffer_finish(&text);
}

static void each_is_seen_as_ever(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, (struct size){1920, 1080}, NULL);
    for (size_t i = 0; i < COUNTOF(visits); i++) {
        struct visit_seen seen;
        char path[64];

        play(&seen, v.exhibit, visits[i]);
        snprintf(path, sizeof(path), "tests/visits/%s.seen", visits[i]);
        golden_compare(path, &seen.story);
        buffer_finish(&seen.story);
    }
    visitor_leave(&v);
}

/* Nothing that a visitor reaches for is not there, and much is seen. */
static void each_finds_its_way_through_the_curators_exhibit(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = {1920, 1080}, .exhibit = "."});
    for (size_t i = 0; i < COUNTOF(visits); i++) {
        struct visit_seen seen;

        play(&seen, v.exhibit, visits[i]);
        if (seen.missed > 0 || seen.stays < 3)
            fail_msg("%s: %d touches of nothing, %d pictures:\n%s", visits[i], seen.missed, seen.stays, seen.story.bytes);
        buffer_finish(&seen.story);
    }
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_seen_as_ever),
        cmocka_unit_test(each_finds_its_way_through_the_curators_exhibit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
