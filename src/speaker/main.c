/* vitrina-speaker: speaks for the kiosk, which starts it when there is something to say. It is one sentence's voice at a time; a new
 * request ends the one before. All that it needs is there before the first request; with nothing to say it lets go of the device. */
#include "base/clock.h"
#include "fence/fence.h"
#include "speaker/recording.h"
#include "speaker/voice.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    TELL_MS = 500, /* how often it says that it goes on */
    LOOK_MS = 50,
    STUCK_MS = 3000,  /* a device that takes nothing for so long takes nothing any more */
    DEVICE_MS = 2000, /* a device that nothing is heard from is closed */
    MEMORY_BYTES = 512 * 1024 * 1024,
};

/* Whether the kernel lets this process do no more than it needs. */
static bool fenced;

/* The text that a voice is made of. why: the recording of it cannot be heard; "": there is none. */
static struct making {
    const struct speech_request *request;
    const char *why;
    int64_t told_ms;
} making;

/* Whether another request waits. */
static bool is_asked(void)
{
    struct pollfd look = {.fd = BESIDE_SOCKET, .events = POLLIN};

    return poll(&look, 1, 0) > 0;
}

/* False: for so long nothing is asked. */
static bool waits_for_request(int ms)
{
    struct pollfd look = {.fd = BESIDE_SOCKET, .events = POLLIN};

    return poll(&look, 1, ms) > 0;
}

static bool answer(const struct speech_request *request, struct speech_answer answer, const char *why)
{
    answer.serial = request->serial;
    answer.fenced = fenced;

    snprintf(answer.why, sizeof(answer.why), "%s", why);
    return speech_wire_answer(BESIDE_SOCKET, &answer);
}

/* The device is let go of by our end: closing it might wait for it. */
static _Noreturn void end_stuck(const struct speech_request *request)
{
    answer(request, (struct speech_answer){.outcome = SPEECH_FAILED}, "the sound device takes nothing any more");
    _exit(0);
}

/* Of a long text, while it is made: it goes on. True: something else is asked. */
static bool makes(void)
{
    if (clock_now_ms() - making.told_ms >= TELL_MS) {
        making.told_ms = clock_now_ms();
        answer(making.request, (struct speech_answer){.outcome = SPEECH_ALIVE}, making.why);
    }
    return is_asked();
}

/* Until it is heard to its end, or something else is asked. */
static void see_through(const struct speech_request *request)
{
    int64_t moved_ms = clock_now_ms();

    for (int left, before = 0; (left = voice_left_ms()) > 0; before = left) {
        moved_ms = left == before ? moved_ms : clock_now_ms();
        if (clock_now_ms() - moved_ms >= STUCK_MS)
            end_stuck(request);
        if (waits_for_request(int_min(left, TELL_MS)))
            return;
        if (!answer(request, (struct speech_answer){.outcome = SPEECH_ALIVE}, making.why))
            _exit(0);
    }
    if (!is_asked())
        answer(request, (struct speech_answer){.outcome = SPEECH_DONE}, making.why);
}

/* The same. Whether it still sounds is asked for often, for its length is not always known. */
static void hear_out(const struct speech_request *request)
{
    const int length_ms = recording_length_ms();
    int at_ms = 0, told_ms = 0, before_ms = 0;
    int64_t moved_ms = clock_now_ms();

    recording_sounds(&at_ms);
    answer(request, (struct speech_answer){.outcome = SPEECH_ALIVE, .at_ms = int_max(0, at_ms), .length_ms = length_ms}, "");
    for (; recording_sounds(&at_ms); before_ms = at_ms) {
        moved_ms = at_ms == before_ms ? moved_ms : clock_now_ms();
        if (at_ms >= 0 && clock_now_ms() - moved_ms >= STUCK_MS)
            end_stuck(request);
        if (waits_for_request(LOOK_MS))
            return;
        told_ms += LOOK_MS;
        const struct speech_answer alive = {.outcome = SPEECH_ALIVE, .at_ms = int_max(0, at_ms), .length_ms = length_ms};

        if (told_ms % TELL_MS < LOOK_MS && !answer(request, alive, ""))
            _exit(0);
    }
    recording_stop();
    answer(request, (struct speech_answer){.outcome = SPEECH_DONE, .at_ms = length_ms, .length_ms = length_ms}, "");
}

static void expect(const struct speech_request *request)
{
    const char *why = "";

    if (request->language[0])
        answer(request, (struct speech_answer){.outcome = voice_expect(request->language, &why) ? SPEECH_READY : SPEECH_FAILED}, why);
}

static void measure(const struct speech_request *request, int file)
{
    struct speech_answer measured = {.outcome = SPEECH_READY};
    const char *why = "";

    if (file < 0 || !recording_measure(file, request->most_ms, &measured, &why))
        measured.outcome = SPEECH_FAILED;
    answer(request, measured, why);
}

/* One device is open at a time: a machine may have no more to give. A recording that cannot be heard is read. */
static void serve(const struct speech_request *request, int file)
{
    const char *why = request->task == SPEECH_PLAY ? "a recording came without its file" : "";

    recording_stop();
    if (file >= 0 || request->task == SPEECH_HUSH)
        voice_hush();
    if (file >= 0)
        voice_close();
    if (request->task == SPEECH_HUSH)
        expect(request);
    else if (request->task == SPEECH_MEASURE)
        measure(request, file);
    if (request->task == SPEECH_HUSH || request->task == SPEECH_MEASURE)
        return;
    if (file >= 0 && recording_play(request, file, &why)) {
        hear_out(request);
        return;
    }
    if (request->task == SPEECH_PLAY && !request->text[0]) {
        answer(request, (struct speech_answer){.outcome = SPEECH_FAILED}, why);
        return;
    }
    making = (struct making){request, why, clock_now_ms()};
    if (voice_say(request, makes, &why))
        see_through(request);
    else
        answer(request, (struct speech_answer){.outcome = SPEECH_FAILED}, why);
}

/* SDL's disk driver makes the file that the sound goes into. */
static struct fence fence_of(const char *driver)
{
    return (struct fence){.memory_bytes = MEMORY_BYTES, .opens = true, .makes = driver && strcmp(driver, "disk") == 0};
}

int main(void)
{
    const struct fence fence = fence_of(getenv("SDL_AUDIODRIVER"));
    struct speech_request request;
    int file;

    fence_prepare(&fence);
    recording_prepare();
    voice_prepare();
    fenced = fence_close(&fence);
    for (;;) {
        if (!waits_for_request(DEVICE_MS))
            voice_close();
        if (!speech_wire_hear(BESIDE_SOCKET, &request, &file))
            break;
        serve(&request, file);
    }
    _exit(0); /* the kiosk has gone */
}
