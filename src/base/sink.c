/* Standard error is shared with others: making it non-blocking would make it so for them too. So a pipe or a terminal is opened once more,
 * which gives a description of our own; a socket takes a flag with each line; all else is asked for room before each line. A file is never
 * opened again: its end would be lost. */
#include "base/sink.h"

#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PREFIX_BYTES = 3, PRIORITY_WARNING = 4 }; /* "<N>"; as log.h has them */

_Static_assert(SINK_LINE_BYTES + PREFIX_BYTES <= PIPE_BUF, "a pipe takes a line whole or not at all");

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

void sink_open(void)
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

bool sink_is_journal(void)
{
    return sink.journal;
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
static bool put_line(int priority, const char *text)
{
    char line[PREFIX_BYTES + SINK_LINE_BYTES + 1];
    size_t prefix = sink.journal ? (size_t)snprintf(line, sizeof(line), "<%d>", priority) : 0;
    size_t length = prefix + strnlen(text, SINK_LINE_BYTES - 1);
    bool again = atomic_exchange(&torn, false);
    ssize_t done = again ? put("\n", 1) : 0;

    memcpy(line + prefix, text, length - prefix);
    line[length++] = '\n';
    if (done >= 0)
        done = put(line, length);
    if (done < 0)
        atomic_store(&torn, again);
    else if ((size_t)done < length)
        atomic_store(&torn, true);
    return done >= 0;
}

/* False while there is no room to tell it either. */
static bool tell_dropped(void)
{
    int count = atomic_exchange(&dropped, 0);
    char text[80];

    snprintf(text, sizeof(text), "warning: %d lines of this log found no room and are lost", count);
    if (count == 0 || put_line(PRIORITY_WARNING, text))
        return true;
    atomic_fetch_add(&dropped, count);
    return false;
}

void sink_put(int priority, const char *line)
{
    if (!tell_dropped() || !put_line(priority, line))
        atomic_fetch_add(&dropped, 1);
}
