/* Log lines; each is one write, so that lines of several threads never mix.
 *
 * Standard error is shared with others: making it non-blocking would make it so for them too. So a pipe or a terminal is opened once more,
 * which gives a description of our own; a socket takes a flag with each line; all else is asked for room before each line. A file is never
 * opened again: its end would be lost. */
#include "base/log.h"

#include "base/printable.h"

#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINE_BYTES = 2048 };

_Static_assert(LINE_BYTES <= PIPE_BUF, "a pipe takes a line whole or not at all");

static struct {
    int fd;
    enum { SINK_ASKED, SINK_OWN, SINK_SOCKET } way;
    bool journal;
} sink = {.fd = STDERR_FILENO};

static atomic_int dropped; /* lines since the last that found room */
static atomic_bool torn;   /* the last one found room for its beginning only */

/* sd-daemon(3): JOURNAL_STREAM names the journal's stream by device and inode; whoever turns our standard error elsewhere leaves it set. */
static bool is_journal(const struct stat *info)
{
    const char *stream = getenv("JOURNAL_STREAM");
    unsigned long long device, inode;

    return stream && sscanf(stream, "%llu:%llu", &device, &inode) == 2 && device == info->st_dev && inode == info->st_ino;
}

void log_start(void)
{
    struct stat info = {0};
    bool known = fstat(STDERR_FILENO, &info) == 0;

    if (sink.way == SINK_OWN)
        close(sink.fd);
    sink.fd = STDERR_FILENO;
    sink.way = known && S_ISSOCK(info.st_mode) ? SINK_SOCKET : SINK_ASKED;
    sink.journal = known && is_journal(&info);
    if (known && (S_ISFIFO(info.st_mode) || isatty(STDERR_FILENO))) {
        int fd = open("/proc/self/fd/2", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

        if (fd >= 0) { /* else it is another user's */
            sink.fd = fd;
            sink.way = SINK_OWN;
        }
    }
}

/* How many bytes found room; -1 for none. */
static ssize_t put(const char *bytes, size_t length)
{
    struct pollfd room = {.fd = sink.fd, .events = POLLOUT};

    if (sink.way == SINK_SOCKET)
        return send(sink.fd, bytes, length, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sink.way == SINK_ASKED && (poll(&room, 1, 0) != 1 || !(room.revents & POLLOUT)))
        return -1;
    return write(sink.fd, bytes, length);
}

/* False: not a byte of it found room. */
static bool put_line(const char *line, size_t length)
{
    bool again = atomic_exchange(&torn, false);
    ssize_t done = again ? put("\n", 1) : 0;

    if (done >= 0)
        done = put(line, length);
    if (done < 0)
        atomic_store(&torn, again);
    else if ((size_t)done < length)
        atomic_store(&torn, true);
    return done >= 0;
}

static bool write_text(enum log_severity severity, const char *word, const char *format, va_list arguments) PRINTF_LIKE(3, 0);

static bool write_text(enum log_severity severity, const char *word, const char *format, va_list arguments)
{
    char text[LINE_BYTES], line[LINE_BYTES];
    size_t length = sink.journal ? (size_t)snprintf(line, sizeof(line), "<%d>", (int)severity) : 0;

    vsnprintf(text, sizeof(text), format, arguments);
    length += (size_t)snprintf(line + length, sizeof(line) - length, "%s", word);
    printable_copy(line + length, sizeof(line) - length - 1, text);
    length += strlen(line + length);
    line[length++] = '\n';
    return put_line(line, length);
}

static bool write_line(enum log_severity severity, const char *word, const char *format, ...) PRINTF_LIKE(3, 4);

static bool write_line(enum log_severity severity, const char *word, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    bool written = write_text(severity, word, format, arguments);
    va_end(arguments);
    return written;
}

/* False while there is no room to tell it either. */
static bool tell_dropped(void)
{
    int count = atomic_exchange(&dropped, 0);

    if (count == 0 || write_line(LOG_SEVERITY_WARNING, "warning: ", "%d lines of this log found no room and are lost", count))
        return true;
    atomic_fetch_add(&dropped, count);
    return false;
}

#define LOG_BODY(severity, word)                                                                                                           \
    va_list arguments;                                                                                                                     \
    va_start(arguments, format);                                                                                                           \
    if (!tell_dropped() || !write_text((severity), (word), format, arguments))                                                             \
        atomic_fetch_add(&dropped, 1);                                                                                                     \
    va_end(arguments)

void log_info(const char *format, ...)
{
    LOG_BODY(LOG_SEVERITY_INFO, "");
}

void log_warning(const char *format, ...)
{
    LOG_BODY(LOG_SEVERITY_WARNING, "warning: ");
}

void log_error(const char *format, ...)
{
    LOG_BODY(LOG_SEVERITY_ERROR, "error: ");
}

void log_line(enum log_severity severity, const char *line)
{
    if (!tell_dropped() || !write_line(severity, "", "%s", line))
        atomic_fetch_add(&dropped, 1);
}
