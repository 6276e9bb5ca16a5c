/* Lines are kept in memory until the program rests, or there are too many. */
#include "app/recording.h"

#include "base/log.h"
#include "base/printable.h"
#include "base/save.h"
#include "tape/fingerprint.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { KEPT_BYTES = 64 * 1024 };

struct recording {
    int fd; /* -1: it has ended */
    struct buffer kept;
    size_t written;
    bool begun;
    int64_t last_ms;
};

struct recording *recording_create(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

    if (fd < 0) {
        log_error("%s: cannot be recorded to: %s", path, strerror(errno));
        return NULL;
    }
    struct recording *recording = mem_alloc(sizeof(*recording));

    recording->fd = fd;
    log_info("recording what is touched to %s", path);
    return recording;
}

static void end(struct recording *recording, const char *why)
{
    if (why)
        log_error("the recording ends here: %s", why);
    if (recording->fd >= 0)
        close(recording->fd);
    recording->fd = -1;
    buffer_finish(&recording->kept);
}

static void write_kept(struct recording *recording)
{
    if (recording->fd < 0 || recording->kept.length == 0)
        return;
    recording->written += recording->kept.length;
    if (recording->written > TAPE_BYTES_MAX)
        end(recording, "it has become too long");
    else if (!save_write(recording->fd, recording->kept.bytes, recording->kept.length))
        end(recording, strerror(errno));
    recording->kept.length = 0;
}

void recording_destroy(struct recording *recording)
{
    if (!recording)
        return;
    write_kept(recording);
    end(recording, NULL);
    free(recording);
}

/* Of a tape that begins now. */
static struct tape_head head_of(const struct files *files, const struct stage_setup *setup)
{
    struct tape_head head = {.screen = setup->screen, .recorded = true};
    time_t now = time(NULL);
    struct tm tm;

    head.exhibit = fingerprint_of(files);
    snprintf(head.start, sizeof(head.start), "%s", setup->start ? setup->start : "");
    snprintf(head.program, sizeof(head.program), "%s", VITRINA_VERSION);
    if (localtime_r(&now, &tm))
        strftime(head.opened, sizeof(head.opened), "%Y-%m-%d %H:%M:%S", &tm);
    return head;
}

void recording_begin(struct recording *recording, const struct files *files, const struct stage_setup *setup)
{
    if (!recording || recording->fd < 0)
        return;
    write_kept(recording);
    if (recording->begun) {
        end(recording, "another exhibit begins");
        return;
    }
    recording->begun = true;
    recording->last_ms = setup->now_ms;
    struct tape_head head = head_of(files, setup);

    tape_head_write(&recording->kept, &head);
}

void recording_add(struct recording *recording, const struct tape_event *event)
{
    if (!recording || recording->fd < 0)
        return;
    tape_line_write(&recording->kept, event, recording->last_ms);
    recording->last_ms = event->ms;
    if (recording->kept.length >= KEPT_BYTES)
        write_kept(recording);
}

void recording_add_tally(struct recording *recording, const struct exhibit *exhibit, const struct tally *tally, int64_t now_ms)
{
    if (tally->day.year == 0)
        return;
    recording_add(recording, &(struct tape_event){.kind = TAPE_DAY, .ms = now_ms, .day = tally->day});
    for (int i = 0; i < exhibit->question_count; i++) {
        struct tape_event event = {.kind = TAPE_COUNTED, .ms = now_ms, .counted = {.count = tally->counts[i]}};
        int length = snprintf(event.counted.question, TAPE_WORD_BYTES, "%s", exhibit->questions[i].id);

        if (tally->counts[i] > 0 && length < TAPE_WORD_BYTES)
            recording_add(recording, &event);
    }
}

void recording_rest(struct recording *recording)
{
    if (recording)
        write_kept(recording);
}
