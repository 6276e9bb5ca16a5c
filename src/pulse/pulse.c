/* A file there whole or not at all: whoever reads it may come at any time. */
#include "pulse/pulse.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/save.h"
#include "pulse/machine.h"
#include "tape/fingerprint.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum {
    LATE_MS = 28, /* a frame is due every 16 ms: the screen showed one twice */
    SELDOM_MS = 60 * 1000,
    OFTEN_MS = 5 * 60 * 1000,
};

struct pulse {
    char *path;
    const struct files *files; /* whose print is to be found out; NULL: it is */
    struct metrics metrics;
    int64_t from_ms, to_ms; /* it is written from the one on if we are awake, and by the other at last */
    bool told;              /* that it cannot be written */
};

struct pulse *pulse_create(int64_t now_ms)
{
    const char *folder = getenv("RUNTIME_DIRECTORY");
    struct pulse *pulse;
    struct buffer path = {0};

    if (!folder || folder[0] != '/')
        return NULL;
    buffer_printf(&path, "%.*s/vitrina.prom", (int)strcspn(folder, ":"), folder);
    pulse = mem_alloc(sizeof(*pulse));
    *pulse =
        (struct pulse){.path = path.bytes, .metrics = {.started_s = (int64_t)time(NULL)}, .from_ms = now_ms, .to_ms = now_ms + OFTEN_MS};
    return pulse;
}

void pulse_destroy(struct pulse *pulse)
{
    if (!pulse)
        return;
    free(pulse->path);
    free(pulse);
}

void pulse_begin(struct pulse *pulse, const struct files *files, const struct metrics_exhibit *exhibit)
{
    if (!pulse)
        return;
    pulse->files = files;
    pulse->metrics.exhibit = *exhibit;
}

void pulse_frame(struct pulse *pulse, int64_t gap_ms)
{
    if (!pulse)
        return;
    pulse->metrics.frames++;
    pulse->metrics.frames_late += gap_ms >= LATE_MS;
}

/* Whoever collects it is another user than ours, whatever the mask of our own files. */
static bool save_for_all(const char *path, const struct buffer *text)
{
    struct save save;

    if (!save_begin(&save, path))
        return false;
    bool written = fchmod(save.fd, 0644) == 0 && save_write(save.fd, text->bytes, text->length);
    int error = errno;
    bool kept = save_end(&save, written);

    if (!written)
        errno = error;
    return written && kept;
}

static void write_file(struct pulse *pulse)
{
    struct buffer text = {0};

    metrics_write(&text, &pulse->metrics);
    if (!save_for_all(pulse->path, &text) && !pulse->told) {
        log_warning("%s cannot be written: %s", pulse->path, strerror(errno));
        pulse->told = true;
    }
    buffer_finish(&text);
}

void pulse_tick(struct pulse *pulse, const struct pulse_counts *counts, bool rests, int64_t now_ms)
{
    struct metrics *metrics = pulse ? &pulse->metrics : NULL;

    if (!pulse || now_ms < (rests ? pulse->from_ms : pulse->to_ms))
        return;
    pulse->from_ms = now_ms + SELDOM_MS;
    pulse->to_ms = now_ms + OFTEN_MS;
    if (pulse->files)
        metrics->exhibit.print = fingerprint_of(pulse->files);
    pulse->files = NULL;
    metrics->written_s = (int64_t)time(NULL);
    metrics->visits = counts->visits;
    metrics->touches = counts->touches;
    metrics->exhibit.refused = counts->refused;
    metrics->resident_bytes = machine_resident_bytes();
    metrics->celsius = machine_celsius("/sys/class/thermal");
    write_file(pulse);
}

int64_t pulse_deadline(const struct pulse *pulse)
{
    return pulse ? pulse->to_ms : CLOCK_NEVER;
}
