/* vitrina-speaker: speaks for the kiosk, which starts it when there is something to say. It is one sentence's voice at a time; a new
 * request ends the one before. With nothing to say it lets go of the device, and after a while of itself. */
#include "base/clock.h"
#include "speaker/voice.h"

#include <poll.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <signal.h>
#include <unistd.h>

enum {
    TELL_MS = 1000,     /* how often it says that it goes on */
    DEVICE_MS = 2000,   /* a device that nothing is heard from is closed */
    PROCESS_MS = 60000, /* the process ends */
    MEMORY_BYTES = 512 * 1024 * 1024,
};

/* Whether another request waits. */
static bool is_asked(void)
{
    struct pollfd look = {.fd = SPEECH_WIRE_SOCKET, .events = POLLIN};

    return poll(&look, 1, 0) > 0;
}

/* False: for so long nothing is asked. */
static bool waits_for_request(int ms)
{
    struct pollfd look = {.fd = SPEECH_WIRE_SOCKET, .events = POLLIN};

    return poll(&look, 1, ms) > 0;
}

static bool answer(const struct speech_request *request, enum speech_outcome outcome, const char *why)
{
    struct speech_answer answer = {.outcome = outcome, .serial = request->serial};

    snprintf(answer.why, sizeof(answer.why), "%s", why);
    return speech_wire_answer(SPEECH_WIRE_SOCKET, &answer);
}

/* Until it is heard to its end, or something else is asked. */
static void see_through(const struct speech_request *request)
{
    for (int left; (left = voice_left_ms()) > 0;) {
        if (waits_for_request(int_min(left, TELL_MS)))
            return;
        if (!answer(request, SPEECH_ALIVE, ""))
            _exit(0);
    }
    if (!is_asked())
        answer(request, SPEECH_DONE, "");
}

static void serve(const struct speech_request *request)
{
    const char *why = "";

    if (request->task == SPEECH_HUSH)
        voice_hush();
    else if (voice_say(request, is_asked, &why))
        see_through(request);
    else
        answer(request, SPEECH_FAILED, why);
}

/* What it may take, whatever a text or a library does. */
static void limit(int resource, rlim_t most)
{
    const struct rlimit bound = {most, most};

    setrlimit(resource, &bound);
}

int main(void)
{
    struct speech_request request;
    int file;

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    close_range(SPEECH_WIRE_SOCKET + 1, ~0U, 0);
    limit(RLIMIT_CORE, 0);
#ifndef BASE_ADDRESS_SANITIZER /* which reserves terabytes that it never uses */
    limit(RLIMIT_AS, MEMORY_BYTES);
#endif
    for (;;) {
        if (!waits_for_request(DEVICE_MS))
            voice_close();
        if (!waits_for_request(PROCESS_MS) || !speech_wire_hear(SPEECH_WIRE_SOCKET, &request, &file))
            break;
        if (file >= 0)
            close(file);
        serve(&request);
    }
    _exit(0); /* the kiosk has gone, or needs nobody who speaks */
}
