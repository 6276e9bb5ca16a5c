/* A file of one line, always as long: it is written over where it lies, so that neither a full disk nor an end in the middle of it costs
 * more than the count. */
#include "warden/falls.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/state.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_BYTES = 4096, COUNT_MAX = 1000, DIGITS = 4 };

/* False, with errno: there is none, or it is something else. */
static bool open_file(const char *path, int *fd)
{
    char *folder = mem_text(path), *slash = strrchr(folder, '/');

    *slash = '\0';
    bool made = state_make(folder);

    free(folder);
    *fd = made ? open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, 0600) : -1;
    return *fd >= 0;
}

/* "  12 WHAT", and blanks up to the end of the line. */
static void write_line(struct falls *falls, int count)
{
    char line[LINE_BYTES + 1];
    size_t length = strlen(falls->what);
    int fd;

    snprintf(line, sizeof(line), "%*d ", DIGITS, count);
    memset(line + DIGITS + 1, ' ', LINE_BYTES - DIGITS - 1);
    memcpy(line + DIGITS + 1, falls->what, length < LINE_BYTES - DIGITS - 2 ? length : LINE_BYTES - DIGITS - 2);
    line[LINE_BYTES - 1] = '\n';
    if (!falls->path)
        return;
    errno = 0;
    bool written = open_file(falls->path, &fd) && pwrite(fd, line, LINE_BYTES, 0) == LINE_BYTES;

    if (!written && !falls->failed)
        log_warning("%s: crashes in a row cannot be counted: %s", falls->path, errno ? strerror(errno) : "too short");
    falls->failed = falls->failed || !written;
    if (fd >= 0)
        close(fd);
}

/* The count, and the line as it stands in the file; 0: there is none. path: NULL for none. */
static int read_line(const char *path, char line[LINE_BYTES + 1])
{
    int fd = path ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW) : -1;
    ssize_t length = fd >= 0 ? pread(fd, line, LINE_BYTES, 0) : -1;
    char *end;

    if (fd >= 0)
        close(fd);
    if (length != LINE_BYTES)
        return 0;
    line[LINE_BYTES] = '\0';
    long count = strtol(line, &end, 10);

    return end == line + DIGITS && *end == ' ' && count >= 0 && count <= COUNT_MAX ? (int)count : 0;
}

/* Of this very thing; 0 if the file says anything else. */
static int read_count(const struct falls *falls)
{
    char line[LINE_BYTES + 1];
    int count = read_line(falls->path, line);
    size_t what = strlen(falls->what);

    if (count == 0 || what > LINE_BYTES - DIGITS - 2 || memcmp(line + DIGITS + 1, falls->what, what) != 0)
        return 0;
    return strspn(line + DIGITS + 1 + what, " ") == LINE_BYTES - DIGITS - 2 - what ? count : 0;
}

int falls_told(char **what)
{
    char line[LINE_BYTES + 1], *path = state_path("falls");
    int count = read_line(path, line);

    free(path);
    *what = NULL;
    if (count < 2) /* a start may be well yet */
        return 0;
    size_t end = strcspn(line, "\n");

    while (line[end - 1] == ' ')
        end--;
    line[end] = '\0';
    *what = mem_text(line + DIGITS + 1);
    return count;
}

int falls_begin(struct falls *falls, const char *what, int64_t now_ms)
{
    if (falls->what && strcmp(falls->what, what) == 0)
        return falls->before;
    if (!falls->path)
        falls->path = state_path("falls");
    free(falls->what);
    falls->what = mem_text(what);
    falls->before = read_count(falls);
    falls->well_ms = now_ms + FALLS_WELL_MS;
    write_line(falls, falls->before < COUNT_MAX ? falls->before + 1 : COUNT_MAX);
    return falls->before;
}

int64_t falls_deadline(const struct falls *falls)
{
    return falls->what ? falls->well_ms : CLOCK_NEVER;
}

void falls_tick(struct falls *falls, bool instead, int64_t now_ms)
{
    if (now_ms < falls_deadline(falls))
        return;
    if (!instead)
        falls->before = 0;
    falls->well_ms = CLOCK_NEVER;
    write_line(falls, falls->before);
}

void falls_forgive(struct falls *falls)
{
    if (falls->what)
        write_line(falls, falls->before);
}

void falls_end(struct falls *falls, bool told)
{
    if (falls->what && told)
        write_line(falls, 0);
    free(falls->what);
    free(falls->path);
    *falls = (struct falls){0};
}
