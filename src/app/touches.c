/* The day is asked of the clock each time, and of the calendar only when the clock has left the day it was in: so neither a summer time
 * nor a clock that is set can be missed. */
#include "app/touches.h"

#include "base/log.h"
#include "base/save.h"
#include "base/state.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FILE_BYTES_MAX = 4096 };

/* Returns what there is of the file, as a text; "" if there is none. */
static const char *read_file(const char *path, char bytes[FILE_BYTES_MAX])
{
    int fd = path ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
    ssize_t length = fd < 0 ? 0 : read(fd, bytes, FILE_BYTES_MAX - 1);

    if (fd >= 0)
        close(fd);
    bytes[length > 0 ? length : 0] = '\0';
    return bytes;
}

void touches_begin(struct touches *touches, const struct exhibit *exhibit, struct stage *stage)
{
    char bytes[FILE_BYTES_MAX];

    *touches = (struct touches){.exhibit = exhibit, .path = exhibit->question_count > 0 ? state_path("touches") : NULL};
    tally_read(&touches->kept, exhibit, read_file(touches->path, bytes));
    stage_set_tally(stage, &touches->kept);
    touches_turn(touches, stage);
}

/* Local midnight before and after this time. */
static struct date local_day(time_t now, struct touches *touches)
{
    struct tm tm;

    if (!localtime_r(&now, &tm))
        return (struct date){0};
    struct date day = {tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday};

    tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
    tm.tm_isdst = -1;
    touches->day_from = mktime(&tm);
    tm.tm_mday++;
    tm.tm_hour = 0;
    tm.tm_isdst = -1;
    touches->day_to = mktime(&tm);
    return day;
}

bool touches_turn(struct touches *touches, struct stage *stage)
{
    time_t now = time(NULL);
    struct tally tally = *stage_tally(stage);

    if (touches->exhibit->question_count == 0 || (now >= touches->day_from && now < touches->day_to))
        return false;

    bool turned = tally_turn(&tally, local_day(now, touches));

    if (turned)
        stage_set_tally(stage, &tally);
    return turned;
}

static bool write_file(const char *path, const struct buffer *text)
{
    char *folder = mem_text(path), *slash = strrchr(folder, '/');
    struct save save;

    *slash = '\0';
    bool made = state_make(folder);

    free(folder);
    if (!made || !save_begin(&save, path))
        return false;
    bool written = save_write(save.fd, text->bytes, text->length);

    return save_end(&save, written) && written;
}

void touches_keep(struct touches *touches, const struct stage *stage)
{
    const struct tally *tally = stage_tally(stage);
    struct buffer text = {0};

    if (!touches->path || memcmp(tally, &touches->kept, sizeof(*tally)) == 0)
        return;
    touches->kept = *tally;
    tally_write(tally, touches->exhibit, &text);
    if (!write_file(touches->path, &text) && !touches->failed) {
        log_error("the count of touched questions cannot be kept: %s", strerror(errno));
        touches->failed = true;
    }
    buffer_finish(&text);
}

void touches_finish(struct touches *touches)
{
    free(touches->path);
    touches->path = NULL;
}
