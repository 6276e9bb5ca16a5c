/* The speaker process, heard: SDL's disk driver writes what would sound to a file. And what the kiosk does when that process stalls or
 * dies. */
#include "support/captured_log.h"
#include "support/temporary.h"
#include "support/wave.h"

#include "base/base.h"
#include "base/clock.h"
#include "base/mem.h"
#include "speaking/speaking.h"
#include "speaking/speech_wire.h"
#include "speaking/voices.h"

#include <fcntl.h>
#include <glob.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { RATE_HZ = WAVE_RATE_HZ, LONG_MS = 60000 /* until a test gives up */ };

static char sound_path[256];
static int news;

static void wake(void *context)
{
    const uint64_t one = 1;

    (void)context;
    assert_int_equal(write(news, &one, sizeof(one)), sizeof(one));
}

static struct speaking *begin(void)
{
    remove(sound_path);
    news = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return speaking_create(TEST_SPEAKER, wake, NULL);
}

static void end(struct speaking *speaking)
{
    speaking_destroy(speaking);
    close(news);
}

/* Waits for news, or for when they are asked for without. */
static enum speaking_news hear(struct speaking *speaking, unsigned *serial, int64_t now_ms)
{
    struct pollfd look = {.fd = news, .events = POLLIN};
    uint64_t count;

    poll(&look, 1, 200);
    if (look.revents && read(news, &count, sizeof(count)) < 0)
        fail();
    return speaking_news(speaking, serial, now_ms);
}

static void say(struct speaking *speaking, unsigned serial, const char *language, const char *text)
{
    speaking_wish(speaking, &(struct speaking_wish){serial, text, language, 1, 0, -1, 0}, clock_now_ms());
}

static bool is_heard(struct speaking *speaking, unsigned wanted)
{
    int64_t begun_ms = clock_now_ms();
    unsigned serial = 0;

    while (clock_now_ms() - begun_ms < LONG_MS)
        if (hear(speaking, &serial, clock_now_ms()) == SPEAKING_HEARD)
            return serial == wanted;
    return false;
}

/* Milliseconds from the first sample that sounds to the last; *sum: a number of them all, whatever silence is behind them. */
static int sounding_ms(unsigned *sum)
{
    FILE *file = fopen(sound_path, "rb");
    int first = -1, last = -1, at = 0;
    unsigned all = 0;

    *sum = 0;
    for (int16_t sample; file && fread(&sample, sizeof(sample), 1, file) == 1; at++) {
        bool sounds = sample > 200 || sample < -200;

        first = sounds && first < 0 ? at : first;
        last = sounds ? at : last;
        all = first < 0 ? 0 : all * 31 + (uint16_t)sample;
        *sum = sounds ? all : *sum;
    }
    if (file)
        fclose(file);
    return first < 0 ? 0 : (int)((int64_t)(last - first) * 1000 / RATE_HZ);
}

static int heard_ms(const char *language, const char *text, unsigned *sum)
{
    struct speaking *speaking = begin();

    say(speaking, 1, language, text);
    assert_true(is_heard(speaking, 1));
    end(speaking);
    return sounding_ms(sum);
}

/* A word takes some 400 ms at the usual speed. */
static void texts_are_spoken_in_their_language(void **state)
{
    static const char text[] = "The line was closed in nineteen thirty-four.";
    unsigned english, spanish, shorter;
    int ms = heard_ms("en", text, &english);

    (void)state;
    assert_in_range(ms, 1500, 6000);
    assert_in_range(heard_ms("es-CL", text, &spanish), 1500, 6000);
    assert_int_not_equal(english, spanish);
    assert_in_range(heard_ms("en", "The line.", &shorter), 300, ms / 2);
}

/* Another language within a text sounds as it does alone; what no voice speaks is said by the one around it. */
static void phrases_are_spoken_in_their_own(void **state)
{
    unsigned plain, turned, unknown, whole, alone;
    int ms = heard_ms("en", "They sang the people united in the square.", &plain);

    (void)state;
    assert_in_range(heard_ms("en", "They sang \1es\1the people united\1\1 in the square.", &turned), ms * 2 / 3, ms * 2);
    assert_int_not_equal(turned, plain);
    heard_ms("en", "They sang \1xx-none\1the people united\1\1 in the square.", &unknown);
    assert_int_not_equal(unknown, turned);
    heard_ms("en", "\1es\1El pueblo unido.\1\1", &whole);
    heard_ms("es", "El pueblo unido.", &alone);
    assert_int_equal(whole, alone);
    heard_ms("en", "El pueblo unido.\1", &unknown);
    heard_ms("en", "El pueblo unido.", &plain);
    assert_int_equal(unknown, plain);
}

static void what_cannot_be_spoken_is_told_once(void **state)
{
    struct speaking *speaking = begin();
    struct captured_log captured;
    struct buffer told = {0};
    unsigned serial;

    (void)state;
    captured_log_start(&captured);
    for (unsigned i = 1; i <= 2; i++) {
        int64_t begun_ms = clock_now_ms();

        say(speaking, i, "xx-none", "Nobody says this.");
        while (hear(speaking, &serial, clock_now_ms()) != SPEAKING_FAILED)
            assert_true(clock_now_ms() - begun_ms < LONG_MS);
    }
    captured_log_stop(&captured, &told);
    assert_non_null(strstr(told.bytes, "no voice speaks: xx-none"));
    assert_null(strstr(strstr(told.bytes, "no voice speaks") + 1, "no voice speaks"));
    buffer_finish(&told);
    end(speaking);
}

static void who_cannot_be_understood_is_known_before(void **state)
{
    static const char *const languages[] = {"en", "xx-none", "es-CL", "th"};

    (void)state;
    for (int i = 0; i < 2; i++) {
        bool lacking[COUNTOF(languages)] = {false};

        voices_lacking(i == 0 ? TEST_SPEAKER : "/nowhere/vitrina-speaker", languages, COUNTOF(languages), lacking);
        for (size_t l = 0; l < COUNTOF(languages); l++)
            assert_int_equal(lacking[l], i == 0 && l == 1);
    }
}

/* Stopped or dead, it holds nobody up: a wish takes no time, and another process says it. */
static void a_process_that_stalls_or_dies_is_replaced(void **state)
{
    static const int signals[] = {SIGSTOP, SIGKILL};

    struct captured_log captured;
    struct buffer told = {0};

    (void)state;
    captured_log_start(&captured);
    for (size_t i = 0; i < COUNTOF(signals); i++) {
        struct speaking *speaking = begin();
        unsigned serial;

        say(speaking, 1, "en", "First.");
        assert_true(is_heard(speaking, 1));
        int before = speaking_process(speaking);

        kill(before, signals[i]);
        say(speaking, 2, "en", "Second.");
        if (signals[i] == SIGSTOP) { /* its time is over, by the clock that is passed in */
            assert_int_equal(speaking_process(speaking), before);
            assert_int_equal(speaking_news(speaking, &serial, speaking_deadline(speaking)), SPEAKING_NOTHING);
        }
        assert_true(is_heard(speaking, 2));
        assert_int_not_equal(speaking_process(speaking), before);
        end(speaking);
    }
    captured_log_stop(&captured, &told);
    assert_non_null(strstr(told.bytes, "its process does not answer"));
    buffer_finish(&told);
}

static void silence_ends_a_sentence(void **state)
{
    struct speaking *speaking = begin();
    unsigned sum, serial;
    struct buffer text = {0};

    (void)state;
    for (int i = 0; i < 300; i++)
        buffer_printf(&text, "word ");
    say(speaking, 1, "en", text.bytes);
    speaking_wish(speaking, &(struct speaking_wish){.serial = 2, .file = -1}, clock_now_ms());
    say(speaking, 3, "en", "End.");
    assert_true(is_heard(speaking, 3));
    assert_int_equal(hear(speaking, &serial, clock_now_ms()), SPEAKING_NOTHING);
    assert_in_range(sounding_ms(&sum), 100, 20000); /* not the two minutes that it would take */
    buffer_finish(&text);
    end(speaking);
}

/* Of every kind. Heard in stereo at 48 kHz: four samples and a bit for each. */
static void recordings_are_heard(void **state)
{
    static const char *const kinds[] = {"opus", "ogg", "flac", "mp3", "wav"};
    char path[300];
    unsigned sum;

    (void)state;
    for (size_t i = 0; i < COUNTOF(kinds); i++) {
        struct speaking *speaking = begin();
        bool made = strcmp(kinds[i], "wav") == 0;

        snprintf(path, sizeof(path), "%s.%s", made ? sound_path : "tests/edge/sounds/tone", kinds[i]);
        int file = made ? wave_tone(path, 500) : open(path, O_RDONLY | O_CLOEXEC);

        speaking_wish(speaking, &(struct speaking_wish){.serial = 1, .level_db = -6, .file = file}, clock_now_ms());
        close(file);
        assert_true(is_heard(speaking, 1));
        if (sounding_ms(&sum) < 500 * 4 * 9 / 10 || sounding_ms(&sum) > 500 * 5)
            fail_msg("%s: %d", kinds[i], sounding_ms(&sum));
        if (made) {
            say(speaking, 2, "en", "And a voice again.");
            assert_true(is_heard(speaking, 2));
        }
        end(speaking);
    }
}

/* Once it is ready all that a voice needs is there: its files may go away. */
static void the_first_word_waits_for_no_file(void **state)
{
    struct speaking *speaking = begin();
    char folder[256], link[300];
    glob_t data;

    (void)state;
    snprintf(folder, sizeof(folder), "%s", sound_path);
    *strrchr(folder, '/') = '\0';
    snprintf(link, sizeof(link), "%s/espeak-ng-data", folder);
    assert_int_equal(glob("/usr/lib/*/espeak-ng-data", 0, NULL, &data), 0);
    assert_int_equal(symlink(data.gl_pathv[0], link), 0);
    globfree(&data);
    setenv("ESPEAK_DATA_PATH", folder, 1);
    speaking_prepare(speaking, "en");
    unsetenv("ESPEAK_DATA_PATH");
    int process = speaking_process(speaking);

    assert_int_equal(poll(&(struct pollfd){.fd = news, .events = POLLIN}, 1, LONG_MS), 1);
    assert_int_equal(unlink(link), 0);
    say(speaking, 1, "en", "The line.");
    assert_true(is_heard(speaking, 1));
    assert_int_equal(speaking_process(speaking), process);
    end(speaking);
}

/* With a headset that is plugged in at the start something is said before all else rests. */
static void to_prepare_ends_nothing(void **state)
{
    struct speaking *speaking = begin();

    (void)state;
    say(speaking, 1, "en", "The line.");
    speaking_prepare(speaking, "en");
    assert_true(is_heard(speaking, 1));
    end(speaking);
}

static void a_recording_that_is_damaged_is_read(void **state)
{
    struct speaking *speaking = begin();
    struct captured_log captured;
    struct buffer told = {0};
    char path[300];
    unsigned sum;
    FILE *file;

    (void)state;
    snprintf(path, sizeof(path), "%s.opus", sound_path);
    file = fopen(path, "w+b");
    fputs("OggS and nothing that could be heard", file);
    fflush(file);
    captured_log_start(&captured);
    speaking_wish(speaking, &(struct speaking_wish){.serial = 1, .text = "It is read.", .language = "en", .speed = 1, .file = fileno(file)},
                  clock_now_ms());
    fclose(file);
    assert_true(is_heard(speaking, 1));
    captured_log_stop(&captured, &told);
    assert_in_range(sounding_ms(&sum), 300, 3000);
    assert_non_null(strstr(told.bytes, "a voice reads in the place of a recording"));
    buffer_finish(&told);
    end(speaking);
}

/* A sound has no words that could be read in its place; and of one that plays its length is known at once. */
static void a_sound_is_played_or_fails(void **state)
{
    static const char *const paths[] = {"tests/edge/sounds/tone.opus", "tests/edge/sounds/make.sh"};
    struct speaking *speaking = begin();
    struct captured_log captured;
    struct buffer told = {0};
    unsigned serial = 0;

    (void)state;
    captured_log_start(&captured);
    for (unsigned i = 0; i < COUNTOF(paths); i++) {
        enum speaking_news first = SPEAKING_NOTHING, wanted = i == 0 ? SPEAKING_GOES_ON : SPEAKING_FAILED;
        int file = open(paths[i], O_RDONLY | O_CLOEXEC);
        int64_t begun_ms = clock_now_ms();

        speaking_wish(speaking, &(struct speaking_wish){.serial = i + 1, .text = "", .file = file}, begun_ms);
        close(file);
        while (first == SPEAKING_NOTHING && clock_now_ms() - begun_ms < LONG_MS)
            first = hear(speaking, &serial, clock_now_ms());
        assert_int_equal(first, wanted);
        assert_int_equal(serial, i + 1);
        if (i == 0)
            assert_in_range(speaking_length_ms(speaking), 450, 600);
    }
    captured_log_stop(&captured, &told);
    assert_non_null(strstr(told.bytes, "nothing can be heard now"));
    buffer_finish(&told);
    end(speaking);
}

/* Its process dies in the middle: the rest of it is heard, and not what was heard already. */
static void a_sound_goes_on_where_its_process_died(void **state)
{
    enum { SOUND_MS = 120000, SOME_MS = 10000, NEAR_MS = 3000 };
    struct speaking *speaking = begin();
    struct captured_log captured;
    struct buffer told = {0};
    unsigned serial, sum;
    int64_t begun_ms = clock_now_ms();
    char path[300];

    (void)state;
    snprintf(path, sizeof(path), "%s.wav", sound_path);
    int file = wave_tone(path, SOUND_MS), heard_ms = 0;

    captured_log_start(&captured);
    speaking_wish(speaking, &(struct speaking_wish){.serial = 1, .text = "", .file = file}, begun_ms);
    close(file);
    for (; heard_ms < SOME_MS && clock_now_ms() - begun_ms < LONG_MS; heard_ms = speaking_at_ms(speaking))
        assert_int_not_equal(hear(speaking, &serial, clock_now_ms()), SPEAKING_HEARD);
    kill(speaking_process(speaking), SIGKILL);
    assert_true(is_heard(speaking, 1));
    captured_log_stop(&captured, &told);
    assert_in_range(heard_ms, SOME_MS, SOUND_MS);
    /* what the last process wrote, in stereo at 48 kHz, which is counted as if it were not */
    assert_true((int64_t)sounding_ms(&sum) / 2 * RATE_HZ / 48000 <= SOUND_MS - heard_ms + NEAR_MS);
    buffer_finish(&told);
    end(speaking);
}

/* And from its first sample on. */
static void a_sound_begins_where_it_is_asked_to(void **state)
{
    enum { SOUND_MS = 20000, FROM_MS = 15000, NEAR_MS = 200 };
    struct speaking *speaking = begin();
    unsigned serial, sum;
    int64_t begun_ms = clock_now_ms();
    char path[300];

    (void)state;
    snprintf(path, sizeof(path), "%s.wav", sound_path);
    int file = wave_tone(path, SOUND_MS);

    speaking_wish(speaking, &(struct speaking_wish){.serial = 1, .text = "", .file = file, .from_ms = FROM_MS}, begun_ms);
    close(file);
    while (hear(speaking, &serial, clock_now_ms()) == SPEAKING_NOTHING)
        assert_true(clock_now_ms() - begun_ms < LONG_MS);
    assert_in_range(speaking_at_ms(speaking), FROM_MS - NEAR_MS, SOUND_MS);
    assert_true(is_heard(speaking, 1));
    assert_in_range((int64_t)sounding_ms(&sum) / 2 * RATE_HZ / 48000, SOUND_MS - FROM_MS - NEAR_MS, SOUND_MS - FROM_MS + NEAR_MS);
    end(speaking);
}

/* No file may be left for it by the time it is sent. */
static void a_sound_without_its_file_fails(void **state)
{
    char program[] = TEST_SPEAKER, *arguments[] = {program, NULL};
    struct speech_request request = {.task = SPEECH_PLAY, .serial = 1};
    struct speech_answer answer = {0};
    pid_t pid;
    int socket;

    (void)state;
    assert_int_equal(beside_start(&(struct beside_setup){.arguments = arguments}, &pid, &socket), 0);
    assert_true(speech_wire_ask(socket, &request, -1));
    assert_true(speech_wire_take(socket, &answer));
    assert_int_equal(answer.outcome, SPEECH_FAILED);
    assert_string_not_equal(answer.why, "");
    close(socket);
    assert_int_equal(waitpid(pid, NULL, 0), pid);
}

/* How often somebody came to the server, who is sent away, until there is news. */
static int visits_until_news(int server)
{
    struct pollfd looks[] = {{.fd = server, .events = POLLIN}, {.fd = news, .events = POLLIN}};
    uint64_t count;
    int visits = 0;

    while (poll(looks, COUNTOF(looks), LONG_MS) > 0 && looks[0].revents) {
        close(accept(server, NULL, NULL));
        visits++;
    }
    assert_int_equal(read(news, &count, sizeof(count)), sizeof(count));
    return visits;
}

/* PulseAudio's folder is made before its server is looked for in it: from behind the fence, too, where nothing is made. */
static void a_sound_server_is_reached(void **state)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char *folder = temporary_create();
    struct speaking *speaking = begin();
    int server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

    (void)state;
    snprintf(address.sun_path, sizeof(address.sun_path), "%.80s/pulse", folder);
    assert_int_equal(mkdir(address.sun_path, 0700), 0);
    snprintf(address.sun_path, sizeof(address.sun_path), "%.80s/pulse/native", folder);
    assert_int_equal(bind(server, (struct sockaddr *)&address, sizeof(address)), 0);
    assert_int_equal(listen(server, 4), 0);
    unsetenv("PULSE_SERVER");
    setenv("XDG_RUNTIME_DIR", folder, 1);
    setenv("SDL_AUDIODRIVER", "pulseaudio", 1);
    speaking_prepare(speaking, "en");
    setenv("SDL_AUDIODRIVER", "disk", 1);
    unsetenv("XDG_RUNTIME_DIR");
    visits_until_news(server);
    say(speaking, 1, "en", "The line.");
    assert_true(visits_until_news(server) > 0);
    end(speaking);
    close(server);
    temporary_destroy(folder);
}

static void no_speaker_is_no_harm(void **state)
{
    struct captured_log captured;
    struct buffer told = {0};
    struct speaking *speaking;
    unsigned serial;

    (void)state;
    captured_log_start(&captured);
    news = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    speaking = speaking_create("/nowhere/vitrina-speaker", wake, NULL);
    say(speaking, 1, "en", "Nobody.");
    assert_int_equal(speaking_process(speaking), 0);
    assert_int_equal(speaking_news(speaking, &serial, clock_now_ms()), SPEAKING_FAILED);
    assert_int_equal(speaking_news(speaking, &serial, clock_now_ms()), SPEAKING_NOTHING);
    captured_log_stop(&captured, &told);
    assert_non_null(strstr(told.bytes, "nothing can be heard now"));
    buffer_finish(&told);
    end(speaking);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_spoken_in_their_language),
        cmocka_unit_test(phrases_are_spoken_in_their_own),
        cmocka_unit_test(what_cannot_be_spoken_is_told_once),
        cmocka_unit_test(who_cannot_be_understood_is_known_before),
        cmocka_unit_test(a_process_that_stalls_or_dies_is_replaced),
        cmocka_unit_test(silence_ends_a_sentence),
        cmocka_unit_test(recordings_are_heard),
        cmocka_unit_test(the_first_word_waits_for_no_file),
        cmocka_unit_test(to_prepare_ends_nothing),
        cmocka_unit_test(a_recording_that_is_damaged_is_read),
        cmocka_unit_test(a_sound_is_played_or_fails),
        cmocka_unit_test(a_sound_goes_on_where_its_process_died),
        cmocka_unit_test(a_sound_begins_where_it_is_asked_to),
        cmocka_unit_test(a_sound_without_its_file_fails),
        cmocka_unit_test(a_sound_server_is_reached),
        cmocka_unit_test(no_speaker_is_no_harm),
    };

    char *folder = temporary_create();
    int failed;

    snprintf(sound_path, sizeof(sound_path), "%s/sound", folder);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", sound_path, 1);
    setenv("SDL_DISKAUDIODELAY", "1", 1);
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    temporary_destroy(folder);
    return failed;
}
