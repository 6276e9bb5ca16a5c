/* How long a sound is, and whether anything can be heard of it: asked of the speaker process, for `check`. */
#include "support/temporary.h"
#include "support/wave.h"

#include "base/base.h"
#include "speaking/measuring.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* It is not decoded, so that it takes no memory, nor time. */
static void a_long_sound_is_long_and_sound(void **state)
{
    static const int minutes[] = {11, 45, 95};
    char *folder = temporary_create(), path[300];

    (void)state;
    snprintf(path, sizeof(path), "%s/silence.wav", folder);
    for (size_t i = 0; i < COUNTOF(minutes); i++) {
        const struct measuring_file of = {wave_silence(path, minutes[i]), 600000};
        struct speech_answer measured = {0};

        assert_true(measuring_sound(TEST_SPEAKER, &of, &measured));
        close(of.file);
        if (measured.outcome != SPEECH_READY || measured.length_ms / 60000 != minutes[i])
            fail_msg("%d minutes: %d ms (%s)", minutes[i], measured.length_ms, measured.why);
    }
    temporary_destroy(folder);
}

#define ENV_DIES "TEST_MEASURING_DIES"

/* In the place of the speaker: the first file that comes is its end. */
static int die_of_a_file(void)
{
    struct speech_request request;
    int file = -1;

    while (speech_wire_hear(BESIDE_SOCKET, &request, &file) && file < 0)
        speech_wire_answer(BESIDE_SOCKET, &(struct speech_answer){.outcome = SPEECH_FAILED});
    return 1;
}

/* And a process that was never there says nothing of any file. */
static void what_ends_the_process_cannot_be_played(void **state)
{
    static const struct {
        const char *program, *why;
        bool known;
    } rows[] = {{"/proc/self/exe", "ended by it", true}, {"/bin/true", "", false}, {"/nowhere/vitrina-speaker", "", false}};

    (void)state;
    setenv(ENV_DIES, "1", 1);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const struct measuring_file of = {open("tests/edge/sounds/tone.opus", O_RDONLY | O_CLOEXEC), 600000};
        struct speech_answer measured = {0};

        assert_int_equal(measuring_sound(rows[i].program, &of, &measured), rows[i].known);
        close(of.file);
        if (rows[i].known && (measured.outcome != SPEECH_FAILED || !strstr(measured.why, rows[i].why)))
            fail_msg("%s: %s", rows[i].program, measured.why);
    }
    unsetenv(ENV_DIES);
}

static void sounds_are_measured_without_a_device(void **state)
{
    static const struct {
        const char *path;
        enum speech_outcome outcome;
        int least_ms, most_ms;
    } rows[] = {
        {"tests/edge/sounds/tone.opus", SPEECH_READY, 450, 600}, {"tests/edge/sounds/tone.ogg", SPEECH_READY, 450, 600},
        {"tests/edge/sounds/tone.flac", SPEECH_READY, 450, 600}, {"tests/edge/sounds/tone.mp3", SPEECH_READY, 400, 700},
        {"tests/edge/sounds/make.sh", SPEECH_FAILED, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct speech_answer measured = {0};
        const struct measuring_file of = {open(rows[i].path, O_RDONLY | O_CLOEXEC), 600000};

        assert_true(measuring_sound(TEST_SPEAKER, &of, &measured));
        close(of.file);
        assert_int_equal(measured.outcome, rows[i].outcome);
        assert_in_range(measured.length_ms, rows[i].least_ms, rows[i].most_ms);
        assert_false(measured.silent);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_sound_is_long_and_sound),
        cmocka_unit_test(what_ends_the_process_cannot_be_played),
        cmocka_unit_test(sounds_are_measured_without_a_device),
    };

    if (getenv(ENV_DIES))
        return die_of_a_file();
    return cmocka_run_group_tests_name("measuring", tests, NULL, NULL);
}
